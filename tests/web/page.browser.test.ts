import { existsSync } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPage } from '../../src/web/page.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { chromium } from '../material.ts';

/** Words and addresses that are wider than a phone, as feeds have them. */
const wide = anEntry({
  title: `Deprecating ${'InternalConfigurationServiceFactory'.repeat(4)}`,
  body: `See ${'averyveryverylongidentifier_'.repeat(12)} for the rest. It was moved in 3 weeks.`,
});

describe.skipIf(!existsSync(chromium))('the page in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
  });
  afterAll(() => browser?.close());

  const open = async (width: number, colorScheme: 'light' | 'dark') => {
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    await page.setContent(await renderPage(anEdition({ deepDives: [wide, ...anEdition().deepDives.slice(1)] })));
    return { page, requests };
  };

  it.each([
    ['a phone', 360],
    ['a desktop', 1280],
  ])('fits the width of %s and asks for nothing', async (_, width) => {
    const { page, requests } = await open(width, 'light');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(requests).toEqual([]);
    await page.close();
  });

  it('follows the reader from light to dark', async () => {
    const colours: unknown[] = [];
    for (const scheme of ['light', 'dark'] as const) {
      const { page } = await open(800, scheme);
      colours.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'));
      await page.close();
    }
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(18, 22, 29)']);
  });

  it('has no title that reorders what stands beside it', async () => {
    const item = { title: 'Turned \u202earound', company: 'Acme', source: 'Acme', url: 'https://acme.example/turned' };
    const page = await browser.newPage();
    await page.setContent(await renderPage(anEdition({ alsoPublished: [item] })));
    const placeOf = (letter: string) =>
      page.evaluate(`(() => {
        const text = document.querySelector('.also span').firstChild;
        const range = document.createRange();
        range.setStart(text, text.data.indexOf('${letter}'));
        range.setEnd(text, text.data.indexOf('${letter}') + 1);
        return range.getBoundingClientRect().x;
      })()`);
    expect(await placeOf('A')).toBeLessThan(Number(await placeOf('e')));
    await page.close();
  });

  it('leads from a pattern to the entry that it cites', async () => {
    const { page } = await open(800, 'light');
    await page.getByRole('link', { name: 'Globex: Sharding without tears' }).click();
    expect(await page.evaluate('document.querySelector(":target h3")?.textContent')).toBe('Sharding without tears');
    await page.close();
  });
});
