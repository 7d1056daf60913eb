/** `post` where the archive fails amid the calls of many channels. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { postEdition } from '../../src/cli/post.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { anEdition } from '../an-edition.ts';
import { aPlatform } from '../delivery/a-platform.ts';
import { aSubscription } from '../delivery/a-subscription.ts';

const longAgo = '2026-01-01T00:00:00Z';

let folder: string;
let archive: Archive;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'post-'));
  archive = await openArchive({ path: join(folder, 'archive.db') });
  await saveEdition(archive, anEdition(), { until: longAgo, builtAt: longAgo });
  for (const channel of ['C1', 'C2', 'C3']) await saveSubscription(archive, aSubscription({ channel }), longAgo);
});
afterEach(async () => {
  await archive.close();
  rmSync(folder, { recursive: true });
});

const post = (platform: ReturnType<typeof aPlatform>) =>
  postEdition(
    {
      archive,
      thread: {},
      platforms: [platform],
      progress: createProgress(process.stderr),
      logger: pino({ level: 'silent' }),
    },
    undefined,
  );

describe('post', () => {
  it('lets no other process deliver while a call is in hand, though the archive failed for another channel', async () => {
    const platform = aPlatform();
    const [isCalling, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const hanging: typeof platform.post = async (target, ...rest) => {
      if (target.channel === 'C2') {
        isCalling.resolve();
        await answer.promise;
      } else {
        await isCalling.promise;
        await sql`pragma query_only = on`.execute(archive.db);
      }
      return platform.post(target, ...rest);
    };
    let isOver = false;
    const posting = post({ ...platform, post: hanging }).finally(() => {
      isOver = true;
    });
    const failure = expect(posting).rejects.toMatchObject({ code: 'unwritable' });
    await isCalling.promise;
    for (let turn = 0; turn < 20; turn++) await turnOfTheLoop();
    expect([isOver, await archive.acquireDeliveryLock()]).toEqual([false, undefined]);
    answer.resolve();
    await failure;
    expect(await archive.acquireDeliveryLock()).toBeDefined();
    expect(platform.standing.length).toBeLessThanOrEqual(3);
  });

  it('renders once for all channels that get the same', async () => {
    const platform = aPlatform();
    let rendered = 0;
    const render: typeof platform.render = message => {
      rendered += 1;
      return platform.render(message);
    };
    expect(await post({ ...platform, render })).toBe('The edition of 2026-04-01 stands in 3 channels.\n');
    expect(rendered).toBe(1);
  });
});
