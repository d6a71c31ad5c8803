// SPDX-License-Identifier: Apache-2.0
// node check.mjs PAGE...: opens each page in headless Chromium and says what a reader would trip
// over. Exit status 1 when there is anything.
import { axePath, launch, openPage, setLanguage } from './browser.mjs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const axe = await readFile(axePath, 'utf8');
const browser = await launch();
let failures = 0;
let checks = 0;

function expect(good, what) {
  checks += 1;
  if (good) return;
  failures += 1;
  console.error(`FAILED ${what}`);
}

// axe comes in through the debugger, past the page's own policy, in a context without it.
async function axeViolations(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document));
  return violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(' | ')}`);
}

async function visibleArticles(page) {
  return page.evaluate(() => [...document.querySelectorAll('article')]
    .filter((a) => getComputedStyle(a).display !== 'none').map((a) => a.lang));
}

async function check(file) {
  const name = path.basename(file);
  for (const scheme of ['light', 'dark']) {
    for (const [device, width, height] of [['desktop', 1280, 860], ['phone', 360, 740]]) {
      const { page, complaints } = await openPage(browser, file, { width, height, scheme });
      for (const [language, tag] of [['zh', 'zh-Hans'], ['en', 'en']]) {
        const where = `${name}, ${language}, ${scheme}, ${device}`;
        await setLanguage(page, language);
        expect(String(await visibleArticles(page)) === tag, `${where}: only the ${tag} text is shown`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow <= 0, `${where}: scrolls sideways by ${overflow} px`);
        for (const line of await axeViolations(page)) expect(false, `${where}: axe ${line}`);
        checks += 1;
      }
      expect(complaints.length === 0, `${name}, ${scheme}, ${device}: ${complaints.join('; ')}`);
      await page.context().close();
    }
  }
  await checkSorting(file, name);
  await checkWithoutScript(file, name);
}

// A click on a head sorts by its column, a second one the other way round, and no row is lost.
async function checkSorting(file, name) {
  const { page } = await openPage(browser, file, { width: 1280, height: 860, scheme: 'light' });
  const tables = page.locator('article[lang=zh-Hans] table.sortable');
  for (let i = 0; i < await tables.count(); i += 1) {
    const table = tables.nth(i);
    const head = table.locator('thead th').nth(1);
    const rows = () => table.locator('tbody tr').allInnerTexts();
    const before = await rows();
    await head.locator('button').click({ timeout: 2000 }).catch(() => {});
    const down = await rows();
    expect(await head.getAttribute('aria-sort') === 'descending', `${name}, table ${i}: sorts on a click`);
    await head.locator('button').click({ timeout: 2000 }).catch(() => {});
    const up = await rows();
    expect(await head.getAttribute('aria-sort') === 'ascending', `${name}, table ${i}: sorts the other way round`);
    expect(String([...up].sort()) === String([...before].sort()), `${name}, table ${i}: keeps its rows`);
    expect(new Set(before).size < 2 || String(up) !== String(down), `${name}, table ${i}: the order changes`);
  }
  await page.context().close();
}

// The whole page is there without a script, the switch works from the keyboard, and it prints.
async function checkWithoutScript(file, name) {
  const { page } = await openPage(browser, file, { width: 1280, height: 860, scheme: 'light', javaScript: false });
  expect(await page.locator('h1:visible').count() === 1, `${name}: one visible h1 without script`);
  await page.locator('main > input:checked').focus();
  await page.keyboard.press('ArrowRight');
  expect(await page.locator('main > input:checked').getAttribute('id') === 'en', `${name}: arrow key changes the language`);
  expect(String(await visibleArticles(page)) === 'en', `${name}: English is shown after it`);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length > 10000 && pdf.subarray(0, 5).toString() === '%PDF-', `${name}: prints to PDF`);
  await page.context().close();
}

const pages = process.argv.slice(2);
// A few at a time: a browser that opens all of them at once runs into its own time limits.
const waiting = [...pages];
const worker = async () => {
  while (waiting.length > 0) await check(waiting.shift());
};
await Promise.all([worker(), worker(), worker()]);
await browser.close();
if (pages.length === 0) {
  console.error('no page to check');
  process.exit(1);
}
console.log(`${pages.length} pages, ${checks} checks, ${failures} failures`);
process.exit(failures === 0 ? 0 : 1);
