/** Reads a list of sources from OPML 2.0, the format in which feed readers exchange subscriptions. */
import { Parser } from 'htmlparser2';
import { type PageRule, type Source, tellerKind } from '../../edition/source.ts';
import { longestUrl } from '../text/links.ts';
import { foldSpace } from '../text/plain-text.ts';
import { withoutPassword } from '../text/shown-address.ts';
import { attributeNames as ours } from './opml-attributes.ts';

export type OpmlErrorCode = 'not-opml' | 'too-large' | 'cut-off' | 'no-sources';

/** Some hundred times what people read. */
const mostOutlines = 5000;

/** Elements in one another: folders nest a few deep. The parser's time grows with the square of the depth. */
const deepest = 100;

/** Characters of a name: it stands in the first column of `sources list`, and in the footer of an edition. */
const longestName = 100;

/** Outlines that are named where none can be read: the first tell what is wrong with all. */
const mostTold = 5;

/** A file that gives no list of sources; the message says why. */
export class OpmlError extends Error {
  override readonly name = 'OpmlError';
  readonly code: OpmlErrorCode;

  constructor(code: OpmlErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface OpmlReading {
  readonly sources: readonly Source[];
  /** Outlines that are no source, by name, each with the reason: nothing is dropped in silence. */
  readonly skipped: readonly { readonly name: string; readonly reason: string }[];
}

/** The attributes of an outline; their names in lower case, since writers differ (`xmlUrl`, `xmlurl`, `xmlURL`). */
type Outline = ReadonlyMap<string, string>;

/**
 * The sources of an OPML file, folders flattened. Sources that bear one name are told apart by their host, then by number.
 * @throws OpmlError for what is not OPML, is larger or deeper than any list of blogs, is cut off, or holds no source that can be read.
 */
export function readOpml(text: string): OpmlReading {
  const sources: Source[] = [];
  const listed = new Set<string>();
  const nameFor = createNames();
  const skipped: { name: string; reason: string }[] = [];
  for (const outline of outlinesOf(text)) {
    const name = nameOf(outline);
    const source = sourceOf(outline, name);
    if (source === undefined) continue;
    if (typeof source === 'string') skipped.push({ name, reason: source });
    else if (listed.has(listingOf(source))) skipped.push({ name, reason: 'it is listed twice' });
    else {
      listed.add(listingOf(source));
      sources.push({ ...source, name: nameFor(name, source) });
    }
  }
  if (sources.length === 0) throw noSources(skipped);
  return { sources, skipped };
}

/** Gives each source a name of its own: blogs of one name have their host with it, then a number. */
function createNames(): (name: string, source: Source) => string {
  const taken = new Set<string>();
  const alike = new Map<string, number>();
  return (name, source) => {
    let unique = name;
    while (taken.has(unique)) {
      const withHost = `${name} (${hostOf(source)})`;
      const ordinal = (alike.get(withHost) ?? 0) + 1;
      alike.set(withHost, ordinal);
      unique = ordinal === 1 ? withHost : `${name} (${hostOf(source)}, ${ordinal})`;
    }
    taken.add(unique);
    return unique;
  };
}

function outlinesOf(text: string): readonly Outline[] {
  const outlines: Outline[] = [];
  let root: string | undefined;
  let ended = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        root ??= name.toLowerCase();
        if (++depth > deepest) throw tooLarge(`nests more than ${deepest} deep`);
        if (root !== 'opml' || name.toLowerCase() !== 'outline') return;
        if (outlines.length >= mostOutlines) throw tooLarge(`has more than ${mostOutlines} outlines`);
        outlines.push(new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value])));
      },
      onclosetag(name, implied) {
        depth--;
        if (name.toLowerCase() === 'opml') ended = !implied;
      },
    },
    { xmlMode: true },
  );
  parser.end(text);
  if (root !== 'opml') throw new OpmlError('not-opml', notOpml(text, root));
  if (!ended)
    throw new OpmlError(
      'cut-off',
      'The OPML file is cut off: its <opml> is never closed. Export it again; nothing was read.',
    );
  return outlines;
}

