/** `why`: what became of an article and for which reasons, or how far it came. */
import type { Archive } from '../archive/archive.ts';
import { decisionsAbout, type KeptDecision } from '../archive/decisions.ts';
import { sourceHealth } from '../archive/health.ts';
import { type Listing, trailOf } from '../archive/trail.ts';
import { editionDue, type Making, nextEdition } from '../delivery/edition-due.ts';
import type { Decision } from '../editor/decisions.ts';
import { UsageError } from './errors.ts';
import type { Parts } from './parts.ts';
import { blogsAt } from './why-blogs.ts';
import { answerText, type Why } from './why-text.ts';

/** In sentences, and for programs what these rest on. */
export interface Answer {
  readonly why: Why;
  readonly text: string;
  /** False for an address of which nothing is known at all. */
  readonly isKnown: boolean;
}

/** Throws UsageError for what is no address, and ArchiveError. */
export const answerWhy = async (
  { archive, sources, config, now }: Pick<Parts, 'archive' | 'sources' | 'config' | 'now'>,
  typed: string,
): Promise<Answer> => {
  const trail = await trailOf(archive, readAddress(typed));
  const kept = (await Promise.all(trail.decisions.map(one => keptTellings(archive, one)))).flat();
  const isListed = trail.listings.length + trail.decisions.length + trail.tellings.length > 0;
  const blogs = isListed ? [] : blogsAt(trail.url, sources, await sourceHealth(archive));
  const comes = trail.listings.some(isStillToCome)
    ? await dateToCome({ archive, now }, { at: config.digestAt, timeZone: config.timeZone })
    : undefined;
  const why = { ...trail, kept, blogs, ...(comes !== undefined && { comes }) };
  return { why, text: answerText(why), isKnown: isListed || blogs.length > 0 };
};

/** What became of the telling into which another was merged. */
const keptTellings = async (
  archive: Archive,
  { edition, decision: { mergedInto } }: KeptDecision,
): Promise<readonly Decision[]> => {
  if (mergedInto === undefined) return [];
  const there = (await decisionsAbout(archive, mergedInto)).filter(kept => kept.edition === edition);
  return there.map(({ decision }) => decision).filter(({ decision }) => decision !== 'merged');
};

/** As one finds it in a browser, where the scheme is often left out. */
const readAddress = (typed: string): string => {
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed.trim());
  const address = hasScheme ? typed.trim() : `https://${typed.trim()}`;
  const parsed = URL.parse(address);
  if (parsed !== null && /^https?:$/.test(parsed.protocol) && parsed.hostname.includes('.')) return address;
  throw new UsageError(`“${typed}” is no address of an article. Give one such as https://blog.example/post.`);
};

const isStillToCome = ({ appeared, covering }: Listing): boolean => appeared !== undefined && covering === undefined;

const dateToCome = async ({ archive, now }: Pick<Parts, 'archive' | 'now'>, making: Making): Promise<string> => {
  const instant = now().toISOString();
  return (await editionDue(archive, making, instant)) ?? nextEdition(making, instant).date;
};
