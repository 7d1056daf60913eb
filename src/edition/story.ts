/** What makes two items one story: the identity of an address and of a text. */
import { createHash } from 'node:crypto';
import { wordsOf } from './words.ts';

/**
 * Query parameters that say where a reader came from and never which page is meant: campaign tags of analytics,
 * advertising and mail services, and the referrer tags of Medium and Substack.
 */
const trackingParameter =
  /^(?:(?:utm|mtm|pk|piwik|hsa|at|mc|vero|oly)_.*|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|igshid|mkt_tok|_hsenc|_hsmi|_ga|_gl|trk|spm|cmpid|ref|ref_src|ref_url|referrer|source|sc_channel|sc_campaign|ispreview|isfreemail|showwelcomeonshare|triedredirect)$/;

/** Query parameters that ask for the AMP variant of a page. */
const ampParameter = (name: string, value: string): boolean =>
  name === 'amp' || (name === 'outputtype' && value === 'amp');

const unreserved = /[A-Za-z0-9\-._~]/;

/** RFC 3986 section 6.2.2: unreserved characters stand for themselves, other escapes have upper-case digits. */
const normaliseEscapes = (segment: string): string =>
  segment.replace(/%[0-9A-Fa-f]{2}/g, triplet => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return unreserved.test(character) ? character : triplet.toUpperCase();
  });

const canonicalHost = (url: URL): string => {
  const host = url.hostname.replace(/\.$/, '').replace(/^(?:www\.)+(?=[^.]+\.)/, '');
  const isDefaultPort = url.port === '' || url.port === '80' || url.port === '443';
  return isDefaultPort ? host : `${host}:${url.port}`;
};

/** The path without what servers add or drop freely: empty segments, index files, `.html`, the AMP variant's ending. */
const canonicalPath = (path: string): string => {
  const segments = path.split('/').filter(Boolean).map(normaliseEscapes);
  for (let last = segments.pop(); last !== undefined; last = segments.pop()) {
    if (/^index(?:\.(?:html?|php))?$/i.test(last)) continue;
    if (/^amp$/i.test(last) && segments.length > 0) continue;
    const stem = last.replace(/(?<=[^.])\.(?:html?|amp)$/i, '');
    segments.push(stem);
    if (stem === last) break;
  }
  return segments.map(segment => `/${segment}`).join('');
};

const canonicalQuery = (parameters: URLSearchParams): string => {
  const kept = [...parameters].filter(([name, value]) => {
    const key = name.toLowerCase();
    return !trackingParameter.test(key) && !ampParameter(key, value.toLowerCase());
  });
  const query = new URLSearchParams(kept);
  query.sort();
  return query.size === 0 ? '' : `?${query}`;
};

/**
 * A fragment is a place in a page (`#comments`), except where a site of scripts shows another page for it (`#/post/1`), and
 * where a list of releases has its stories on one page, told apart by a date or a version (`#April_01_2026`, `#v2.1`).
 */
const canonicalFragment = (fragment: string): string => {
  if (/^#!?\//.test(fragment)) return fragment.replace(/(?<!\/)\/+$/, '').replace(/^#!?$/, '');
  const isRelease = /(?<!\d)20\d\d(?!\d)|\d\.\d/.test(fragment) && !/=|^#(?:comment|more|respond)|:~:/.test(fragment);
  return isRelease ? fragment : '';
};

/**
 * The one spelling of an address by which a story is known: for comparing, not for linking. Scheme, `www.`, default
 * port, credentials, the place in the page, tracking parameters, index file, `.html`, AMP variant and trailing slash do
 * not count, nor does the order of the query. What is not an http(s) address comes back trimmed.
 */
export const canonicalUrl = (url: string): string => {
  const trimmed = url.trim();
  const parsed = URL.parse(trimmed);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return trimmed;
  const { pathname, searchParams, hash: fragment } = parsed;
  return `https://${canonicalHost(parsed)}${canonicalPath(pathname)}${canonicalQuery(searchParams)}${canonicalFragment(fragment)}`;
};

/** The address as a reader should get it: as it was published, less the campaign tags (`utm_…`) that a feed appends. */
export const withoutCampaign = (url: string): string => {
  const parsed = URL.parse(url);
  const tags = [...(parsed?.searchParams.keys() ?? [])].filter(name => /^utm_/i.test(name));
  if (parsed === null || tags.length === 0) return url;
  for (const tag of tags) parsed.searchParams.delete(tag);
  return parsed.href;
};

/** Identity of a story: the first 12 hex digits (48 bits) of the SHA-256 of its canonical address. */
export const storyId = (url: string): string =>
  createHash('sha256').update(canonicalUrl(url)).digest('hex').slice(0, 12);

/**
 * A sketch of a text: the smallest hashes of its three-word runs, ascending. It is small whatever the length of the
 * text, and of two sketches one can tell how much of the texts is shared (bottom-k sketch, Broder 1997).
 */
export type Fingerprint = readonly number[];

/** 256 hashes estimate a share to about ±0.03. */
const sketchSize = 256;
const shingleWords = 3;

/** 32-bit FNV-1a with MurmurHash3's finaliser, since the lowest hashes are kept and FNV alone mixes its high bits poorly. */
const hash = (text: string): number => {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
};

/** Every run of three words of `text`; the whole text where it is shorter. */
export const shingles = (text: string): ReadonlySet<string> => {
  const words = wordsOf(text);
  if (words.length === 0) return new Set();
  const runs = Math.max(1, words.length - shingleWords + 1);
  return new Set(Array.from({ length: runs }, (_, start) => words.slice(start, start + shingleWords).join(' ')));
};

/** The sketch of a text; empty where the text has no words. */
export const fingerprint = (text: string): Fingerprint => {
  const hashes = new Set(Array.from(shingles(text), hash));
  return [...hashes].sort((a, b) => a - b).slice(0, sketchSize);
};

/**
 * How much two texts share, 0 to 1: the Jaccard index of their three-word runs, exact for short texts and estimated
 * for long ones. An introduction or a footer that one of them adds lowers it by its share of the text only.
 */
export const similarity = (a: Fingerprint, b: Fingerprint): number => {
  if (a.length === 0 || b.length === 0) return 0;
  // A sketch that is full says nothing of hashes above its last, so both are read only up to the lower last.
  const limit = Math.min(...[a, b].filter(sketch => sketch.length === sketchSize).map(sketch => sketch.at(-1) ?? 0));
  let union = 0;
  let shared = 0;
  // Both are sorted.
  for (let inA = 0, inB = 0; inA < a.length || inB < b.length; union++) {
    const [one = Number.POSITIVE_INFINITY, other = Number.POSITIVE_INFINITY] = [a[inA], b[inB]];
    if (Math.min(one, other) > limit) break;
    if (one === other) shared++;
    if (one <= other) inA++;
    if (other <= one) inB++;
  }
  return shared / union;
};
