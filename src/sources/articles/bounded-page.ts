/**
 * Reads as much of a page as `page-limits.ts` allows and writes it down again, well-formed and without what an article is never
 * read from. This takes one streaming pass: what takes long is to build a tree and to search it.
 */
import { Parser } from 'htmlparser2';
import { ArticleError } from './article-error.ts';
import { hostileLimits, pageLimits } from './page-limits.ts';

export interface BoundedPage {
  /** A document with one head and one body. */
  readonly html: string;
  /** Whether this is but a part of the page: it goes on beyond the limits, or behind its end with another, or broke off. */
  readonly isPart: boolean;
}

type Attributes = ReadonlyMap<string, string>;

interface OpenElement {
  readonly name: string;
  /** False for what is read as if its tags were not there. */
  isWritten: boolean;
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** HTML Standard 13.2.6.4.4: anything else ends the head. */
const headNames = setOf('base link meta noscript script style template title');
/** Each stands once, around everything, whatever the page says. */
const frameNames = setOf('html head body');
/** HTML Standard 13.1.2, and `frame`, which htmlparser2 takes for one too. */
const voidNames = setOf('area base br col embed frame hr img input link meta param source track wbr');
/** HTML Standard 13.1.2.4: their end tags may be missing. */
const endingBySelf = setOf('html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp');
/** What acts, and says nothing in place: left out with all that is in it. */
const actingNames = setOf('script style template');
/** What draws, or shows another document: only that it is there counts. */
const drawingNames = setOf('svg canvas iframe object');
/** Highlighters put each word of a program into one of these. */
const highlightNames = setOf('span font');
/** Each parser cuts a text at each character that the one before it wrote as an entity: half as much work as an element. */
const elementsOfEscape = 0.5;
/** Those that linkedom writes as entities; here only the first two have to be. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '>'],
  ['\u00a0', '\u00a0'],
]);
/** Others than those with `on`, which act, and those that no page writes. */
const attributeName = /^(?!on)[\w:.-]{1,100}$/;

/** @throws ArticleError for a page many times beyond the limits */
export function boundedPage(html: string): BoundedPage {
  const reading = new Reading();
  const parser = new Parser({
    onopentagname: name => reading.startTag(name),
    onattribute: (name, value) => reading.attribute(name, value),
    ontext: text => reading.text(text),
    onclosetag: (name, isImplied) => reading.close(name, isImplied),
  });
  parser.write(html.slice(0, pageLimits.html));
  const isBrokenOff = reading.isBrokenOff(parser.endIndex < html.length - 1);
  parser.end();
  return { html: reading.document(), isPart: html.length > pageLimits.html || reading.isFull || isBrokenOff };
}

/** A page while its tags go by. */
class Reading {
  /** Whether a limit is reached, or the end of a page behind which another begins: what follows is only counted. */
  isFull = false;
  readonly #head: string[] = [];
  readonly #body: string[] = [];
  #bodyAttributes = '';
  #isInHead = true;
  #isFrameClosed = false;
  readonly #open: OpenElement[] = [];
  /** The start tag whose attributes are being read: there may be so many that the parser must not gather them. */
  #starting: { readonly name: string; readonly attributes: Map<string, string> } | undefined;
  /** How many elements were open when one began of which nothing more is read. */
  #skippedFrom: number | undefined;
  #depth = 0;
  #programs = 0;
  #elements = 0;
  /** Of `pageLimits.elements`. */
  #spent = 0;
  #text = 0;
  #headText = 0;
  #nestedText = 0;
  #attributeValues = 0;
  #linkedData = 0;

  startTag(name: string): void {
    this.#openStarted();
    this.#starting = { name, attributes: new Map() };
  }

  attribute(name: string, value: string): void {
    const attributes = this.#starting?.attributes;
    if (attributes === undefined || attributes.size >= pageLimits.attributes || attributes.has(name)) return;
    if (value.length <= pageLimits.attributeValue && attributeName.test(name)) attributes.set(name, value);
  }

