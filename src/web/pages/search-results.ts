/** What a look-up finds, or what to ask instead, in the words of `/digest`. */
import { html } from 'hono/html';
import { insteadOfWords, nothingFound } from '../../../commands/nothing-found.ts';
import { type SearchResult, search } from '../../archive/search.ts';
import { localDate } from '../../delivery/window.ts';
import { counted } from '../../edition/counted.ts';
import { type Options, readOptions, writeOptions } from '../../edition/option-words.ts';
import { checkOptions } from '../../edition/options.ts';
import { lookUp, lookUpExample, type Query, queryOf, withDates } from '../../edition/query.ts';
import { QueryError } from '../../edition/query-error.ts';
import type { Html } from '../edition-parts.ts';
import type { Content } from '../page-cache.ts';
import type { SiteParts } from '../parts.ts';
import type { Paths } from '../paths.ts';
import { entryList } from './entry-list.ts';
import { pager, pageSize, pagesOf, stretchOf } from './paging.ts';
import { hintBlocks, hintLinks, lookUpAddress, lookUpLink } from './search-hints.ts';

export interface Findings {
  /** Under a heading of the second level. */
  readonly results: Html;
  readonly status: NonNullable<Content['status']>;
}

type Parts = Pick<SiteParts, 'archive' | 'paths' | 'now'>;

/** @param page From 1. */
export const findings = async (parts: Parts, typed: string, page: number): Promise<Findings> => {
  if (typed.trim() === '') return { results: invitation(parts.paths), status: 200 };
  try {
    const { query, asked } = understood(typed, parts.now());
    return await found(parts, { query, asked, page });
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    return { results: notUnderstood(error, parts.paths), status: 400 };
  }
};

interface LookUp {
  readonly query: Query;
  /** With its dates as they stand in the calendar. */
  readonly asked: Options;
}

/** Read as the command line reads it: `today` is that of this machine. */
const understood = (typed: string, now: Date): LookUp => {
  const grammar = { names: Object.keys(lookUp.shape), example: lookUpExample };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const asked = withDates(readOptions(typed, grammar), localDate(now.toISOString(), timeZone));
  return { query: queryOf(checkOptions(lookUp, asked, lookUpExample)), asked };
};

const found = async (
  { archive, paths }: Parts,
  { query, asked, page }: LookUp & { readonly page: number },
): Promise<Findings> => {
  const result = await search(archive, query, stretchOf(page));
  const { entries, total, notes } = result;
  if (total === 0) return { results: hintBlocks(await nothingFound({ archive }, asked, result), paths), status: 200 };
  const path = lookUpAddress(writeOptions(asked), paths);
  if (entries.length === 0) return { results: beyondTheEnd(result, path), status: 404 };
  const results = html`
    <h2>${countText(result)} for ${writeOptions(asked)}</h2>
    ${notes.map(note => html`<p class="byline">${note}</p>`)}
    ${hintLinks(insteadOfWords(asked, result), paths)}
    ${entryList(entries, paths)}
    ${pager({ path, page, last: lastPage(result, page) })}`;
  return { results, status: 200 };
};

const countText = ({ total, isTotalExact }: SearchResult): string =>
  isTotalExact ? counted(total, 'entry', 'entries') : `More than ${total} entries`;

/** Where more are found than are counted, it is known once it is there. */
const lastPage = ({ total, isTotalExact, entries }: SearchResult, page: number): number | undefined => {
  if (isTotalExact) return pagesOf(total);
  return entries.length < pageSize ? page : undefined;
};

const beyondTheEnd = (result: SearchResult, path: string): Html => html`
    <h2>There are not so many</h2>
    <p>${countText(result)} were found. <a href="${path}">Begin with the first</a>.</p>`;

const notUnderstood = ({ problem, example }: QueryError, paths: Paths): Html => html`
    <h2>That cannot be looked up</h2>
    <p>${problem}</p>
    <p>For example: ${lookUpLink(example, paths)}</p>`;

const examples = ['kafka', '"zero trust"', 'company:cloudflare', 'theme:mcp', lookUpExample];

const invitation = (paths: Paths): Html => html`
    <h2>What can be asked</h2>
    <p>Words that an entry must have, a phrase in quotes, a company, a theme, a source, a date:</p>
    <ul class="examples">${examples.map(example => html`<li>${lookUpLink(example, paths)}</li>`)}</ul>`;
