import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderEmail } from '../../src/web/email.ts';
import { anEdition } from '../an-edition.ts';
import { chromium } from '../material.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!existsSync(chromium))('the letter in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
  });
  afterAll(() => browser?.close());

  it.each([
    ['a phone in the light', 360, 'light'],
    ['a phone in the dark', 360, 'dark'],
    ['a desktop in the light', 1280, 'light'],
    ['a desktop in the dark', 1280, 'dark'],
  ] as const)('is readable on %s, and asks for nothing', async (_, width, colorScheme) => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    await page.setContent(await renderEmail(anEdition(), { page: 'https://digest.example.org/2026-04-01' }));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await page.getByText('Databases: 2 companies in one day').first().isVisible()).toBe(false);
    await page.evaluate(axe);
    const faults = await page.evaluate(
      "axe.run({ runOnly: ['wcag2a', 'wcag2aa'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.length]))",
    );
    expect(faults).toEqual([]);
    expect(requests).toEqual([]);
    await page.close();
  });
});
