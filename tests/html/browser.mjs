// SPDX-License-Identifier: Apache-2.0
// Headless Chromium for the scripts beside this one. HTML_CHECK_MODULES names the folder with
// playwright-core and axe-core; CHROMIUM the browser.
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.join(process.env.HTML_CHECK_MODULES, 'package.json'));
const { chromium } = require('playwright-core');
export const axePath = require.resolve('axe-core/axe.min.js');

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** Opens a file; `complaints` gathers what the console says and every request that is not it. */
export async function openPage(browser, file, { width, height, scheme, javaScript = true }) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: javaScript,
  });
  const page = await context.newPage();
  const url = pathToFileURL(path.resolve(file)).href;
  const complaints = [];
  page.on('console', (message) => complaints.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (request.url() !== url) complaints.push(`request: ${request.url()}`);
  });
  await page.goto(url);
  return { page, complaints };
}

export async function setLanguage(page, language) {
  await page.locator(`label[for=${language}]`).click();
}
