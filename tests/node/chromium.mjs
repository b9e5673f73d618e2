// One Chromium that asks nothing of the network and renders the same letters everywhere.
import puppeteer from 'puppeteer-core';

export const launch = (executablePath) =>
  puppeteer.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--hide-scrollbars',
      '--font-render-hinting=none',
    ],
  });

export const setScheme = (page, value) => page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
