import { existsSync } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderDiscord } from '../../../src/chat/discord/render.ts';
import { editionThread } from '../../../src/chat/edition-thread.ts';
import { renderSlack } from '../../../src/chat/slack/render.ts';
import { previewDiscordThread, previewSlackThread } from '../../../src/web/preview/preview.ts';
import { anEdition, anEntry } from '../../an-edition.ts';
import { chromium } from '../../material.ts';

/** Markup of either platform and of HTML, and a word that is wider than a phone: each must be seen as it is. */
const body = `Use <script>alert(1)</script> & *not* _this_ or <@U1>, @everyone, [a](http://x). ${'long'.repeat(60)}`;
const hostile = anEntry({ title: 'Add <T> support | in 2 steps', body });
const thread = editionThread(anEdition({ deepDives: [hostile, ...anEdition().deepDives.slice(1)] }));

const previews = {
  slack: () => previewSlackThread(renderSlack(thread)),
  discord: () => previewDiscordThread(renderDiscord(thread)),
};

describe.skipIf(!existsSync(chromium))('a previewed thread in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
  });
  afterAll(() => browser?.close());

  const open = async (platform: keyof typeof previews, width: number) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const requests: string[] = [];
    page.on('request', request => requests.push(request.url()));
    await page.setContent(await previews[platform]());
    return { page, requests };
  };

  describe.each(['slack', 'discord'] as const)('of %s', platform => {
    it.each([360, 1280])('fits a window of %i columns and asks for nothing', async width => {
      const { page, requests } = await open(platform, width);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(requests).toEqual([]);
      await page.close();
    });

    it('shows the text of a feed as it is, and runs none of it', async () => {
      const { page } = await open(platform, 1280);
      const shown = await page.locator('aside').textContent();
      expect(shown).toContain(body);
      expect(shown).toContain('Add <T> support | in 2 steps');
      expect(await page.locator('aside script, aside em').count()).toBe(0);
      await page.close();
    });

    it('links what the edition links, and nothing else', async () => {
      const { page } = await open(platform, 1280);
      const addresses: unknown = await page.evaluate(
        '[...new Set(Array.from(document.links, link => link.getAttribute("href")))].sort()',
      );
      expect(addresses).toEqual([
        'https://acme.example/award',
        'https://acme.example/ledger',
        'https://globex.example/shards',
      ]);
      await page.close();
    });

    it('has the Signal and the buttons in the channel, and a reply for each part of the thread', async () => {
      const { page } = await open(platform, 1280);
      expect(await page.locator('main').textContent()).toContain('Signal of the Day');
      expect(await page.locator('main').getByRole('button').allInnerTexts()).toEqual([
        'Subscribe this channel',
        'Browse',
      ]);
      expect(await page.locator('aside .message').count()).toBe(thread.thread?.length);
      await page.close();
    });
  });
});
