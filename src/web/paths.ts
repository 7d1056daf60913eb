/** The addresses of the site's pages, as they stand in its links. */
import { fold } from '../edition/lookup.ts';

export interface Paths {
  readonly latest: string;
  readonly search: string;
  readonly calendar: string;
  readonly companies: string;
  readonly themes: string;
  readonly preview: string;
  edition(date: string): string;
  entry(date: string, id: string): string;
  /** Of a name without a letter or a digit, which no address can tell from others, all companies. */
  company(name: string): string;
  theme(slug: string): string;
  /** The calendar of a year. */
  year(year: number): string;
  /** Any other path of the site, which begins with a slash. */
  at(path: string): string;
  /** The whole address of a path of the site. Where nobody set a public address, the path. */
  absolute(path: string): string;
}

/** The part of an address that names a company: as names are compared, with dashes. */
export const companySlug = (name: string): string => fold(name).replaceAll(' ', '-');

/** Half a character, which a blog's text may hold, has no encoding. */
const encoded = (part: string): string => encodeURIComponent(part.toWellFormed());

/**
 * @param publicUrl Where the site is found, without a slash at the end. Where it has a path, a proxy takes that off
 *   before it asks us, and links have it.
 */
export const createPaths = (publicUrl?: string): Paths => {
  const address = publicUrl === undefined ? undefined : new URL(publicUrl);
  const base = address?.pathname.replace(/\/$/, '') ?? '';
  const at = (path: string): string => base + path;
  return {
    latest: at('/'),
    search: at('/search'),
    calendar: at('/calendar'),
    companies: at('/companies'),
    themes: at('/themes'),
    preview: at('/preview'),
    edition: date => at(`/${date}`),
    entry: (date, id) => at(`/${date}#${id}`),
    company: name => at(companySlug(name) === '' ? '/companies' : `/company/${encoded(companySlug(name))}`),
    theme: slug => at(`/theme/${encoded(slug)}`),
    year: year => at(`/calendar/${year}`),
    at,
    absolute: path => (address === undefined ? path : address.origin + path),
  };
};
