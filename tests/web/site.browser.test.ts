import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/edition/theme.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { chromium } from '../material.ts';
import { aBrowser, graveFaults } from './a-browser.ts';
import { manyEditions } from './many-editions.ts';

const long = `Deprecating ${'InternalConfigurationServiceFactory'.repeat(4)}`;
const longCompany = 'Gesellschaft für Verteilte Rechnersysteme und Datenbankinfrastrukturtechnologie';

/** Long words, long names, and every theme that there is. */
const latest = anEdition({
  date: '2026-04-02',
  deepDives: [
    anEntry({ title: long, company: longCompany, body: `See ${'averyveryverylongidentifier_'.repeat(12)}.` }),
    ...anEdition().deepDives.slice(1),
    ...themes.map(({ slug }, place) => anEntry({ id: `of-${slug}`, company: `Company ${place}`, themes: [slug] })),
  ],
});

/** Of every kind, those included that say that there is nothing. */
const paths = [
  '/',
  '/2026-04-01',
  '/companies',
  '/company/acme',
  '/company/acme?page=2',
  '/company/acme?page=99',
  '/company/acme?page=x',
  '/themes',
  '/theme/databases',
  '/calendar',
  '/calendar/2026',
  '/search',
  '/search?q=company%3Aacme%20ledger',
  '/search?q=acme',
  '/search?q=company%3Acloudfare%20nosuchword%20databases',
  '/search?q=foo%3Abar',
  '/nowhere',
];

const views = [360, 1280].flatMap(width => (['light', 'dark'] as const).map(colorScheme => ({ width, colorScheme })));

describe.skipIf(!existsSync(chromium))('the site in Chromium (skipped where it is not installed)', () => {
  const { open, origin } = aBrowser([latest, ...manyEditions(45)]);

  describe.each(views)('$width wide, in the $colorScheme', ({ width, colorScheme }) => {
    const view = { viewport: { width, height: 800 }, colorScheme };

    it.each(paths)('%s fits, asks for nothing from elsewhere, and has no grave fault of access', async path => {
      const { page, requests, complaints } = await open(path, view);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(requests.length).toBeGreaterThan(2);
      expect(requests.filter(address => !address.startsWith(`${origin()}/`))).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await graveFaults(page)).toEqual([]);
    });
  });

  it('follows the reader from light to dark', async () => {
    const colours: unknown[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page } = await open('/themes', { colorScheme });
      colours.push(await page.evaluate('getComputedStyle(document.querySelector("svg rect:not(.ground)")).fill'));
    }
    expect(colours).toEqual(['rgb(11, 87, 164)', 'rgb(121, 184, 255)']);
  });

  it.each(['/', '/company/acme', '/themes', '/companies', '/calendar', '/search?q=acme'])(
    'prints %s in black on white, without the ways around, whatever the theme of the reader',
    async path => {
      const { page } = await open(path, { colorScheme: 'dark' });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav:visible, form:visible, .skip:visible, footer.site:visible').count()).toBe(0);
      const style = 'getComputedStyle(document.body)';
      expect(await page.evaluate(`[${style}.color, ${style}.backgroundColor]`)).toEqual([
        'rgb(0, 0, 0)',
        'rgb(255, 255, 255)',
      ]);
      const pale = `[...document.querySelectorAll('main :is(h1, h2, h3, p, a, td, th, li)')]
        .map(element => getComputedStyle(element).color)
        .filter(colour => colour.match(/\\d+/g).some(part => Number(part) > 90))`;
      expect(await page.evaluate(pale)).toEqual([]);
    },
  );

  it('leads around by the keyboard alone', async () => {
    const { page } = await open('/');
    const focused = () => page.evaluate('document.activeElement.textContent.trim() || document.activeElement.name');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    expect(await page.locator('.skip').boundingBox()).toMatchObject({ x: expect.closeTo(16, 0) });
    for (const name of ['Engineering @ Scale', 'Calendar', 'Companies', 'Themes', 'q']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).toBe('solid');
    }
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/themes');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    // Past the ways around: the first theme.
    expect(await focused()).toBe('Databases');
  });

  it('leads from an entry of a company to its place in its edition', async () => {
    const { page } = await open('/company/acme?page=2');
    await page.getByRole('link', { name: 'Edition of March 12, 2026' }).click();
    await page.waitForURL('**/2026-03-12#acme-2026-03-12');
    expect(await page.evaluate('document.querySelector(":target h3").textContent')).toBe('What Acme did on 2026-03-12');
  });
});