  #openStarted(): void {
    if (this.#starting === undefined) return;
    const { name, attributes } = this.#starting;
    this.#starting = undefined;
    if (++this.#elements > hostileLimits.elements)
      refuse('too-large', `has more than ${hostileLimits.elements} elements`);
    if (this.#open.length >= hostileLimits.depth) refuse('too-deep', `nests more than ${hostileLimits.depth} elements`);
    const isWritten = this.#isRead(name, attributes);
    if (isWritten) this.#write(name, attributes);
    this.#open.push({ name, isWritten });
  }

  text(text: string): void {
    this.#openStarted();
    if (this.#skippedFrom !== undefined) return;
    if (this.#isInHead && this.#depth === 0) {
      if (text.trim() === '') return;
      this.#isInHead = false;
    }
    if (this.#isRoomFor(text)) this.#out.push(this.#isInScript ? text : this.#escape(text));
  }

  close(name: string, isImplied: boolean): void {
    this.#openStarted();
    if (frameNames.has(name) && name !== 'head' && !isImplied) this.#isFrameClosed = true;
    const isWritten = this.#open.pop()?.isWritten ?? false;
    if (this.#open.length === this.#skippedFrom) this.#skippedFrom = undefined;
    if (!isWritten || voidNames.has(name)) return;
    this.#depth--;
    if (name === 'pre') this.#programs--;
    this.#out.push(`</${name}>`);
  }

  /** Whether a document, not a fragment of one, ends before its end tags, or in the midst of a tag. */
  isBrokenOff(inTag: boolean): boolean {
    const isFramed = this.#open.some(({ name }) => frameNames.has(name));
    return isFramed && !this.#isFrameClosed && (inTag || this.#open.some(({ name }) => !endingBySelf.has(name)));
  }

  document(): string {
    return `<html><head>${this.#head.join('')}</head><body${this.#bodyAttributes}>${this.#body.join('')}</body></html>`;
  }

  #leaveHead(): void {
    for (const element of this.#open.toReversed().filter(({ isWritten }) => this.#isInHead && isWritten)) {
      this.#head.push(`</${element.name}>`);
      element.isWritten = false;
      this.#depth--;
    }
    this.#isInHead = false;
  }

  get #out(): string[] {
    return this.#isInHead ? this.#head : this.#body;
  }

  /** The only scripts that are read are descriptions of the page. */
  get #isInScript(): boolean {
    return this.#open.at(-1)?.name === 'script';
  }

  #isRead(name: string, attributes: Attributes): boolean {
    if (this.#skippedFrom !== undefined) return false;
    if (frameNames.has(name)) {
      if (name === 'html' && this.#isFrameClosed) this.isFull = true;
      if (name === 'body') this.#leaveHead();
      if (name === 'body' && this.#bodyAttributes === '') this.#bodyAttributes = this.#attributesOf(attributes);
      return false;
    }
    if (actingNames.has(name) && !isLinkedData(name, attributes)) {
      this.#skippedFrom = this.#open.length;
      return false;
    }
    if (this.isFull || (this.#programs > 0 && highlightNames.has(name) && isShown(attributes))) return false;
    if (this.#isInHead && this.#depth === 0 && !headNames.has(name)) this.#isInHead = false;
    if (this.#depth >= pageLimits.depth) {
      this.#out.push('\n');
      return false;
    }
    this.#spend(1);
    return !this.isFull;
  }

  #write(name: string, attributes: Attributes): void {
    this.#out.push(`<${name}${this.#attributesOf(attributes)}>`);
    if (drawingNames.has(name)) this.#skippedFrom = this.#open.length;
    if (voidNames.has(name)) return;
    this.#depth++;
    if (name === 'pre') this.#programs++;
  }

  #attributesOf(attributes: Attributes): string {
    let written = '';
    for (const [name, value] of attributes) {
      this.#attributeValues += value.length;
      if (this.#attributeValues > pageLimits.attributeValues) break;
      written += ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
    }
    return written;
  }

  /** As much of the text as there is room for. */
  #escape(text: string): string {
    let written = '';
    for (const [part] of text.matchAll(/[^&<>\u00a0]+|[&<>\u00a0]/g)) {
      const entity = escapes.get(part);
      if (entity !== undefined) this.#spend(elementsOfEscape);
      if (this.isFull) break;
      written += entity ?? part;
    }
    return written;
  }

  #spend(elements: number): void {
    this.#spent += elements;
    this.isFull ||= this.#spent > pageLimits.elements;
  }

  #isRoomFor({ length }: string): boolean {
    // A description that is cut is no JSON and says nothing, and a title as long is none.
    if (this.#isInScript) {
      this.#linkedData += length;
      return this.#linkedData <= pageLimits.linkedData;
    }
    if (this.#isInHead) {
      this.#headText += length;
      return this.#headText <= pageLimits.headText;
    }
    this.#text += length;
    this.#nestedText += length * this.#depth;
    if (this.#text > hostileLimits.text) refuse('too-large', `has more than ${hostileLimits.text} characters of text`);
    this.isFull ||= this.#text > pageLimits.text || this.#nestedText > pageLimits.nestedText;
    return !this.isFull;
  }
}

const isLinkedData = (name: string, attributes: Attributes): boolean =>
  name === 'script' && attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';

const isShown = (attributes: Attributes): boolean =>
  !(attributes.has('hidden') || attributes.has('aria-hidden') || attributes.get('style')?.includes('none'));

const refuse = (code: 'too-deep' | 'too-large', excess: string): never => {
  throw new ArticleError(code, `The page ${excess}: it is no article.`);
};
