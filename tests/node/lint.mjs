// Lint pages as HTML and as email: node lint.mjs PAGE... prints {"page": ["problem", ...]} as JSON.
import fs from 'node:fs';
import path from 'node:path';
import { HtmlValidate } from 'html-validate';
import { caniemail } from 'caniemail';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard'],
  rules: {
    // the way to give Outlook for Windows (Word's engine) a table of 600 px, which has no max-width
    'no-conditional-comment': 'off',
    // mail programs drop style sheets when a message is forwarded: what matters is inlined
    'no-inline-style': 'off',
    // Word's engine knows width, align, cellpadding, cellspacing and border on tables, and not their CSS
    'no-deprecated-attr': 'off',
    // mail programs keep a div with a role, and drop main
    'prefer-native-element': ['error', { exclude: ['main'] }],
  },
});

// Yahoo and others are in caniemail's data with gaps that stop the linter; these have most of the readers.
const CLIENTS = ['apple-mail.*', 'gmail.*', 'outlook.*', 'yahoo.*', 'samsung-email.*', 'protonmail.*', 'fastmail.*', 'orange.*'];

// What some program among them does not know, and why the message is whole without it.
const EXCEPTIONS = {
  '@media': 'phones and dark mode; without it the page is the light one of 600 px',
  '<style> element': 'holds only @media; everything else is inlined',
  '<body> element': 'where it becomes a div, the tables in it repeat its colours and font',
  'display:none': 'the preheader is then a line of 1 px in the colour of the page',
  'table-layout': 'keeps long words from widening a column; Word breaks them by itself',
  'role attribute': 'says to screen readers that tables are layout; without it they read the same words',
  'lang attribute': 'chooses a voice and the shapes of Chinese letters; without it the program chooses',
  'Local anchors': 'the number that would lead to a sentence still names it in the list of sources',
  'text-decoration': 'citations are then underlined, as links are',
};

// caniemail takes line-height for height
const HEIGHT = /[\s;"{]height\s*:/;

const problems = {};
for (const file of process.argv.slice(2)) {
  const html = fs.readFileSync(file, 'utf8');
  const found = [];
  const report = await validator.validateString(html);
  for (const result of report.results) {
    for (const m of result.messages) found.push(`html-validate ${m.ruleId}, line ${m.line}: ${m.message} (${m.selector})`);
  }
  // an error is a feature that a program does not know; a warning, one with a footnote in caniemail's tables
  for (const [client, issues] of caniemail({ clients: CLIENTS, html }).issues.errors) {
    for (const issue of issues) {
      if (issue.title in EXCEPTIONS || (issue.title === 'height property' && !HEIGHT.test(html))) continue;
      found.push(`caniemail: ${client} does not know ${issue.title}`);
    }
  }
  problems[path.basename(file, '.html')] = [...new Set(found)];
}
console.log(JSON.stringify(problems));