const tooLarge = (why: string): OpmlError =>
  new OpmlError('too-large', `The OPML file ${why}: that is no list of blogs. Nothing was read.`);

function notOpml(text: string, root: string | undefined): string {
  if (text.trim() === '') return 'The file is empty; an OPML file was expected.';
  const found = root === undefined ? 'it holds no XML' : `it is a <${root.slice(0, longestName)}> document`;
  return `The file is not OPML: ${found}. Export the list of feeds of your reader as OPML.`;
}

function noSources(skipped: OpmlReading['skipped']): OpmlError {
  const told = skipped.slice(0, mostTold).map(({ name, reason }) => `"${name}": ${reason}`);
  const reasons = [...told, ...(skipped.length > mostTold ? [`and ${skipped.length - mostTold} more`] : [])].join('; ');
  const why = reasons === '' ? 'it lists no feeds' : `none of its outlines can be read (${reasons})`;
  return new OpmlError('no-sources', `The OPML file gives no source: ${why}.`);
}

/** The source of an outline; undefined for a folder; a reason where it should be a source and is none. */
function sourceOf(outline: Outline, name: string): Source | string | undefined {
  const page = pageRuleOf(outline);
  if (typeof page === 'string') return page;
  const feed = outline.get('xmlurl')?.trim() ?? '';
  const feeds = [feed, ...(outline.get(ours.feeds)?.split(/\s+/) ?? [])].filter(Boolean);
  if (feeds.length === 0 && page === undefined) {
    return outline.get('type') === undefined ? undefined : 'it has no xmlUrl, the address of a feed';
  }
  const [problem] = feeds.flatMap(address => addressProblem(address) ?? []);
  if (problem !== undefined) return problem;
  const site = outline.get('htmlurl')?.trim() ?? '';
  const company = shortName(outline.get(ours.company));
  const tells = tellerKind.safeParse(outline.get(ours.tells)).data;
  const userAgent = outline.get(ours.userAgent);
  return {
    name,
    company: company || name,
    site: addressProblem(site) === undefined ? site : new URL(page?.url ?? feeds[0] ?? '').origin,
    feeds,
    ...(page !== undefined && { page }),
    ...(tells !== undefined && { tells }),
    ...(userAgent !== undefined && { userAgent }),
  };
}

function pageRuleOf(outline: Outline): PageRule | string | undefined {
  const url = outline.get(ours.page);
  if (url === undefined) return undefined;
  const problem = addressProblem(url);
  if (problem !== undefined) return problem;
  const selector = outline.get(ours.selector);
  const prefix = outline.get(ours.prefix);
  const date = outline.get(ours.date);
  if (selector !== undefined) return { kind: 'links', url, selector, ...(date !== undefined && { date }) };
  if (prefix !== undefined) return { kind: 'sitemap', url, prefix };
  return `its page has neither a selector of links nor, for a sitemap, a prefix of addresses`;
}

const nameOf = (outline: Outline): string =>
  [outline.get('text'), outline.get('title'), outline.get('xmlurl'), outline.get('url')].map(shortName).find(Boolean) ??
  'an outline without a name';

/** On one line, and no longer than anybody reads. */
const shortName = (text = ''): string => foldSpace(foldSpace(text).slice(0, longestName).toWellFormed());

/** The same for outlines that name one blog alike. */
const listingOf = ({ name, feeds, page }: Source): string => JSON.stringify([name, feeds[0], page?.url]);

const hostOf = (source: Source): string => new URL(source.feeds[0] ?? source.page?.url ?? source.site).host;

/** Why an address cannot be read, without the password where it holds one; undefined where it can. */
function addressProblem(text: string): string | undefined {
  const url = URL.parse(text);
  if (text.length > longestUrl) return `its address has more than ${longestUrl} characters`;
  if (url === null) return `"${withoutPassword(text)}" is not an http(s) address`;
  if (url.username + url.password !== '') return 'its address holds a name or a password, which would be shown';
  return /^https?:$/.test(url.protocol) ? undefined : `"${text}" is not an http(s) address`;
}
