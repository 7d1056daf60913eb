import { beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { ArchiveError } from '../../src/archive/archive-error.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { type Platform, PlatformError } from '../../src/chat/platform.ts';
import { anEdition } from '../an-edition.ts';
import { archiveForEach } from '../archive/contract/place.ts';
import { type HastyClock, hastyClock } from '../hasty-clock.ts';
import { aDispatcher } from './a-dispatcher.ts';
import { aPlatform } from './a-platform.ts';
import { aSubscription } from './a-subscription.ts';
import { quickEngines } from './an-archive.ts';

const edition = anEdition();
const subscription = aSubscription();
const keys = [0, 1, 2, 3, 4].map(ordinal => `2026-04-01/slack/T1/C1/${ordinal}`);

describe.each(quickEngines)('on $engine', ({ createPlace }) => {
  const current = archiveForEach(createPlace);
  let archive: Archive;
  let clock: HastyClock;
  beforeEach(async () => {
    archive = current();
    clock = hastyClock('2026-04-01T06:00:00Z');
    await saveEdition(archive, edition, { until: edition.date, builtAt: edition.date });
  });

  /** As a process of its own does it. */
  const bring = (platform: Platform) =>
    aDispatcher({ archive, platform, clock }).bring({ subscription, edition: edition.date });

  interface Late {
    readonly platform: Platform<string>;
    /** The parts that stand once all calls took effect. */
    standing(): Promise<readonly string[]>;
  }

  /** The first call for the third part fails with `error` after `duration`, and takes effect `later` after that, in milliseconds. */
  const latePlatform = (
    error: Error,
    { duration, later }: { readonly duration: number; readonly later: number },
  ): Late => {
    const platform = aPlatform();
    const onItsWay: { readonly at: number; readonly carryOut: () => Promise<unknown> }[] = [];
    let isFirst = true;
    const carryOut = async (until: number): Promise<void> => {
      for (const effect of onItsWay.splice(0)) {
        if (effect.at <= until) await effect.carryOut();
        else onItsWay.push(effect);
      }
    };
    return {
      platform: {
        ...platform,
        post: async (target, part, key) => {
          if (key !== keys[2] || !isFirst) return platform.post(target, part, key);
          isFirst = false;
          await clock.pause(duration);
          onItsWay.push({
            at: clock.now().getTime() + later,
            carryOut: () => platform.post(target, part, key),
          });
          throw error;
        },
        find: async (...call) => {
          await carryOut(clock.now().getTime());
          return platform.find(...call);
        },
      },
      standing: async () => {
        await carryOut(Number.POSITIVE_INFINITY);
        return platform.standing.map(({ key }) => key);
      },
    };
  };

  describe('a call that takes effect late', () => {
    it('is not made again where it was given up after longer than it is waited for', async () => {
      const error = new PlatformError('unreachable', 'No answer.');
      const { platform, standing } = latePlatform(error, { duration: 15_000, later: 9_000 });
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(await standing()).toEqual(keys);
    });

    it('is not made again by the next process where its own was killed amid it', async () => {
      const error = new ArchiveError('unwritable', 'The process ends here, without a word in the ledger.');
      const { platform, standing } = latePlatform(error, { duration: 14_000, later: 9_000 });
      await expect(bring(platform)).rejects.toBe(error);
      expect(await bring(platform)).toEqual({ outcome: 'posted' });
      expect(await standing()).toEqual(keys);
    });
  });
});
