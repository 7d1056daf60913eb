/** Chromium before the real server of a site, with all that it asks for and complains of. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pino } from 'pino';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { listen } from '../../src/web/server.ts';
import { createSite } from '../../src/web/site.ts';
import { chromium } from '../material.ts';

export interface Opened {
  readonly page: Page;
  /** Addresses of all that was asked for. */
  readonly requests: readonly string[];
  /** What the browser complained of: violations of the policy, errors of the script; but not answers that are no 200. */
  readonly complaints: readonly string[];
}

export interface ABrowser {
  origin(): string;
  /** Opens a path of the site; the page is closed when the test ends. */
  open(path: string, options?: BrowserContextOptions): Promise<Opened>;
}

/** For all tests of the suite that calls this. */
export const aBrowser = (editions: readonly Edition[]): ABrowser => {
  let browser: Browser;
  let origin = '';
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    const archive = await openArchive({ path: ':memory:' });
    for (const edition of editions) {
      const at = `${edition.date}T06:00:00Z`;
      await saveEdition(archive, edition, { until: at, builtAt: at });
    }
    const now = () => new Date('2026-04-02T12:00:00Z');
    const site = createSite({ archive, now, logger: pino({ level: 'silent' }) });
    const server = await listen(site, { port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${server.port}`;
    const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
    browser = await playwright.launch({ executablePath: chromium, args });
    close = async () => {
      await browser.close();
      await server.close();
      await archive.close();
    };
  });
  afterAll(() => close());
  return {
    origin: () => origin,
    open: async (path, options = {}) => {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const requests: string[] = [];
      const complaints: string[] = [];
      page.on('request', request => requests.push(request.url()));
      page.on('pageerror', error => complaints.push(String(error)));
      page.on('console', message => {
        const isStatus = message.text().startsWith('Failed to load resource: the server responded with a status of 4');
        if (['error', 'warning'].includes(message.type()) && !isStatus) complaints.push(message.text());
      });
      await page.goto(origin + path);
      return { page, requests, complaints };
    },
  };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds of the grave kinds, each as its rule and the elements that break it. The policy of the page is for its own scripts, not for the browser's. */
export const graveFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  return page.evaluate<readonly string[]>(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ html, failureSummary }) => html.slice(0, 120) + ' ' + failureSummary).slice(0, 3).join(' | ')))`);
};
