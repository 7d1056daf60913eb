/** How long a server asks to be left alone: freshness of an answer (RFC 9111) and Retry-After (RFC 9110). */
import { day, hour, minute, second } from '../../edition/duration.ts';

/** Response headers in lower case, as undici gives them. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** A feed may ask for more, yet by the next morning's edition it is asked again. */
const longestFreshness = 12 * hour;
/** No slip of a server's silences a source for longer than this. */
const longestPause = 7 * day;
/** For a 429 that does not say for how long. */
const defaultPause = 10 * minute;

/** The value of a header; a repeated one is joined by commas (RFC 9110, section 5.3). */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/**
 * The instant (milliseconds since 1970) before which an address is not to be asked again; undefined where it may be at once.
 * The longest of `Cache-Control: max-age`, else `Expires`, and the feed's own `ttl` (minutes), twelve hours at most.
 */
export function freshUntil(headers: Headers, ttl: number | undefined, now: Date): number | undefined {
  const asked = Math.max(lifetime(headers, now), (ttl ?? 0) * minute);
  return asked <= 0 ? undefined : now.getTime() + Math.min(asked, longestFreshness);
}

/** Milliseconds for which the headers call the answer fresh; what intermediaries may do (`s-maxage`) is not our concern. */
function lifetime(headers: Headers, now: Date): number {
  const directives = (header(headers, 'cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map(part => part.trim());
  if (directives.includes('no-cache') || directives.includes('no-store')) return 0;
  const age = Number(header(headers, 'age') ?? 0) * second || 0;
  const maxAge = directives.find(directive => /^max-age="?\d+"?$/.test(directive));
  if (maxAge !== undefined) return Number(maxAge.replace(/\D/g, '')) * second - age;
  const expires = httpDate(header(headers, 'expires'));
  if (expires === undefined) return 0;
  return expires - (httpDate(header(headers, 'date')) ?? now.getTime()) - age;
}

/**
 * When a host that answered `status` may be asked again; undefined where it did not ask for a pause.
 * A 429 without a readable Retry-After counts as ten minutes; a 503 without one is a plain failure.
 */
export function retryAt(status: number, headers: Headers, now: Date): Date | undefined {
  if (status !== 429 && status !== 503) return undefined;
  const asked = pauseOf(header(headers, 'retry-after')?.trim(), now);
  if (asked !== undefined && asked > 0) return new Date(now.getTime() + Math.min(asked, longestPause));
  return status === 429 ? new Date(now.getTime() + defaultPause) : undefined;
}

function pauseOf(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * second;
  const date = httpDate(value);
  return date === undefined ? undefined : date - now.getTime();
}

/** An HTTP-date in milliseconds. One without GMT (`0`, `-1`, a local time) is invalid and counts as none. */
function httpDate(value: string | undefined): number | undefined {
  if (value === undefined || !/\b(GMT|UTC)$/i.test(value.trim())) return undefined;
  const instant = Date.parse(value);
  return Number.isNaN(instant) ? undefined : instant;
}
