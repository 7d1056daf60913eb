/** Entries away from their editions: each says in which it stands, and leads to its place there. */
import { html } from 'hono/html';
import type { FoundEntry } from '../../archive/entries.ts';
import { spokenDay } from '../dates.ts';
import { type Html, told } from '../edition-parts.ts';
import type { Paths } from '../paths.ts';

/** Under headings of the third level. */
export const entryList = (entries: readonly FoundEntry[], paths: Paths): Html =>
  html`${entries.map(
    entry => html`
  <article>${told(entry, paths, editionLink(entry, paths))}
  </article>`,
  )}`;

const editionLink = ({ edition, id }: FoundEntry, paths: Paths): Html =>
  html`<a class="when" href="${paths.entry(edition, id)}">Edition of <time datetime="${edition}">${spokenDay(edition)}</time></a>`;
