/** When a delivery that could not go on is tried again. */
import type { DeliveryRecord } from '../archive/deliveries.ts';
import { PlatformError } from '../chat/platform.ts';
import { hour, minute } from '../edition/duration.ts';
import { backoff } from './backoff.ts';
import { isLasting } from './suspending.ts';

/** Milliseconds. A platform that asks for longer, by a mistake or for a proxy on the way, is asked again by then. */
export const longestWait = 6 * hour;
/** Milliseconds. What a person has to mend in a channel is looked at again some times a day. */
const forChannels = { first: hour, longest: longestWait };
/** The breaker leaves the workspace alone meanwhile: what is kept here alone holds up a process that starts with a new token. */
const forTokens = { first: minute, longest: 10 * minute };
const forVendors = { first: minute, longest: 30 * minute };

export interface Chance {
  readonly now: Date;
  /** From 0 to 1, as Math.random. */
  readonly random: () => number;
}

/**
 * @param attempts How often in a row it could not go on, this time included.
 * @returns ISO 8601 in UTC.
 */
export const retryTime = (error: Error, attempts: number, { now, random }: Chance): string => {
  const told = error instanceof PlatformError ? error.retryAfter : undefined;
  const wait = Math.min(longestWait, told ?? backoff(attempts, limitsFor(error), random));
  return new Date(now.getTime() + wait).toISOString();
};

/**
 * Whether a delivery may go on at `now`, ISO 8601 in UTC. Where it is to wait for longer than any wait is, the clock was
 * ahead when that was worked out.
 */
export const isToGoOn = ({ retryAt }: Pick<DeliveryRecord, 'retryAt'>, now: string): boolean => {
  if (retryAt === undefined) return true;
  const wait = Date.parse(retryAt) - Date.parse(now);
  return wait <= 0 || wait > longestWait;
};

const limitsFor = (error: Error) => {
  if (!(error instanceof PlatformError)) return forVendors;
  if (error.code === 'revoked') return forTokens;
  return isLasting(error) ? forChannels : forVendors;
};
