/** Where an archive is kept, as a setting names it: a file, or a database of a Postgres server. */
import { z } from 'zod';

export type ArchiveAddress = { readonly path: string } | { readonly postgresUrl: string };

const isPostgres = (text: string): boolean => /^postgres(ql)?:/i.test(text);

const nameOfDatabase = (url: string): string | undefined => URL.parse(url)?.pathname.slice(1);

/** No value is repeated in what is said, since an address has a password. */
export const archiveAddress = z
  .string()
  .trim()
  .regex(/^(?!(?!sqlite|file|postgres)[a-z][\w+.-]+:\/\/)/i, {
    error: 'is the address of no file: name one, such as data/archive.db, or a Postgres database (postgres://…)',
    abort: true,
  })
  .regex(/^(?!(sqlite|file):[^?]*\?)/i, 'has options after "?", of which there are none: name the file alone')
  .refine(text => !isPostgres(text) || Boolean(nameOfDatabase(text)), {
    error: 'is no address of a Postgres database, such as postgres://user:password@host:5432/digest',
  })
  .transform(
    (text): ArchiveAddress =>
      isPostgres(text)
        ? { postgresUrl: text.replace(/^postgres(ql)?:/i, 'postgres:') }
        : { path: text.replace(/^(sqlite|file):(\/\/)?/i, '') },
  );

/** What of it must not be shown: the password of a server, as it is written and as it is meant. */
export const secretsOf = (address: ArchiveAddress): readonly string[] => {
  if ('path' in address) return [];
  const { password } = new URL(address.postgresUrl);
  return password === '' ? [] : [...new Set([password, decoded(password)])];
};

/** Passwords in the addresses that a text has, as `https://me:password@proxy.example`, as they are written and as they are meant. */
export const passwordsIn = (text: string): readonly string[] => {
  const found = Array.from(text.matchAll(/:\/\/[^\s/@:]*:([^\s/@]+)@/g), ([, password = '']) => password);
  return [...new Set(found.flatMap(password => [password, decoded(password)]))];
};

/** A percent sign that stands for itself is taken as it is. */
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** For people: the file, or the database and its server without what lets one in. */
export const archiveText = (address: ArchiveAddress): string => {
  if ('path' in address) return address.path;
  const { host, pathname } = new URL(address.postgresUrl);
  return `the Postgres database ${decoded(pathname.slice(1))} on ${host}`;
};
