import { sql } from 'kysely';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../../../src/archive/archive.ts';
import { beginRefreshing, changeInstallation, getInstallation } from '../../../../src/archive/installations.ts';
import { PlatformError } from '../../../../src/chat/platform.ts';
import type { Exchange } from '../../../../src/chat/slack/installing/exchange.ts';
import { writeInstallation } from '../../../../src/chat/slack/installing/installation.ts';
import { createRenewing } from '../../../../src/chat/slack/installing/renewing.ts';
import type { ArchivePlace } from '../../../archive/contract/place.ts';
import { there } from '../../../e2e/there.ts';
import { onSqlite } from '../../../engines.ts';
import { anInstallation, install, withKey, workspace } from './an-installation.ts';

const hour = 3_600_000;
const start = Date.UTC(2026, 3, 1);
const rotating = { botToken: 'xoxe.xoxb-1', refreshToken: 'xoxe-1', expiresAt: start + 12 * hour };
const next = { botToken: 'xoxe.xoxb-2', refreshToken: 'xoxe-2', expiresAt: start + 24 * hour };

let place: ArchivePlace;
let archive: Archive;
let now = 0;
let spent: string[] = [];

beforeEach(async () => {
  place = await onSqlite.createPlace();
  archive = await place.open();
  now = start;
  spent = [];
});
afterEach(async () => {
  await archive.close();
  await place.remove();
});

const gives: Exchange = async refreshToken => {
  spent.push(refreshToken);
  return next;
};
const fails: Exchange = async () => {
  throw new PlatformError('unreachable', 'Slack gave no answer.');
};

const current = (exchange = gives, pause: () => Promise<unknown> = async () => {}) =>
  createRenewing({ secrets: withKey(archive), exchange, now: () => now, pause, logger: pino({ level: 'silent' }) })(
    workspace,
  );
const saved = async () => there(await getInstallation(withKey(archive), { platform: 'slack', workspace }));

describe('the tokens of a workspace', () => {
  it('are none where the app is not installed', async () => {
    expect(await current()).toBeUndefined();
  });

  it('stay as they are where they last', async () => {
    await install(withKey(archive));
    now += 1_000 * hour;
    expect(await current()).toEqual(anInstallation());
    expect(spent).toEqual([]);
  });

  it('stay as they are until two hours before they expire', async () => {
    await install(withKey(archive), rotating);
    now += 10 * hour;
    expect(await current()).toMatchObject(rotating);
    now += 1;
    expect(await current()).toEqual(anInstallation(next));
    expect(spent).toEqual(['xoxe-1']);
    expect(await current()).toEqual(anInstallation(next));
    expect(spent).toHaveLength(1);
  });

  it('are the old ones while another process renews them, where they are still good', async () => {
    await install(withKey(archive), rotating);
    await beginRefreshing(archive, await saved(), 60_000);
    now += 11 * hour;
    expect(await current()).toMatchObject(rotating);
    expect(spent).toEqual([]);
  });

  it('are waited for where they expired and another process renews them', async () => {
    await install(withKey(archive), rotating);
    const before = await saved();
    await beginRefreshing(archive, before, 60_000);
    now += 13 * hour;
    let looks = 0;
    const pause = async () => {
      looks += 1;
      if (looks < 3) return;
      await changeInstallation(
        withKey(archive),
        before,
        writeInstallation(anInstallation(next)),
        '2026-04-01T13:00:00Z',
      );
    };
    expect(await current(gives, pause)).toEqual(anInstallation(next));
    expect(looks).toBe(3);
    expect(spent).toEqual([]);
  });

  it('are not waited for for ever', async () => {
    await install(withKey(archive), rotating);
    await beginRefreshing(archive, await saved(), 60_000);
    now += 13 * hour;
    await expect(current()).rejects.toMatchObject({ code: 'unreachable', reach: 'workspace' });
  });

  it('are the old ones where they could not be renewed, for as long as they are good, and the next may try', async () => {
    await install(withKey(archive), rotating);
    now += 11 * hour;
    expect(await current(fails)).toMatchObject(rotating);
    expect(await current(gives)).toMatchObject(next);
    now += 25 * hour;
    await expect(current(fails)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('that Slack gave are kept once the archive takes them again', async () => {
    await install(withKey(archive), rotating);
    now += 11 * hour;
    const away: Exchange = async refreshToken => {
      await sql`alter table installations rename to away`.execute(archive.db);
      return gives(refreshToken);
    };
    const back = async () => {
      await sql`alter table away rename to installations`.execute(archive.db);
    };
    expect(await current(away, back)).toMatchObject(next);
    expect(JSON.parse((await saved()).secret)).toMatchObject(next);
  });

  it('are those of the new install, where the app was installed anew while they were renewed', async () => {
    await install(withKey(archive), rotating);
    now += 11 * hour;
    const anew = { botToken: 'xoxe.xoxb-9', refreshToken: 'xoxe-9', expiresAt: start + 24 * hour };
    const meanwhile: Exchange = async refreshToken => {
      await install(withKey(archive), anew);
      return gives(refreshToken);
    };
    expect(await current(meanwhile)).toMatchObject(anew);
    expect(JSON.parse((await saved()).secret)).toMatchObject(anew);
  });
});
