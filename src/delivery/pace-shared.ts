/** The pace that all processes keep together, where they share an archive: each call's instant is given out by the database. */
import { sql } from 'kysely';
import type { Archive } from '../archive/archive.ts';
import { holdPace, type Pace, type SharedClock, takeSlot } from '../archive/paces.ts';
import type { Platform, Reach, Target } from '../chat/platform.ts';
import { type Clock, systemClock } from './clock.ts';
import { intervalOf, type SharedPace } from './pace.ts';

/**
 * Instants are those of the database's clock, and what is told is how long to wait for one: so it does not matter by how much
 * the clocks of machines differ. A clock that a test or a benchmark winds is one that its processes share, and the database
 * does not know: then the instants are of that one.
 */
export const sharedPace = (
  archive: Archive,
  { name, limits }: Pick<Platform, 'name' | 'limits'>,
  clock: Clock,
): SharedPace => {
  const now = (): SharedClock =>
    clock === systemClock ? archive.engine.clock : sql`cast(${Math.floor(clock.now().getTime())} as bigint)`;
  const paceOf = (reach: Reach, { workspace }: Target): Pace => ({
    key: reach === 'platform' ? name : `${name}/${workspace}`,
    interval: Math.ceil(intervalOf(limits, reach)),
  });
  return {
    take: target => takeSlot(archive, [paceOf('platform', target), paceOf('workspace', target)], now()),
    hold: (reach, target, milliseconds) => holdPace(archive, paceOf(reach, target).key, milliseconds, now()),
  };
};
