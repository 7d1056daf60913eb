/** An archive that cannot be written while editions are delivered: nothing is sent that cannot be kept, nothing twice, and it goes on by itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { getDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { partsOf } from '../../src/archive/parts.ts';
import { search } from '../../src/archive/search.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { partsFor } from '../../src/delivery/plan.ts';
import { parseQuery } from '../../src/edition/query.ts';
import { anEdition } from '../an-edition.ts';
import { hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';

const longAgo = '2026-01-01T00:00:00Z';
const now = '2026-04-01T06:00:00Z';
const edition = anEdition();
const channels = ['C1', 'C2', 'C3'].map(channel => aSubscription({ channel }));
const partsOfEdition = 5;

/** What befalls the file, and how it passes. */
interface Affliction {
  readonly reason: string;
  befall(archive: Archive): Promise<unknown>;
  pass(archive: Archive): Promise<unknown>;
}

const pragma = (archive: Archive, words: string) => sql.raw(`pragma ${words}`).execute(archive.db);

/** Whatever is kept of a part needs room beside it. */
const needMoreRoom = (archive: Archive) =>
  sql`create temp trigger more_room before update on parts begin
    insert into cache values ('room', hex(randomblob(8)), hex(zeroblob(8000)), null); end`.execute(archive.db);

const afflictions: readonly Affliction[] = [
  {
    reason: 'database or disk is full',
    // Never fewer pages than there are.
    befall: archive => pragma(archive, 'max_page_count = 1'),
    pass: archive => pragma(archive, 'max_page_count = 4294967294'),
  },
  {
    reason: 'attempt to write a readonly database',
    befall: archive => pragma(archive, 'query_only = on'),
    pass: archive => pragma(archive, 'query_only = off'),
  },
];

describe.each(afflictions)('an archive that cannot be written ($reason)', ({ reason, befall, pass }) => {
  let folder: string;
  let archive: Archive;
  let lines: { msg: string; err?: { message: string } }[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'full-disk-'));
    archive = await openArchive({ path: join(folder, 'archive.db') });
    lines = [];
    await saveEdition(archive, edition, { until: longAgo, builtAt: longAgo });
    for (const channel of channels) await saveSubscription(archive, channel, longAgo);
    await needMoreRoom(archive);
  });
  afterEach(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });

  /** A dispatcher whose platform does what `onPosted` says once so many parts stand, before its answer comes. */
  const setUp = (onPosted: (standing: number) => Promise<unknown> = async () => {}) => {
    const platform = aPlatform();
    const post: typeof platform.post = async (...call) => {
      const posted = await platform.post(...call);
      await onPosted(platform.standing.length);
      return posted;
    };
    const dispatcher = aDispatcher({
      archive,
      platform: { ...platform, post },
      clock: hastyClock(now),
      logger: pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) }),
    });
    const takeUp = async () => {
      await dispatcher.takeUp();
      await dispatcher.idle();
    };
    return { platform, takeUp };
  };

  const plan = (platform: ReturnType<typeof aPlatform>) => {
    const [first] = channels;
    const parts = first === undefined ? [] : partsFor(platform, first, edition, { now: () => new Date(now) });
    return planDeliveries(archive, [{ edition: edition.date, parts, channels }], now);
  };

  const expectAllOnce = (platform: ReturnType<typeof aPlatform>) => {
    const keys = channels.map(({ channel }) =>
      platform.standing.filter(({ target }) => target.channel === channel).map(({ key }) => key),
    );
    expect(keys).toEqual(
      channels.map(({ channel }) =>
        Array.from({ length: partsOfEdition }, (_, ordinal) => `${edition.date}/slack/T1/${channel}/${ordinal}`),
      ),
    );
  };

  it('posts nothing where that cannot be planned, and all once it can', async () => {
    const { platform, takeUp } = setUp();
    // What is planned of an edition is larger than what is left of a page.
    await sql`create temp trigger planning before insert on plans begin
      insert into cache values ('room', hex(randomblob(8)), hex(zeroblob(8000)), null); end`.execute(archive.db);
    await befall(archive);
    for (const _ of Array(3)) {
      await expect(takeUp()).rejects.toMatchObject({ code: 'unwritable', message: expect.stringContaining(reason) });
    }
    expect(platform.calls).toEqual([]);
    await pass(archive);
    await takeUp();
    expectAllOnce(platform);
  });

  it('posts nothing where it cannot be kept that it is being sent, and all once it can', async () => {
    const { platform, takeUp } = setUp();
    await plan(platform);
    await befall(archive);
    for (const _ of Array(3)) await takeUp();
    expect(platform.calls).toEqual([]);
    await pass(archive);
    await takeUp();
    expectAllOnce(platform);
    expect(await getDelivery(archive, { ...aSubscription(), edition: edition.date })).toMatchObject({
      outcome: 'posted',
      attempts: 0,
    });
  });

  it.each([1, 4, 13])('finds part %i again whose answer could not be kept, and doubles nothing', async befallen => {
    const { platform, takeUp } = setUp(standing => (standing === befallen ? befall(archive) : Promise.resolve()));
    await takeUp();
    const amid = platform.standing.length;
    // The others were on their way: at most one for each channel.
    expect(amid).toBeLessThan(befallen + channels.length);
    await takeUp();
    expect(platform.standing).toHaveLength(amid);
    expect(platform.calls.some(call => call.startsWith('find '))).toBe(true);
    await pass(archive);
    await takeUp();
    expectAllOnce(platform);
  });

  it('keeps the part as being sent whose answer could not be kept', async () => {
    const { takeUp } = setUp(standing => (standing === 1 ? befall(archive) : Promise.resolve()));
    await takeUp();
    const states = await Promise.all(
      channels.map(async ({ channel }) => (await partsOf(archive, `${edition.date}/slack/T1/${channel}`))[0]?.state),
    );
    expect(states).toContain('sending');
    expect(states).not.toContain('posted');
  });

  it('answers look-ups all the same', async () => {
    await befall(archive);
    expect((await search(archive, parseQuery('company:acme'))).total).toBe(1);
  });

  it('is told as what it is, to whom says it to people', async () => {
    const { platform, takeUp } = setUp();
    await plan(platform);
    await befall(archive);
    await takeUp();
    expect(lines[0]?.err?.message).toContain(`cannot be written (${reason})`);
  });
});
