// Look for what is wrong with pages in Chromium: node browse.mjs CHROMIUM PAGE... prints {"page": ["problem", ...]} as JSON.
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { launch, setScheme } from './chromium.mjs';
import { contrastProblems } from './contrast.mjs';

const WIDTHS = [320, 600, 1200];
const SCHEMES = ['light', 'dark'];
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const [chromium, ...files] = process.argv.slice(2);
const browser = await launch(chromium);
const problems = {};
try {
  for (const file of files) problems[path.basename(file, '.html')] = await look(file);
} finally {
  await browser.close();
}
console.log(JSON.stringify(problems));

async function look(file) {
  const found = [];
  const page = await browser.newPage();
  const url = pathToFileURL(file).href;
  page.on('request', (request) => {
    if (request.url() !== url) found.push(`asks for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    found.push(`a script ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(url);
  await page.addScriptTag({ path: axePath });
  for (const scheme of SCHEMES) {
    await setScheme(page, scheme);
    for (const width of WIDTHS) {
      await page.setViewport({ width, height: 900 });
      const where = `${width} px, ${scheme}`;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      if (wide > width) found.push(`${where}: ${wide} px wide`);
      const report = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
      for (const v of report.violations) found.push(`${where}: axe ${v.id}: ${v.help}: ${v.nodes[0].html.slice(0, 200)}`);
    }
    // a program that takes our dark colours inverts nothing; one that inverts starts from the light ones
    for (const problem of await contrastProblems(page, { inverted: scheme === 'light' })) found.push(`${scheme}: ${problem}`);
  }
  await page.close();
  return [...new Set(found)];
}
