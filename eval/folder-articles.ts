/** A folder of articles: web pages, Markdown and plain text, each with a reference beside it where there is one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlRenderer, Parser } from 'commonmark';
import type { Article } from '../src/edition/article.ts';
import { cleanArticle, extractArticle } from '../src/sources/article.ts';
import { decodeText } from '../src/sources/text/decode.ts';
import type { EvaluatedArticle } from './evaluated-article.ts';
import { readReference } from './reference.ts';

type Told = Pick<Article, 'title' | 'text' | 'html' | 'words'>;

/** Reads the text of a file whose title, where it has none, is its name. */
type Read = (content: string, url: string, name: string) => Told;

const readPage: Read = (content, url, name) => {
  const { title, text, html, words } = extractArticle(content, url);
  return { title: title || name, text, html, words };
};

const readMarkdown: Read = (content, url, name) => {
  const title = /^# +(.+)$/m.exec(content)?.[1] ?? name;
  return { title, ...cleanArticle(new HtmlRenderer().render(new Parser().parse(content)), { title, base: url }) };
};

/** A blank line ends a paragraph; the first one is the title where it is no sentence. */
const readPlainText: Read = (content, _url, name) => {
  const paragraphs = content.split(/\n\s*\n/).flatMap(paragraph => paragraph.replace(/\s+/g, ' ').trim() || []);
  const [first = '', ...rest] = paragraphs;
  const isTitled = rest.length > 0 && !/[.!?:]["”’)]*$/.test(first);
  const text = (isTitled ? rest : paragraphs).join('\n');
  return { title: isTitled ? first : name, text, html: '', words: text.match(/\S+/g)?.length ?? 0 };
};

const readers: ReadonlyMap<string, Read> = new Map([
  ['.html', readPage],
  ['.htm', readPage],
  ['.md', readMarkdown],
  ['.txt', readPlainText],
]);

const referenceSuffix = '.reference.json';

const readFile = (path: string, read: Read): EvaluatedArticle => {
  const name = basename(path, extname(path));
  const referencePath = `${path.slice(0, -extname(path).length)}${referenceSuffix}`;
  const reference = existsSync(referencePath) ? readReference(referencePath) : undefined;
  const url = reference?.url ?? pathToFileURL(path).href;
  const told = read(decodeText(readFileSync(path)), url, name);
  const item = { id: url, url, title: told.title, authors: [], categories: [] };
  const article: Article = { item, source: new URL(url).hostname || name, url, ...told, completeness: 'full' };
  return { article, ...(reference && { reference }) };
};

/**
 * Every `.html`, `.htm`, `.md` and `.txt` file in `folder` and the folders in it, by path; `NAME.reference.json` beside
 * `NAME.html` is its reference. Throws what reading throws: an evaluation that leaves a file out is none.
 */
export const folderArticles = (folder: string): readonly EvaluatedArticle[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .flatMap(name => {
      const read = readers.get(extname(name).toLowerCase());
      return read === undefined ? [] : [readFile(join(folder, name), read)];
    });
