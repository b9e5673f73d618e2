// Photograph pages in Chromium: node photograph.mjs CHROMIUM PAGE WIDTH SCHEME PICTURE [PAGE WIDTH SCHEME PICTURE ...]
import { pathToFileURL } from 'node:url';
import { launch, setScheme } from './chromium.mjs';

const [chromium, ...rest] = process.argv.slice(2);
const browser = await launch(chromium);
try {
  for (let n = 0; n < rest.length; n += 4) {
    const [file, width, scheme, picture] = rest.slice(n, n + 4);
    const page = await browser.newPage();
    await page.setViewport({ width: Number(width), height: 600 });
    await setScheme(page, scheme);
    await page.goto(pathToFileURL(file).href);
    await page.screenshot({ path: picture, fullPage: true });
    await page.close();
  }
} finally {
  await browser.close();
}
