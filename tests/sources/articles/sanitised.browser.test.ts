import { existsSync } from 'node:fs';
import { type Browser, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanArticle, extractArticle } from '../../../src/sources/article.ts';
import { chromium } from '../../material.ts';
import { hostileHtml } from './hostile-html.ts';

const url = 'https://blog.example.com/2026/queues';
const story = '<p>We moved the queues to another broker in three weeks, and lost no message on the way.</p>'.repeat(12);

/** Reads a piece as `innerHTML` too, follows links that do not lead to the web, and waits for what is due by then. */
const readAgainAndClick = `piece => {
  document.body.innerHTML = piece;
  for (const link of document.querySelectorAll('a[href]')) if (!/^http/.test(link.href)) link.click();
  return new Promise(done => setTimeout(done, 0));
}`;

describe.skipIf(!existsSync(chromium))('cleaned HTML in Chromium (skipped where it is not installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
  });
  afterAll(() => browser?.close());

  /** How many of `pieces` could be shown, as a page and put into one; how many scripts ran; the servers that were asked. */
  const show = async (pieces: readonly string[]) => {
    const page = await browser.newPage();
    const asked: string[] = [];
    let runs = 0;
    let shown = 0;
    await page.exposeFunction('pwned', () => {
      runs += 1;
    });
    await page.route('**', route => {
      const address = new URL(route.request().url());
      asked.push(address.host);
      return route.abort();
    });
    page.on('dialog', dialog => dialog.dismiss());
    for (const piece of pieces) {
      // Whatever goes elsewhere meanwhile is not shown to its end.
      shown += await page
        .setContent(`<!doctype html><body>${piece}</body>`)
        .then(() => page.evaluate(`(${readAgainAndClick})(${JSON.stringify(piece)})`))
        .then(() => 1)
        .catch(() => 0);
    }
    await page.close();
    return { shown, runs, asked };
  };

  it('runs nothing and asks nobody but the article’s own site for pictures', async () => {
    const cleaned = hostileHtml.flatMap(([, html]) => [
      cleanArticle(html, { title: 'Queues', base: url }).html,
      extractArticle(`<html><body><article>${story}${html}${story}</article></body></html>`, url).html,
    ]);
    const pieces = [...new Set(cleaned)];
    const { shown, runs, asked } = await show(pieces);
    expect(shown).toBe(pieces.length);
    expect(runs).toBe(0);
    expect([...new Set(asked)].filter(host => host !== 'blog.example.com')).toEqual([]);
  });

  it('would run what is not cleaned', async () => {
    expect((await show(hostileHtml.map(([, html]) => html))).runs).toBeGreaterThan(20);
  });
});
