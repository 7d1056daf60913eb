import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { examineClock, examineDatabase, examineFeeds } from '../../src/cli/examinations.ts';
import { emptyFolder } from './digest.ts';

const now = () => new Date('2026-04-01T06:00:00Z');
const making = { digestAt: '08:00', timeZone: 'Europe/Berlin' };

describe('the clock', () => {
  const clockAgainst = (headers: Record<string, string>) =>
    examineClock(making, { url: 'https://slack.example', now, exchange: async () => new Response(null, { headers }) });

  it.each([
    [
      'agrees',
      'Wed, 01 Apr 2026 06:00:20 GMT',
      true,
      'agrees with https://slack.example; it is 08:00 in Europe/Berlin',
    ],
    ['is ahead', 'Wed, 01 Apr 2026 05:58:00 GMT', false, 'is 120 seconds ahead of'],
    ['is behind', 'Wed, 01 Apr 2026 06:01:00 GMT', false, 'is 60 seconds behind'],
    ['meets a server that tells nonsense', 'soon', true, 'could not be compared'],
  ])('%s', async (_, date, isWell, what) => {
    expect(await clockAgainst({ date })).toMatchObject({ isWell, what: expect.stringContaining(what) });
  });

  it('cannot be compared without a network, and says so', async () => {
    const exchange = () => Promise.reject(new Error('fetch failed'));
    const finding = await examineClock(making, { url: 'https://slack.example', now, exchange });
    expect(finding).toMatchObject({ isWell: false, remedy: 'fetch failed. Is there a network?' });
  });
});

describe('the database', () => {
  it('is well where it can be written, and told where it cannot', async () => {
    const folder = emptyFolder();
    expect(await examineDatabase({ path: join(folder, 'new/archive.db') })).toMatchObject({ isWell: true });
    mkdirSync(join(folder, 'folder.db'));
    expect(await examineDatabase({ path: join(folder, 'folder.db') })).toMatchObject({ isWell: false });
    writeFileSync(join(folder, 'notes.txt'), 'Remember the milk. '.repeat(100));
    const damaged = await examineDatabase({ path: join(folder, 'notes.txt') });
    expect(damaged).toMatchObject({ isWell: false, remedy: expect.stringContaining('notes.txt') });
  });
});

describe('the feeds', () => {
  const ok = { name: 'Acme', status: 'ok', items: 3 } as const;
  const failed = { name: 'Initech', status: 'failed', items: 0, reason: '404 Not Found' } as const;

  it('are counted, and each that fails is noted with its cause, and stops nothing', () => {
    expect(examineFeeds([ok])).toEqual([{ isWell: true, what: '1 of 1 source can be read.' }]);
    const [, second] = examineFeeds([ok, failed]);
    expect(second).toMatchObject({
      isWell: false,
      isTolerable: true,
      what: 'Initech cannot be read.',
      remedy: '404 Not Found',
    });
  });

  it('that all fail are one finding', () => {
    expect(examineFeeds([failed, failed])).toMatchObject([{ isWell: false, what: 'None of 2 sources can be read.' }]);
  });
});
