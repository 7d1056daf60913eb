/**
 * The tokens of a text as FTS5 has them, by FTS5 itself: Node's own SQLite reads them in memory. So every engine finds the
 * same words, whatever the language, and no list of letters or rule of a stemmer is kept twice.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** How texts are read: folded to lower case without accents, each word reduced to its stem. */
export const tokenizer = 'porter unicode61 remove_diacritics 2';

/** The tokens of each of `texts`, in their order. None is empty; each has letters, digits and characters of private use only. */
export const tokensOf = (texts: readonly string[]): readonly (readonly string[])[] => {
  reader ??= createReader();
  const { begin, add, read, end } = reader;
  const tokens: string[][] = texts.map(() => []);
  begin.run();
  for (const [place, text] of texts.entries()) add.run(BigInt(place), text);
  for (const { doc, term } of read.all()) tokens[Number(doc)]?.push(String(term));
  end.run();
  return tokens;
};

interface Reader {
  readonly begin: StatementSync;
  readonly add: StatementSync;
  readonly read: StatementSync;
  readonly end: StatementSync;
}

/** Keeps nothing between two calls; it is made once since that takes longer than reading a text. */
let reader: Reader | undefined;

const createReader = (): Reader => {
  const database = new DatabaseSync(':memory:');
  database.exec(`
    create virtual table texts using fts5(text, content = '', tokenize = '${tokenizer}');
    create virtual table tokens using fts5vocab(texts, instance)`);
  return {
    begin: database.prepare('begin'),
    add: database.prepare('insert into texts (rowid, text) values (?, ?)'),
    read: database.prepare('select doc, term from tokens order by doc, offset'),
    end: database.prepare('rollback'),
  };
};
