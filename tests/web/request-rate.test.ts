import { parseHTML } from 'linkedom';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { createMetrics } from '../../src/web/metrics/metrics.ts';
import { createSite, type SiteOptions } from '../../src/web/site.ts';
import { now } from './a-watched-site.ts';

const operatorToken = 'operator-token-of-32-characters-';
const [reader, another] = ['8.8.8.8', '9.9.9.9'];

/** Three at once of one reader, five of all; two wrong tokens. */
const rates: NonNullable<SiteOptions['rates']> = {
  each: { atOnce: 3, interval: 1_000 },
  all: { atOnce: 5, interval: 100 },
  guesses: { atOnce: 2, interval: 60_000 },
};

const aLimitedSite = async (options: Partial<SiteOptions> = {}) => {
  const archive = await openArchive({ path: ':memory:' });
  onTestFinished(() => archive.close());
  const clock = { time: 0 };
  const site = createSite({
    archive,
    now: () => new Date(now),
    logger: pino({ level: 'silent' }),
    metrics: createMetrics({ archive, now: () => new Date(now), sources: [] }),
    operatorToken,
    rates,
    stopwatch: () => clock.time,
    ...options,
  });
  const ask = async (path: string, from: string, init: RequestInit = {}) =>
    site.request(path, init, { incoming: { socket: { remoteAddress: from } } });
  const statuses = async (path: string, from: string, times: number, init?: RequestInit) => {
    const all: number[] = [];
    for (let asked = 0; asked < times; asked++) all.push((await ask(path, from, init)).status);
    return all;
  };
  return { ask, statuses, clock };
};

const call: RequestInit = {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', Host: 'localhost' },
  body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
};

describe('a reader who asks for too much', () => {
  it('is told when to ask again, on a page that can be read', async () => {
    const { ask, statuses } = await aLimitedSite();
    expect(await statuses('/search?q=kafka', reader, 3)).toEqual([200, 200, 200]);
    const answer = await ask('/search?q=kafka', reader);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1']);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    const { document } = parseHTML(await answer.text());
    expect(document.querySelector('main')?.textContent).toContain('Try again in 1 second.');
  });

  it('is told so where results are shown as they type, in the place of the results', async () => {
    const { ask, statuses } = await aLimitedSite();
    await statuses('/search?q=kafka&part=results', reader, 3);
    const answer = await ask('/search?q=kafka&part=results', reader);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([429, 'text/html; charset=UTF-8']);
    expect(await answer.text()).toBe(
      '<h2>That was quick</h2><p>Too much was asked for in a short time. Try again in 1 second.</p>',
    );
  });

  it('is told so as an assistant understands it: by an error of the protocol', async () => {
    const { ask, statuses } = await aLimitedSite();
    expect(await statuses('/mcp', reader, 3, call)).not.toContain(429);
    const answer = await ask('/mcp', reader, call);
    expect(answer.status).toBe(429);
    expect(await answer.json()).toMatchObject({
      jsonrpc: '2.0',
      error: { message: expect.stringContaining('1 second') },
    });
  });

  it('is answered again once they waited for that long', async () => {
    const { statuses, clock } = await aLimitedSite();
    await statuses('/search', reader, 3);
    clock.time = 999;
    expect(await statuses('/search', reader, 1)).toEqual([429]);
    clock.time = 1_000;
    expect(await statuses('/search', reader, 2)).toEqual([200, 429]);
  });

  it('is the same by however the path is written', async () => {
    const { statuses } = await aLimitedSite();
    await statuses('/search', reader, 3);
    expect(await statuses('/%73earch?q=x', reader, 1)).toEqual([429]);
    expect(await statuses('//search?q=x', reader, 1)).not.toEqual([200]);
  });

  it('gets all else: what is kept, what a browser needs, and whether the process lives', async () => {
    const { ask, statuses } = await aLimitedSite();
    await statuses('/search', reader, 10);
    for (const path of ['/companies', '/favicon.svg', '/healthz', '/feed.rss'])
      expect((await ask(path, reader)).status).not.toBe(429);
  });

  it('keeps nobody else from asking', async () => {
    const { statuses } = await aLimitedSite();
    await statuses('/search', reader, 10);
    expect(await statuses('/preview', another, 1)).toEqual([200]);
  });
});

describe('all readers together', () => {
  it('have a limit too, whichever addresses they have', async () => {
    const { statuses, clock } = await aLimitedSite();
    for (let address = 1; address <= 5; address++)
      expect(await statuses('/search', `8.8.8.${address}`, 1)).toEqual([200]);
    expect(await statuses('/search', '8.8.8.6', 1)).toEqual([429]);
    clock.time = 100;
    expect(await statuses('/search', '8.8.8.6', 2)).toEqual([200, 429]);
  });

  it('have that one alone behind a proxy that nobody named, as they cannot be told apart', async () => {
    const { statuses } = await aLimitedSite({ isPublic: true });
    const headers = { 'X-Forwarded-For': reader };
    expect(await statuses('/search', '127.0.0.1', 6, { headers })).toEqual([200, 200, 200, 200, 200, 429]);
  });

  it('are told apart behind one that the operator named', async () => {
    const { statuses } = await aLimitedSite({ isPublic: true, trustedProxies: ['127.0.0.1'] });
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });
    expect(await statuses('/search', '127.0.0.1', 4, from(reader))).toEqual([200, 200, 200, 429]);
    expect(await statuses('/search', '127.0.0.1', 1, from(another))).toEqual([200]);
  });
});

describe('whoever guesses at the token of the operator', () => {
  const bringing = (token: string): RequestInit => ({ headers: { Authorization: `Bearer ${token}` } });

  it('may do so a few times, and is then told nothing: not that the next is right', async () => {
    const { ask, statuses, clock } = await aLimitedSite();
    expect(await statuses('/metrics', reader, 3, bringing('a-wrong-token'))).toEqual([401, 401, 429]);
    const answer = await ask('/metrics', reader, bringing(operatorToken));
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60']);
    expect(await answer.text()).not.toContain('digest_');
    expect(await statuses('/preview?channel=x', reader, 1, bringing(operatorToken))).toEqual([429]);
    clock.time = 60_000;
    expect(await statuses('/metrics', reader, 1, bringing(operatorToken))).toEqual([200]);
  });

  it('keeps the operator elsewhere from nothing', async () => {
    const { statuses } = await aLimitedSite();
    await statuses('/metrics', reader, 10, bringing('a-wrong-token'));
    expect(await statuses('/metrics', another, 20, bringing(operatorToken))).toEqual(Array(20).fill(200));
  });
});

describe('the number of a request', () => {
  const numberOf = async (options: Partial<SiteOptions>, from: string, path = '/healthz') => {
    const { ask } = await aLimitedSite(options);
    const answer = await ask(path, from, { headers: { 'X-Request-Id': 'given-by-somebody' } });
    return answer.headers.get('X-Request-Id');
  };

  it('is ours, whatever a stranger gives: it would stand in the log as if it were', async () => {
    const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
    for (const path of ['/healthz', '/none-such', '/2026-01-01'])
      expect(await numberOf({}, reader, path)).toMatch(uuid);
    expect(await numberOf({ isPublic: true }, '127.0.0.1')).toMatch(uuid);
  });

  it('is that of the operator’s own proxy, so that both logs have one', async () => {
    expect(await numberOf({ isPublic: true, trustedProxies: ['10.0.0.0/8'] }, '10.1.2.3')).toBe('given-by-somebody');
  });
});
