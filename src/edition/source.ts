/** The vocabulary of sources: a blog of the catalogue, how its items are found, and how it fared. */
import { z } from 'zod';
import { counted } from './counted.ts';
import { feedFlaw, flawText } from './flaw.ts';

/**
 * Of whom a blog tells:
 * - `own`: its company's own work, whatever technology it names
 * - `vendor`: its own products, and the customers that use them
 * - `news`: other companies' and projects' news
 * - `explainer`: other companies' systems, and how technologies work in general
 * - `essays`: its authors' opinions, now and then on one company
 */
export const tellerKind = z.enum(['own', 'vendor', 'news', 'explainer', 'essays']);
export type TellerKind = z.infer<typeof tellerKind>;

/** A blog of the catalogue, and how its items are found. */
export interface Source {
  /** Unique name, as shown to readers. */
  readonly name: string;
  /** The company that writes the blog; entries default to it. */
  readonly company: string;
  /** Address of the blog for people. */
  readonly site: string;
  /** Addresses of its feed, the first that answers with a feed is taken. Empty where the blog has no feed. */
  readonly feeds: readonly string[];
  /** How to read items where there is no feed, or where none of the feeds answers. */
  readonly page?: PageRule;
  /** Of whom its posts tell; absent where nobody has said, and then its name suggests it. */
  readonly tells?: TellerKind;
  /** A User-Agent for a blog that refuses the default one. */
  readonly userAgent?: string;
}

/** Reads items from a page of links, or from a sitemap, where a blog has no feed. */
export type PageRule =
  | {
      readonly kind: 'links';
      readonly url: string;
      /** CSS selector of the links to articles, in the order of the page, newest first. */
      readonly selector: string;
      /** CSS selector, within the card of a link, of the elements that may show its date; `time` elements need none. */
      readonly date?: string;
    }
  | {
      readonly kind: 'sitemap';
      readonly url: string;
      /** Only addresses that start so are articles. */
      readonly prefix: string;
    };

/** How a source fared when it was last collected: what the footer of an edition and `sources list` show. */
export const sourceStatus = z
  .object({
    name: z.string(),
    status: z.enum(['ok', 'unchanged', 'failed']),
    /** Items that the source listed; for an unchanged one those of the time before. */
    items: z.int().min(0),
    /** Why it failed, for a person: what happened and, where it helps, what to do. */
    reason: z.string().exactOptional(),
    /** The stable code of that failure, for programs: that of the last error (`dns`, `status`, `not-a-feed` …). */
    code: z.string().exactOptional(),
    /** Instant of the first failure of the current run of failures, ISO 8601 in UTC. */
    since: z.string().exactOptional(),
    /** What was wrong with its feed, though it could be read; absent where nothing was. */
    flaws: z.array(feedFlaw).readonly().exactOptional(),
  })
  .readonly();

export type SourceStatus = z.infer<typeof sourceStatus>;

/** How a source that could be read fared, for a person: `12 items (it breaks off, so items may be missing)`. */
export const successText = ({ items, flaws = [] }: SourceStatus): string =>
  flaws.length === 0 ? counted(items, 'item') : `${counted(items, 'item')} (${flawText(flaws)})`;

/** Why a source failed and since which day, for a person: `answered 404 … (failing since 2026-03-30)`. */
export const failureText = ({ reason = 'failed', since }: SourceStatus): string =>
  since === undefined ? reason : `${reason} (failing since ${since.slice(0, 10)})`;
