/** A process that asks again and again what is due, over changes of the clock: with restarts, and with an hour in which it did not run. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import { deliveryKey, finishDelivery, planDeliveries } from '../../src/archive/deliveries.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { saveSubscription } from '../../src/archive/subscriptions.ts';
import { dueDeliveries } from '../../src/delivery/due.ts';
import { anEdition } from '../an-edition.ts';
import type { ArchivePlace } from '../archive/contract/place.ts';
import { engines } from '../engines.ts';
import { aSubscription } from './a-subscription.ts';
import { type Change, changesOf, clockIn, hour, minute, reachedIn, type Walk, walk } from './a-walk.ts';

const times = ['00:00', '00:30', '02:30', '23:30', '23:59'] as const;

/** Their changes are worked out the same on all engines, so that two show what one adds. */
const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Nuuk',
];

/** How it runs: whether there is a tick at an instant, so many milliseconds after the change. */
const lives: readonly (readonly [string, (after: number) => boolean])[] = [
  ['all the time', () => true],
  ['but for the hour of the change', after => after < -30 * minute || after > 35 * minute],
  ['but for the hour before it', after => after < -hour || after >= 0],
];

describe.each(engines)('on $engine', ({ createPlace, engine }) => {
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

  const text = (instant: number): string => new Date(instant).toISOString();

  /** Posts all that is due, and tells what and to the channel of which time. */
  const tick = async (now: number): Promise<readonly string[]> => {
    const due = await dueDeliveries(archive, text(now));
    for (const { subscription, edition } of due) {
      const plan = { edition, parts: [{ place: 'parent' as const, payload: 1 }], channels: [subscription] };
      await planDeliveries(archive, [plan], text(now));
      await finishDelivery(archive, deliveryKey({ ...subscription, edition }), 'posted', text(now));
    }
    return due.map(({ subscription, edition }) => `${edition} to ${subscription.at}, ${text(now)}`);
  };

  /** One a minute at the change, one in five around it, else one an hour. */
  const ticksAround = ({ instant }: Change, { instants }: Walk): readonly number[] =>
    instants.filter(now => now % spacing(Math.abs(now - instant)) === 0);

  const spacing = (away: number): number => {
    if (away <= 3 * minute) return minute;
    return away <= 65 * minute ? 5 * minute : hour;
  };

  /** A new channel for each time, and editions that are there before. */
  const prepare = async (timeZone: string, walked: Walk): Promise<void> => {
    const [start = 0] = walked.instants;
    for (const at of times) await saveSubscription(archive, aSubscription({ channel: at, at, timeZone }), text(start));
    const builtAt = text(start);
    for (const date of new Set(walked.shown.map(shown => shown.slice(0, 10)))) {
      await saveEdition(archive, anEdition({ date }), { until: builtAt, builtAt });
    }
  };

  describe.each(engine === 'postgres' ? zones.slice(0, 2) : zones)(
    'in %s, over the changes of the clock of 2026',
    timeZone => {
      const clock = clockIn(timeZone);
      const changes = changesOf(clock, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1));

      it.each(lives)('a process that runs %s posts one edition a local date', async (_, isRunning) => {
        expect(changes.length).toBeGreaterThanOrEqual(1);
        for (const change of changes) {
          const walked = walk(clock, change.instant - 27 * hour, change.instant + 27 * hour);
          await prepare(timeZone, walked);
          const ticks = ticksAround(change, walked).filter(now => isRunning(now - change.instant));
          const posted: string[] = [];
          for (const [index, now] of ticks.entries()) {
            if (index % 20 === 19) {
              await archive.close();
              archive = await place.open();
            }
            posted.push(...(await tick(now)));
          }
          const wanted = times.flatMap(at =>
            reachedIn(walked, at).flatMap(({ date, instant }) => {
              const first = ticks.find(now => now >= instant);
              return first === undefined ? [] : [`${date} to ${at}, ${text(first)}`];
            }),
          );
          const [begun = ''] = walked.shown;
          expect(posted.filter(line => !begun.startsWith(line.slice(0, 10))).toSorted()).toEqual(wanted.toSorted());
          expect(wanted.length).toBeGreaterThanOrEqual(times.length);
        }
      });
    },
  );
});
