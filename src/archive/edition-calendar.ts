/** When there are editions: how many in all, in which years, and which stand side by side. */
import { sql } from 'kysely';
import type { Archive } from './archive.ts';

export interface EditionSpan {
  /** Dates, `YYYY-MM-DD`. */
  readonly first: string;
  readonly last: string;
  readonly editions: number;
}

/** Undefined where there is none. */
export const editionSpan = async ({ db }: Pick<Archive, 'db'>): Promise<EditionSpan | undefined> => {
  const { rows } = await sql<{ first: string | null; last: string | null; editions: number }>`
    select min(date) as first, max(date) as last, count(*) as editions from editions`.execute(db);
  const [{ first = null, last = null, editions = 0 } = {}] = rows;
  return first === null || last === null ? undefined : { first, last, editions };
};

export interface EditionYear {
  readonly year: number;
  readonly editions: number;
}

/** Those that have any, the latest first. */
export const editionYears = async ({ db }: Pick<Archive, 'db'>): Promise<readonly EditionYear[]> => {
  const { rows } = await sql<{ year: string; editions: number }>`
    select substr(date, 1, 4) as year, count(*) as editions from editions group by 1 order by 1 desc`.execute(db);
  return rows.map(({ year, editions }) => ({ year: Number(year), editions }));
};

export interface Neighbours {
  /** Date of the edition before; null where it is the first. */
  readonly before: string | null;
  /** Date of the edition after; null where it is the latest. */
  readonly after: string | null;
}

/** The editions beside that of `date`, `YYYY-MM-DD`. */
export const neighboursOf = async ({ db }: Pick<Archive, 'db'>, date: string): Promise<Neighbours> => {
  const { rows } = await sql<Neighbours>`
    select (select max(date) from editions where date < ${date}) as before,
      (select min(date) from editions where date > ${date}) as after`.execute(db);
  return rows[0] ?? { before: null, after: null };
};
