// Look at a preview as a user does: node preview.mjs CHROMIUM URL TEMPLATE PICTURE writes TEMPLATE twice, a text and then a mistake, and
// prints what the page shows each time, with all it asked for beyond itself.
import fs from 'node:fs';
import { launch } from './chromium.mjs';

const [chromium, url, template, picture] = process.argv.slice(2);
const browser = await launch(chromium);
const seen = { elsewhere: [] };
try {
  const page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) seen.elsewhere.push(request.url());
  });
  await page.goto(url);
  const words = async (wanted) => {
    await page.waitForFunction((w) => document.getElementById('proof').contentDocument?.body?.innerText.includes(w), {}, wanted);
    return page.evaluate(() => document.getElementById('proof').contentDocument.body.innerText);
  };
  seen.first = await words('Bottom line');
  seen.subject = await page.$eval('#subject', (e) => e.textContent);
  await page.screenshot({ path: picture });
  fs.writeFileSync(template, '<p>a new text</p>');
  seen.second = await words('a new text');
  fs.writeFileSync(template, '<p>\n{{ nothing }}</p>');
  seen.third = await words('nothing');
} finally {
  await browser.close();
}
console.log(JSON.stringify(seen));
