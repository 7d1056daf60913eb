/** Mutated pages: read as articles, as the content of feeds, as lists of links; mutated sitemaps and lists of blogs. */
import { Parser } from 'htmlparser2';
import type { FeedItem } from '../../../src/edition/item.ts';
import type { PageRule, Source } from '../../../src/edition/source.ts';
import { type ArticleText, cleanArticle, extractArticle } from '../../../src/sources/article.ts';
import { ArticleError } from '../../../src/sources/articles/article-error.ts';
import { articleBlocks } from '../../../src/sources/articles/blocks.ts';
import { OpmlError, readOpml } from '../../../src/sources/catalogue/opml.ts';
import { readPage } from '../../../src/sources/pages/page.ts';
import { PageError } from '../../../src/sources/pages/page-error.ts';
import { decodeText } from '../../../src/sources/text/decode.ts';
import { mutate } from '../mutate.ts';
import { drawSeed, listSeeds, pageSeeds } from '../seeds.ts';
import type { Case, Judge, Target } from '../target.ts';

const url = 'https://blog.example/2026/queues';

/** Bytes of a mutant. */
const usualBytes = 120_000;
const mostBytes = 300_000;

/** Most pages are articles. */
const readings = [
  'opml',
  'article',
  'article',
  'article',
  'article',
  'article',
  'article',
  'fragment',
  'links',
  'sitemap',
] as const;

const rules: Readonly<Record<string, PageRule>> = {
  links: { kind: 'links', url, selector: 'a, article', date: '.date' },
  sitemap: { kind: 'sitemap', url, prefix: 'http' },
};

export const pageTarget = (): Target => {
  const seeds = { pages: pageSeeds(), lists: listSeeds() };
  return {
    mostTime: 200,
    make: chance => {
      const as = chance.of(readings);
      const documents = as === 'sitemap' || as === 'opml' ? seeds.lists : seeds.pages;
      const most = chance.oneIn(50) ? mostBytes : usualBytes;
      const mutant = mutate(drawSeed(documents, chance), drawSeed(seeds.pages, chance), most, chance);
      return { bytes: Buffer.from(mutant, 'latin1'), as };
    },
    run: made => {
      try {
        return read(made);
      } catch (error) {
        if (error instanceof ArticleError || error instanceof PageError || error instanceof OpmlError) return () => [];
        throw error;
      }
    },
  };
};

const read = ({ bytes, as }: Case): Judge => {
  const html = decodeText(bytes);
  if (as === 'opml') {
    const { sources } = readOpml(html);
    return () => listFaults(sources);
  }
  const rule = rules[as];
  if (rule !== undefined) {
    const items = readPage(html, rule, url);
    return () => items.flatMap(linkFaults);
  }
  const article = as === 'fragment' ? cleanArticle(html, { title: 'Queues', base: url }) : extractArticle(html, url);
  return () => articleFaults(article);
};

const listFaults = (sources: readonly Source[]): readonly string[] => [
  ...(new Set(sources.map(({ name }) => name)).size < sources.length ? ['two blogs of one name'] : []),
  ...sources
    .flatMap(({ feeds, site }) => [...feeds, site])
    .filter(address => !/^https?:/i.test(address))
    .map(address => `no web address: ${address.slice(0, 100)}`),
];

const linkFaults = (item: FeedItem): readonly string[] => [
  ...(/^https?:\/\//.test(item.url) && URL.canParse(item.url) ? [] : [`no web address: ${item.url.slice(0, 100)}`]),
  ...(/\p{Cc}/u.test(item.title) ? [`a control character in ${JSON.stringify(item.title.slice(0, 100))}`] : []),
];

const forbiddenElements = /^(?:script|style|iframe|object|embed|form|base|meta|link)$/;
const urlAttributes: ReadonlySet<string> = new Set([
  'href',
  'src',
  'poster',
  'cite',
  'action',
  'formaction',
  'xlink:href',
]);

/** What `ArticleText` promises and this one does not hold. */
export const articleFaults = ({ text, html, words }: ArticleText): readonly string[] => {
  const faults: string[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (forbiddenElements.test(name)) faults.push(`<${name}> is left`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc')
          faults.push(`${attribute}= is left`);
        if (urlAttributes.has(attribute) && isCode(value)) faults.push(`${attribute}="${value.slice(0, 60)}" is left`);
      }
    },
  });
  parser.end(html);
  const blocks = articleBlocks(html).map(block => block.text);
  if (blocks.join('\n') !== text) faults.push('the text is not that of the HTML');
  if (words !== (text.match(/\S+/g)?.length ?? 0)) faults.push('the words are miscounted');
  if (!text.isWellFormed() || !html.isWellFormed()) faults.push('half a character');
  return [...new Set(faults)];
};

/** As browsers read an address: control characters and spaces in it do not count. */
const isCode = (address: string): boolean =>
  /^(?:javascript|vbscript|data:text)/i.test(address.replace(/[\0-\x20]/g, ''));
