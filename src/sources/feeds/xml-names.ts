/** Gives the elements of feeds one name each, whatever prefixes and spellings of namespaces the publisher uses. */

/** Namespaces by address, without scheme and closing mark since both vary in the wild; '' is the vocabulary of RSS itself. */
const vocabularies: ReadonlyMap<string, string> = new Map([
  ['purl.org/rss/1.0', ''],
  ['my.netscape.com/rdf/simple/0.9', ''],
  ['channel.netscape.com/rdf/simple/0.9', ''],
  ['backend.userland.com/rss2', ''],
  ['purl.org/atom/ns', 'atom'],
  ['www.w3.org/2005/atom', 'atom'],
  ['www.w3.org/1999/xhtml', 'xhtml'],
  ['www.w3.org/2000/svg', 'svg'],
  ['www.w3.org/1999/02/22-rdf-syntax-ns', 'rdf'],
  ['purl.org/dc/elements/1.1', 'dc'],
  ['purl.org/dc/terms', 'dcterms'],
  ['purl.org/rss/1.0/modules/content', 'content'],
  ['purl.org/rss/1.0/modules/syndication', 'sy'],
  ['search.yahoo.com/mrss', 'media'],
  ['www.itunes.com/dtds/podcast-1.0.dtd', 'itunes'],
  ['rssnamespace.org/feedburner/ext/1.0', 'feedburner'],
]);

/** The usual prefix of a namespace; undefined for one that feeds have no use for. */
export const vocabularyOf = (namespace: string): string | undefined =>
  vocabularies.get(
    namespace
      .trim()
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/[/#]$/, ''),
  );

/** Splits `dc:creator` into prefix and local name, both in lower case: feeds write `pubdate` and `GUID` too. */
export const splitName = (raw: string): readonly [prefix: string, local: string] => {
  const name = raw.toLowerCase();
  const colon = name.indexOf(':');
  return colon === -1 ? ['', name] : [name.slice(0, colon), name.slice(colon + 1)];
};
