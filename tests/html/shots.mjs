// SPDX-License-Identifier: Apache-2.0
// node shots.mjs FOLDER PAGE...: pictures of pages, for people: both languages, light and dark,
// desktop, phone and A4 (PDF).
import { launch, openPage, setLanguage } from './browser.mjs';
import path from 'node:path';

const [folder, ...pages] = process.argv.slice(2);
const browser = await launch();
for (const file of pages) {
  const name = path.basename(file, '.html');
  for (const language of ['zh', 'en']) {
    for (const scheme of ['light', 'dark']) {
      for (const [device, width, height] of [['desktop', 1280, 860], ['phone', 375, 812]]) {
        const { page } = await openPage(browser, file, { width, height, scheme });
        await setLanguage(page, language);
        const base = path.join(folder, `${name}-${language}-${scheme}-${device}`);
        await page.screenshot({ path: `${base}.png` });
        await page.screenshot({ path: `${base}-full.png`, fullPage: true });
        await page.context().close();
      }
    }
    const { page } = await openPage(browser, file, { width: 1280, height: 860, scheme: 'light' });
    await setLanguage(page, language);
    await page.pdf({ path: path.join(folder, `${name}-${language}.pdf`), preferCSSPageSize: true });
    await page.context().close();
  }
}
await browser.close();
