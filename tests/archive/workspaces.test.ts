import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import { workspacePages } from '../../src/archive/workspaces.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { quickEngines } from '../delivery/an-archive.ts';
import type { ArchivePlace } from './contract/place.ts';

const longAgo = '2026-01-01T00:00:00Z';

describe.each(quickEngines)('pages of subscriptions, on $engine,', ({ createPlace }) => {
  let place: ArchivePlace;
  let archive: Archive;
  beforeEach(async () => {
    place = await createPlace();
    archive = await place.open();
  });
  afterEach(async () => {
    await archive.close();
    await place.remove();
  });

  const subscribe = async (workspace: string, channels: number, platform: 'slack' | 'discord' = 'slack') => {
    for (let number = 0; number < channels; number += 1) {
      const subscription = aSubscription({ platform, workspace, channel: `${workspace}-${number}` });
      await saveSubscription(archive, subscription, longAgo);
    }
  };

  it('have whole workspaces of one platform, as many as there is room for, and one alone that is larger', async () => {
    for (const [workspace, channels] of [
      ['A', 2],
      ['B', 2],
      ['a', 7],
      ['b', 1],
      ['Ä', 3],
      ['Z', 1],
    ] as const) {
      await subscribe(workspace, channels);
    }
    await subscribe('D', 9, 'discord');
    expect(await workspacePages(archive, 'slack', 5)).toEqual([
      { from: 'A', to: 'Z' },
      { from: 'a', to: 'a' },
      { from: 'b', to: 'Ä' },
    ]);
  });

  it('have together what there is, each in its order', async () => {
    for (let number = 0; number < 9; number += 1) await subscribe(`T${number}`, (number % 3) + 1);
    const pages = await workspacePages(archive, 'slack', 4);
    expect(pages.length).toBeGreaterThan(3);
    const read = [];
    for (const workspaces of pages) read.push(...(await listSubscriptions(archive, { platform: 'slack', workspaces })));
    expect(read).toEqual(await listSubscriptions(archive));
  });

  it('are none where nobody is subscribed', async () => {
    expect(await workspacePages(archive, 'slack', 5)).toEqual([]);
  });
});
