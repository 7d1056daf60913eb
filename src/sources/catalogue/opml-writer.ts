/** Writes a list of sources as OPML 2.0, so that `readOpml` gives the same list and other feed readers find the feeds. */
import type { PageRule, Source } from '../../edition/source.ts';
import { namespace, attributeNames as ours } from './opml-attributes.ts';

export function writeOpml(sources: readonly Source[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:digest="${namespace}">`,
    '  <head><title>Engineering @ Scale: sources</title></head>',
    '  <body>',
    ...sources.map(source => `    <outline${attributes(outlineOf(source))}/>`),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

type Attributes = Readonly<Record<string, string | undefined>>;

function outlineOf(source: Source): Attributes {
  const [feed, ...further] = source.feeds;
  return {
    ...(feed === undefined ? { type: 'link', url: source.site } : { type: 'rss', xmlUrl: feed }),
    text: source.name,
    title: source.name,
    htmlUrl: source.site,
    [ours.company]: source.company,
    [ours.tells]: source.tells,
    [ours.userAgent]: source.userAgent,
    [ours.feeds]: further.length > 0 ? further.join(' ') : undefined,
    ...(source.page !== undefined && pageAttributes(source.page)),
  };
}

const pageAttributes = (page: PageRule): Attributes =>
  page.kind === 'links'
    ? { [ours.page]: page.url, [ours.selector]: page.selector, [ours.date]: page.date }
    : { [ours.page]: page.url, [ours.prefix]: page.prefix };

const attributes = (all: Attributes): string =>
  Object.entries(all)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapeAttribute(value)}"`]))
    .join('');

/** Line breaks and tabs would be read as spaces (XML 1.0, section 3.3.3); control characters cannot be written at all (2.2). */
const escapeAttribute = (value: string): string =>
  value
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, character => `&#${character.charCodeAt(0)};`);
