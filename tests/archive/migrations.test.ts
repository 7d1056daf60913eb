/** An archive that an earlier version wrote is brought up to date, and nothing that was on its way is lost or sent twice. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { deliveryKey, getDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { migrate } from '../../src/archive/migrate.ts';
import { migrations } from '../../src/archive/migrations.ts';
import { partsOf, payloadOf } from '../../src/archive/parts.ts';
import { openSqlite, sqlite } from '../../src/archive/sqlite.ts';
import { getSubscription } from '../../src/archive/subscriptions.ts';
import type { Tables } from '../../src/archive/tables.ts';
import { textSearchMigration } from '../../src/archive/text-search-sqlite.ts';
import { aSubscription } from '../delivery/a-subscription.ts';

const at = '2026-04-01T06:00:00.000Z';
const channel = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
const sent = { ...channel, edition: '2026-03-31' };
const halfSent = { ...channel, edition: '2026-04-01' };
const key = deliveryKey(halfSent);

/** As a version wrote it whose last step was `007-deliveries`. */
const writeBefore = async (path: string): Promise<void> => {
  const all = { ...migrations, '004-text-search': textSearchMigration };
  const steps = Object.fromEntries(Object.entries(all).filter(([name]) => name <= '007-deliveries'));
  const db = new Kysely<Tables>({ dialect: openSqlite(path) });
  await migrate(db, steps, { location: path, engine: sqlite });
  const subscription = JSON.stringify(aSubscription(channel));
  await sql`insert into subscriptions (platform, workspace, channel, subscription, created_at, saved_at)
    values ('slack', 'T1', 'C1', ${subscription}, ${at}, ${at})`.execute(db);
  for (const [delivery, finished, problem] of [
    [sent, at, null],
    [halfSent, null, 'Slack gave no answer.'],
  ] as const) {
    await sql`insert into deliveries (key, platform, workspace, channel, edition, planned_at, finished_at, problem, retry_at)
      values (${deliveryKey(delivery)}, 'slack', 'T1', 'C1', ${delivery.edition}, ${at}, ${finished}, ${problem}, ${problem && at})`.execute(
      db,
    );
  }
  // What stood had its payload taken away.
  await sql`insert into parts (delivery, ordinal, place, payload, state, message, thread, note, changed_at) values
    (${deliveryKey(sent)}, 0, 'parent', null, 'posted', '1.1', '1.1', null, ${at}),
    (${key}, 0, 'parent', null, 'posted', '2.1', '2.1', 'in plain text', ${at}),
    (${key}, 1, 'reply', '{"text":"Maybe sent"}', 'sending', null, null, null, ${at}),
    (${key}, 2, 'reply', '{"text":"To be sent"}', 'planned', null, null, null, ${at})`.execute(db);
  await db.destroy();
};

describe('an archive from before plans were shared', () => {
  let folder: string;
  let archive: Archive;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archive-'));
    const path = join(folder, 'archive.db');
    await writeBefore(path);
    archive = await openArchive({ path });
  });
  afterEach(async () => {
    await archive.close();
    rmSync(folder, { recursive: true });
  });

  it('knows what was delivered, and what waits with its cause', async () => {
    expect(await getDelivery(archive, sent)).toEqual({
      key: deliveryKey(sent),
      ...sent,
      plannedAt: at,
      finishedAt: at,
      outcome: 'posted',
      attempts: 0,
    });
    expect(await getDelivery(archive, halfSent)).toEqual({
      key,
      ...halfSent,
      plannedAt: at,
      problem: 'Slack gave no answer.',
      retryAt: at,
      attempts: 0,
    });
  });

  it('goes on where it was: what stands with its thread, what is in doubt since when, and what is sent for the rest', async () => {
    expect(await partsOf(archive, key)).toEqual([
      { ordinal: 0, place: 'parent', state: 'posted', changedAt: at, thread: '2.1', note: 'in plain text' },
      { ordinal: 1, place: 'reply', state: 'sending', changedAt: at },
      { ordinal: 2, place: 'reply', state: 'planned', changedAt: at },
    ]);
    expect(await payloadOf(archive, { key, ordinal: 1 })).toEqual({ text: 'Maybe sent' });
    expect(await payloadOf(archive, { key, ordinal: 2 })).toEqual({ text: 'To be sent' });
  });

  it('plans nothing anew that was planned before', async () => {
    const parts = [{ place: 'parent', payload: 'other' }] as const;
    await planDeliveries(archive, [{ edition: halfSent.edition, parts, channels: [channel] }], at);
    expect(await partsOf(archive, key)).toHaveLength(3);
    expect(await payloadOf(archive, { key, ordinal: 2 })).toEqual({ text: 'To be sent' });
  });

  it('has no channel suspended', async () => {
    expect(await getSubscription(archive, channel)).toEqual({
      ...aSubscription(channel),
      createdAt: at,
      savedAt: at,
    });
  });
});
