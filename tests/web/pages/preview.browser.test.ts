import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveEdition } from '../../../src/archive/editions.ts';
import { saveSubscription } from '../../../src/archive/subscriptions.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { aSubscription } from '../../delivery/a-subscription.ts';
import { chromium } from '../../material.ts';
import { aWatchedSite } from '../a-watched-site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Markup of either platform and of HTML, and words that are wider than a phone: each must be seen as it is. */
const wide = 'averyveryverylongidentifier_'.repeat(12);
const body = `Use <script>alert(1)</script> & *not* _this_ or <@U1>, @everyone, [a](http://x). ${wide}`;
const hostile = anEntry({ title: `Add <T> support | in ${wide}`, body });
const edition = anEdition({ deepDives: [hostile, ...anEdition().deepDives.slice(1)] });

const served = async (): Promise<string> => {
  const { archive, address } = await aWatchedSite();
  await saveEdition(archive, edition, {
    until: '2026-04-01T06:00:00Z',
    builtAt: '2026-04-01T06:05:00Z',
    decisions: edition.deepDives.map(({ url, title, source, company }) => ({
      ...{ url, title, source, company, decision: 'deep-dive' as const },
      reasons: [`substance 0.81: ${wide}`, `dropped “${body}”`],
    })),
  });
  await saveSubscription(archive, aSubscription({ companies: ['Globex'] }), '2026-03-01T00:00:00Z');
  return address;
};

describe.skipIf(!existsSync(chromium))('/preview in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
  });
  afterAll(() => browser?.close());

  /** What went wrong on the page, or went elsewhere, is in `faults`. */
  const open = async (path: string, options: BrowserContextOptions = {}) => {
    const address = await served();
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('request', request => {
      if (!request.url().startsWith(address)) faults.push(`asked for ${request.url()}`);
    });
    page.on('response', response => {
      if (response.status() >= 400) faults.push(`${response.status()} of ${response.url()}`);
    });
    page.on('console', message => faults.push(message.text()));
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(address + path);
    return { page, faults, close: () => context.close() };
  };

  const sizes = [360, 820, 1280];
  const schemes = ['light', 'dark'] as const;

  it.each(sizes.flatMap(width => schemes.map(colorScheme => [width, colorScheme] as const)))(
    'fits a window of %i columns, in the %s, and asks for nothing from elsewhere',
    async (width, colorScheme) => {
      const { page, faults, close } = await open('/preview', { viewport: { width, height: 800 }, colorScheme });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      const cut =
        'Array.from(document.querySelectorAll(".windows > section")).filter(s => s.scrollWidth > s.clientWidth).length';
      expect(await page.evaluate(cut)).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('has the platforms side by side on a desktop, and one below the other on a phone', async () => {
    for (const width of [1280, 360]) {
      const { page, close } = await open('/preview', { viewport: { width, height: 800 } });
      const [slack, discord] = [
        await page.locator('#slack').boundingBox(),
        await page.locator('#discord').boundingBox(),
      ];
      if (width === 1280) expect(discord?.y).toBe(slack?.y);
      else expect(discord?.y).toBeGreaterThan((slack?.y ?? 0) + (slack?.height ?? 0));
      await close();
    }
  });

  it('shows the text of a feed as it is, on both platforms and in the reasons', async () => {
    const { page, close } = await open('/preview');
    for (const place of ['#slack', '#discord', '#why']) {
      expect(await page.locator(place).textContent()).toContain(body);
      expect(await page.locator(`${place} script, ${place} .message em`).count()).toBe(0);
    }
    await close();
  });

  it('is asked by its form for what a channel would follow', async () => {
    const { page, faults, close } = await open('/preview');
    await page.locator('form.filter summary').click();
    await page.getByRole('checkbox', { name: 'Globex' }).check();
    await page.getByLabel('as shown by').selectOption('Slack');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    expect(new URL(page.url()).search).toBe('?date=2026-04-01&platform=slack&company=Globex');
    expect(await page.locator('#discord').count()).toBe(0);
    expect(await page.locator('#slack').textContent()).not.toContain('Add <T> support');
    expect(await page.locator('.left-out').allInnerTexts()).toEqual([
      'Left out by the filter: it is from Acme, about Databases, Migrations and modernization.',
    ]);
    await page.locator('.channels summary').click();
    await page.getByRole('link', { name: 'Slack C1' }).click();
    expect(await page.locator('.note').textContent()).toContain('What the Slack channel C1 gets');
    expect(faults).toEqual([]);
    await close();
  });

  it.each(sizes.flatMap(width => schemes.map(colorScheme => [width, colorScheme] as const)))(
    'has no serious fault by axe, at %i columns, in the %s',
    async (width, colorScheme) => {
      const viewport = { width, height: 800 };
      const { page, close } = await open('/preview?company=Globex', { viewport, colorScheme, bypassCSP: true });
      await page.locator('form.filter summary').click();
      await page.addScriptTag({ content: axe });
      const serious: unknown = await page.evaluate(`axe.run().then(({ violations }) => violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => [id, nodes.map(({ target, failureSummary }) => [target.join(), failureSummary])]))`);
      expect(serious).toEqual([]);
      await close();
    },
  );
});
