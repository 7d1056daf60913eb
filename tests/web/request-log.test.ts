import fc from 'fast-check';
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { createLogger } from '../../src/cli/log.ts';
import { silentMeter } from '../../src/edition/meter.ts';
import { createRequestLog } from '../../src/web/request-log.ts';
import { createSite } from '../../src/web/site.ts';
import { aWatchedSite, now } from './a-watched-site.ts';

const [debug, warn, error] = [20, 40, 50];
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** A site of which each answer takes as long as is said. */
const answeringIn = async (milliseconds: number, path: string) => {
  const log: Readonly<Record<string, unknown>>[] = [];
  const times = [1_000, 1_000 + milliseconds];
  const site = new Hono();
  site.use(requestId());
  site.use(
    createRequestLog({
      logger: pino({ base: null, level: 'debug' }, { write: line => void log.push(JSON.parse(line)) }),
      meter: silentMeter,
      stopwatch: () => times.shift() ?? 0,
    }),
  );
  site.get('/page/:name', context => context.text('Here.'));
  site.get('/broken', () => {
    throw new Error('A fault of ours.');
  });
  site.onError((_, context) => context.text('No.', 500));
  const answer = await site.request(path);
  return { log, answer };
};

describe('what is noted of a request', () => {
  it('is a line for those who look closely, where all went well', async () => {
    const { log, answer } = await answeringIn(12.4, '/page/one?secret=1');
    const line = {
      level: debug,
      method: 'GET',
      route: '/page/:name',
      path: '/page/one',
      status: 200,
      milliseconds: 12,
    };
    expect(log).toEqual([expect.objectContaining(line)]);
    expect(log[0]?.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('is a warning where it took more than a second', async () => {
    expect((await answeringIn(1_000, '/page/one')).log[0]?.level).toBe(debug);
    expect((await answeringIn(1_001, '/page/one')).log[0]).toMatchObject({ level: warn, milliseconds: 1_001 });
  });

  it('is an error with its cause where it failed', async () => {
    const { log } = await answeringIn(3, '/broken');
    const err = { message: 'A fault of ours.' };
    expect(log).toEqual([expect.objectContaining({ level: error, route: '/broken', status: 500 })]);
    expect(log[0]).toMatchObject({ err });
  });

  it('is no error where the process says that it is not ready, however often that is asked for', async () => {
    const { get, log } = await aWatchedSite(() => ({ unready: () => [{ part: 'platforms', since: now }] }));
    for (let asked = 0; asked < 3; asked++) expect((await get('/readyz')).status).toBe(503);
    expect(log.filter(({ level }) => Number(level) > debug)).toEqual([]);
  });

  it('stands in the log under the number that the answer names', async () => {
    const { archive, get, log } = await aWatchedSite();
    await archive.close();
    const answer = await get('/');
    const told = log.filter(({ level }) => Number(level) >= warn);
    expect(told).toHaveLength(1);
    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(told[0]?.requestId).toBe(answer.headers.get('x-request-id'));
  });
});

describe('the number of a request', () => {
  const numberGiven = async (given: string) => {
    const { get } = await aWatchedSite();
    return (await get('/healthz', { headers: { 'X-Request-Id': given } })).headers.get('x-request-id');
  };

  it('is new where nobody gives one', async () => {
    const { get } = await aWatchedSite();
    const numbers = await Promise.all([1, 2].map(async () => (await get('/healthz')).headers.get('x-request-id')));
    expect(numbers[0]).toMatch(uuid);
    expect(numbers[0]).not.toBe(numbers[1]);
  });

  it('is that of a proxy where it is one', async () => {
    expect(await numberGiven('f058ebd6-02f7-4d3f-942e-904344e8cde5')).toBe('f058ebd6-02f7-4d3f-942e-904344e8cde5');
    expect(await numberGiven('a'.repeat(255))).toBe('a'.repeat(255));
  });

  it('is never what could be anything else', async () => {
    const { get } = await aWatchedSite();
    const printable = fc.string({
      unit: fc.integer({ min: 0x21, max: 0x7e }).map(code => String.fromCharCode(code)),
      minLength: 1,
    });
    const wrong = fc.oneof(
      printable.filter(text => /[^\w\-=]/.test(text)),
      fc.integer({ min: 256, max: 2_000 }).map(length => 'a'.repeat(length)),
    );
    await fc.assert(
      fc.asyncProperty(wrong, async given => {
        const answer = await get('/healthz', { headers: { 'X-Request-Id': given } });
        expect(answer.headers.get('x-request-id')).toMatch(uuid);
      }),
      { numRuns: 50 },
    );
  });
});

it('lets no token into the log, wherever it came in', async () => {
  const operatorToken = 'operator-token-of-32-characters-';
  const lines: string[] = [];
  const write = (line: string | Uint8Array) => lines.push(String(line)) > 0;
  const logger = createLogger({ level: 'trace', secrets: [operatorToken], timeZone: 'UTC' }, { write });
  const archive = await openArchive({ path: ':memory:' });
  await archive.close();
  const site = createSite({ archive, logger, now: () => new Date(now), operatorToken });
  const headers = {
    Authorization: 'Bearer of-somebody-else',
    Cookie: 'session=of-somebody',
    'X-Forwarded-For': '192.0.2.7',
  };
  for (const path of ['/?token=in-the-query', `/${operatorToken}`, '/search?q=x&access_token=in-the-query', '/none'])
    await site.request(path, { headers });
  expect(lines.length).toBeGreaterThanOrEqual(4);
  expect(lines.join('')).toContain('[hidden]');
  for (const secret of [operatorToken, 'of-somebody', 'in-the-query']) expect(lines.join('')).not.toContain(secret);
});
