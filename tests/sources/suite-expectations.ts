/** Translates what the suites behind ../shared/fixtures expect, each in its own words, into claims about our feed. */
import { Parser } from 'htmlparser2';
import type { Feed, FeedItem } from '../../src/edition/item.ts';
import { decodeEntities, plainText } from '../../src/sources/text/plain-text.ts';

export interface Claim {
  readonly what: string;
  readonly holds: (feed: Feed) => boolean;
}

const literal = `(?:"""(.*?)"""|'([^']*)'|"([^"]*)")`;

/** The value of a Python string literal, from the three groups of `literal`. */
const pythonText = (groups: readonly (string | undefined)[]): string =>
  (groups.find(group => group !== undefined) ?? '').replace(/\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/g, (_, long, short) =>
    String.fromCharCode(Number.parseInt(long ?? short, 16)),
  );

/** One spelling for all spellings of the same HTML. */
const canonicalHtml = (html: string): string => {
  let canonical = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      const { xmlns: _, ...own } = attributes;
      canonical += `<${name} ${JSON.stringify(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)))}>`;
    },
    onclosetag: name => {
      canonical += `</${name}>`;
    },
    ontext: text => {
      canonical += text;
    },
    oncomment: text => {
      canonical += `<!--${text}-->`;
    },
  });
  parser.end(html);
  return canonical;
};

/** feedparser keeps titles as HTML, ours are plain; its content may be text, ours is HTML. */
const sameHtml = (ours: string, theirs: string): boolean =>
  decodeEntities(ours) === theirs || canonicalHtml(ours) === canonicalHtml(theirs);

const itemClaim = (field: string, index: number, expected: string): ((feed: Feed) => boolean) | undefined => {
  const on = (check: (item: FeedItem) => boolean) => (feed: Feed) => {
    const item = feed.items[index];
    return item !== undefined && check(item);
  };
  if (/^title(?:_detail\.value)?$/.test(field)) return on(item => item.title === plainText(expected));
  if (field === 'link' || field === 'links.href') return on(item => item.url === expected);
  if (field === 'id') return on(item => item.id === expected);
  if (/^(?:description|summary|content\.value)$/.test(field)) {
    return on(item => sameHtml(item.summary ?? item.content ?? '', expected));
  }
  return undefined;
};

/** `entries[0]['title'] == 'x'`, `feed.title == "x"`, `len(entries) == 2`, `updated_parsed == (2003, …)`. */
const feedparserClaims = (expected: string): readonly Claim[] => {
  const claims: Claim[] = [];
  const comparison = new RegExp(
    String.raw`(feed|entries\[(\d)\])(?:\.|\[')(\w+)(?:'\])?(?:\[0\])?(?:\['(\w+)'\])?\s*==\s*${literal}`,
    'g',
  );
  for (const [what, owner, index, field = '', part, ...groups] of expected.matchAll(comparison)) {
    const name = part === undefined ? field : `${field}.${part}`;
    const text = pythonText(groups.slice(0, 3));
    if (owner !== 'feed') {
      const holds = itemClaim(name, Number(index), text);
      if (holds !== undefined) claims.push({ what, holds });
    } else if (/^title(?:_detail\.value)?$/.test(name)) {
      claims.push({ what, holds: feed => feed.title === plainText(text) });
    }
  }
  const count = /len\(entries\) == (\d+)/.exec(expected)?.[1];
  if (count !== undefined) claims.push({ what: `${count} items`, holds: feed => feed.items.length === Number(count) });
  const date = /updated_parsed'\] == \(([\d, ]+)\)/.exec(expected)?.[1]?.split(',').map(Number);
  if (date !== undefined) {
    const [year = 0, month = 1, day, hour, minute, second] = date;
    const instant = new Date(Date.UTC(year, month - 1, day, hour, minute, second)).toISOString();
    claims.push({ what: `date ${instant}`, holds: feed => feed.items[0]?.published === instant });
  }
  return claims;
};

const feedRsField = (expected: string, name: string): string | undefined =>
  new RegExp(String.raw`\b${name}=(?:'([^']*)'|\[([^\]]*)\]|\{\}|([^\s;]+))`)
    .exec(expected)
    ?.slice(1)
    .find(group => group !== undefined);

/** `feed_title='x'; entries=1; first: title='x' id='x' links=['x'] published=None updated=…`; an id of hex digits is its own invention. */
const feedRsClaims = (expected: string, url: string): readonly Claim[] => {
  const entries = feedRsField(expected, 'entries');
  if (entries === undefined) return [];
  const title = feedRsField(expected.slice(expected.indexOf('first:')), 'title') ?? '';
  const id = feedRsField(expected, 'id') ?? '';
  const link = (feedRsField(expected, 'links') ?? '').replace(/^'|'$/g, '');
  const published = feedRsField(expected, 'published');
  const updated = feedRsField(expected, 'updated');
  const sameInstant = (ours: string | undefined, theirs = 'None') =>
    ours === (theirs === 'None' ? undefined : new Date(theirs).toISOString());
  return [
    { what: 'feed title', holds: feed => feed.title === (feedRsField(expected, 'feed_title') ?? '') },
    { what: `${entries} items`, holds: feed => feed.items.length === Number(entries) },
    { what: 'title', holds: feed => feed.items[0]?.title === title },
    { what: 'id', holds: feed => /^[0-9a-f-]{32,36}$/.test(id) || feed.items[0]?.id === id },
    { what: 'link', holds: feed => feed.items[0]?.url === (link === '' ? '' : new URL(link, url).href) },
    { what: 'published', holds: feed => sameInstant(feed.items[0]?.published, published) },
    // Of RSS it copies the date of publication here.
    {
      what: 'updated',
      holds: feed => updated === published || updated === 'None' || sameInstant(feed.items[0]?.updated, updated),
    },
  ];
};

/** Letters that only the right encoding yields. */
const scripts: Readonly<Record<string, RegExp>> = {
  'EUC-JP': /\p{Script=Hiragana}{2}/u,
  SHIFT_JIS: /\p{Script=Hiragana}{2}/u,
  GB2312: /^\p{Script=Han}+：\p{Script=Han}+ /u,
  'KOI8-R': /^\p{Lu}\p{Ll}+ \p{Script=Cyrillic}+ /u,
};

const encodingClaims = (expected: string): readonly Claim[] => {
  const script = scripts[/encoding == '([^']+)'/.exec(expected)?.[1] ?? ''];
  if (script === undefined) return [];
  return [{ what: 'script', holds: feed => script.test(`${feed.items[0]?.title} ${feed.items[0]?.summary}`) }];
};

/** The claims of one row of tricky-feeds/index.tsv. None: the file must parse, or be refused by name. */
export const claimsOf = (expected: string, url: string): readonly Claim[] => [
  ...feedparserClaims(expected),
  ...feedRsClaims(expected, url),
  ...encodingClaims(expected),
];
