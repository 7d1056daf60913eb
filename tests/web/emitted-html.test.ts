/**
 * Nothing that we emit is built from the HTML of others, only from text. So that this need not be believed, sanitize-html is asked:
 * of a hostile edition it may take nothing away but what it would take of a harmless one.
 */
import { Parser } from 'htmlparser2';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/edition/edition.ts';
import { blocksHtml } from '../../src/web/block-html.ts';
import { letterBlocks } from '../../src/web/edition-letter.ts';
import { renderEmail } from '../../src/web/email.ts';
import { renderPage } from '../../src/web/page.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { hostileHtml } from '../sources/articles/hostile-html.ts';

const editionOf = (text: string, url: string): Edition => {
  const said = { title: text, company: text, source: text, url };
  const entry = anEntry({ ...said, body: text, themes: [text, 'databases'], facets: { problem: text, lesson: text } });
  return anEdition({
    title: text,
    signal: { headline: text, body: text, entries: [entry.id] },
    deepDives: [entry, anEntry({ ...entry, id: 'another' })],
    patterns: [{ theme: text, body: text, entries: [entry.id, 'another'] }],
    alsoPublished: [said],
    sources: [{ name: text, status: 'failed', items: 0, reason: text, since: '2026-03-01' }],
    writer: text,
  });
};
const harmless = editionOf('Acme moved its ledger in 3 weeks.', 'https://acme.example/ledger');

/** The elements of `html` and the attributes of each, as sanitize-html wants them to be allowed. */
function used(html: string) {
  const attributes: Record<string, string[]> = {};
  const parser = new Parser({
    onopentag: (name, own) => {
      attributes[name] = [...(attributes[name] ?? []), ...Object.keys(own)];
    },
  });
  parser.end(html);
  return { allowedTags: Object.keys(attributes), allowedAttributes: attributes };
}

const usual = { allowVulnerableTags: true, parseStyleAttributes: false };
const schemes = ['http', 'https'];
const asItIs = (html: string): string =>
  sanitizeHtml(html, { ...usual, ...used(html), allowedSchemes: [...schemes, 'javascript', 'data', 'mailto'] });
const cleanedLike = (other: string, html: string): string =>
  sanitizeHtml(html, { ...usual, ...used(other), allowedSchemes: schemes });
const scriptsIn = (html: string): number => html.match(/<(?:script|style)\b/gi)?.length ?? 0;

describe.each<[place: string, emit: (edition: Edition) => Promise<string>]>([
  ['a page, as `build --format html` gives it', renderPage],
  ['a letter', renderEmail],
  ['an item of a feed', async edition => (await blocksHtml(letterBlocks(edition))).toString()],
])('in %s, sanitize-html finds nothing to take away', (_, emit) => {
  it.each(hostileHtml)('of an edition whose every text is %s', async (_, text) => {
    const like = await emit(harmless);
    for (const url of ['https://acme.example/ledger', `https://acme.example/"><img src=x onerror=pwned()>`]) {
      const html = await emit(editionOf(text, url));
      expect(cleanedLike(like, html)).toBe(asItIs(html));
      expect(scriptsIn(html)).toBe(scriptsIn(like));
    }
  });
});
