/** Between HTML and plain text: entities, white space, and titles without their mark-up. */
import { decodeHTMLStrict } from 'entities';
import { tokenize } from './tokenize.ts';

/**
 * Formatting that publishers put in titles, mapped to what stands in its place. A tag that is not listed is what the title is about
 * ("Why we dropped <table>", "Add <T> support") and stays.
 */
const formatting: ReadonlyMap<string, string> = new Map([
  ...'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark nobr q s samp small span strike strong sub sup tt u var wbr'
    .split(' ')
    .map((name): [string, string] => [name, '']),
  ...'blockquote br center div h1 h2 h3 h4 h5 h6 hr li ol p pre ul'
    .split(' ')
    .map((name): [string, string] => [name, ' ']),
]);

/** Characters of mark-up: what is longer is no title, and not worth the time. */
export const longestTitle = 10_000;

const unspoken: ReadonlySet<string> = new Set(['script', 'style']);

/** Decodes HTML entities and character references once. `&copy=` in an address is none: a reference ends in a semicolon. */
export const decodeEntities = (text: string): string => (text.includes('&') ? decodeHTMLStrict(text) : text);

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A character that shows: neither white space nor one that is drawn as nothing (UAX #44, Default_Ignorable_Code_Point), nor a blank of Braille. */
const visible = /[^\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/**
 * One space for each stretch of white space, no-break spaces included; none at the ends; no control characters. Nothing where none of it
 * shows, as it would be a link that nobody sees.
 */
export const foldSpace = (text: string): string =>
  visible.test(text)
    ? text
        .replace(/(?!\s)\p{Cc}+/gu, '')
        .replace(/\s+/g, ' ')
        .trim()
    : '';

/** The text of an HTML title: formatting and comments removed, entities decoded once, white space folded. */
export const plainText = (html: string): string =>
  foldSpace(decodeEntities(withoutFormatting(html.slice(0, longestTitle).toWellFormed())));

const withoutFormatting = (html: string): string => {
  if (!html.includes('<')) return html;
  const pieces: string[] = [];
  let from = 0;
  let tag = { name: '', start: 0 };
  /** Where an open script or style began, and what had been written by then. */
  let hidden: { name: string; start: number; from: number; pieces: number } | undefined;

  const replace = (start: number, end: number, substitute: string) => {
    pieces.push(html.slice(from, start), substitute);
    from = end;
  };
  const openTag = (end: number) => {
    const substitute = formatting.get(tag.name);
    if (substitute !== undefined) replace(tag.start, end + 1, substitute);
    else if (unspoken.has(tag.name)) hidden ??= { ...tag, from, pieces: pieces.length };
  };
  const closeTag = (name: string, start: number, end: number) => {
    const substitute = formatting.get(name);
    if (substitute !== undefined) replace(start, end + 1, substitute);
    if (name !== hidden?.name) return;
    pieces.length = hidden.pieces;
    pieces.push(html.slice(hidden.from, hidden.start));
    from = end + 1;
    hidden = undefined;
  };

  tokenize(html, 'html', () => ({
    onopentagname: (start, end) => {
      tag = { name: html.slice(start, end).toLowerCase(), start: start - 1 };
    },
    onopentagend: openTag,
    onselfclosingtag: openTag,
    onclosetag: (start, nameEnd) => {
      const end = html.indexOf('>', nameEnd);
      if (end !== -1) closeTag(html.slice(start, nameEnd).toLowerCase(), start - 2, end);
    },
    oncomment: (start, end) => {
      if (html.startsWith('<!--', start - 4)) replace(start - 4, end + 1, '');
    },
  }));
  return pieces.join('') + html.slice(from);
};
