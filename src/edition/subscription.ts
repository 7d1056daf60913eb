/** What a channel wants of the editions, and when. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { themes } from './theme.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const slugs: ReadonlySet<string> = new Set(themes.map(({ slug }) => slug));

/** An IANA time zone that times can be computed in. Intl takes more, such as PST, of which it is not said whose they are. */
export const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone, such as Europe/Berlin');

/** A local time of day, `HH:MM`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day from 00:00 to 23:59');

export const subscription = z
  .object({
    platform: z.enum(['slack', 'discord']),
    /** Ids of the platform. A channel has one subscription. */
    workspace: z.string().min(1),
    channel: z.string().min(1),
    /** An entry is wanted that has one of the themes or is of one of the companies; where both are empty, every entry is. */
    themes: z.array(z.string().refine(slug => slugs.has(slug), 'is not a theme')).readonly(),
    companies: z.array(z.string().min(1)).readonly(),
    at: timeOfDay,
    timeZone,
    weekdays: z.array(z.enum(weekdays)).min(1).readonly(),
    /** Whether the channel is told of a day on which nothing for it was published. */
    tellsQuietDays: z.boolean(),
    /** Who subscribed, to be told where the channel can no longer be reached. */
    subscriber: z.string().min(1),
  })
  .readonly();

export type Subscription = z.infer<typeof subscription>;

function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
