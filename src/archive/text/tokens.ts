/**
 * The tokens of a text as FTS5 has them, by FTS5 itself: Node's own SQLite reads them in memory. So every engine finds the
 * same words, whatever the language, and no list of letters or rule of a stemmer is kept twice.
 */
import { DatabaseSync, type StatementSync } from 'node:sqlite';

const folding = 'unicode61 remove_diacritics 2';

/** How texts are read: folded to lower case without accents, each word reduced to its stem. */
export const tokenizer = `porter ${folding}`;

/** The tokens of each of `texts`, in their order. None is empty; each has letters, digits and characters of private use only. */
export const tokensOf = (texts: readonly string[]): readonly (readonly string[])[] => {
  stemming ??= createReader(tokenizer);
  return read(stemming, texts);
};

/** The words of each of `texts` as they are before they are reduced to their stems. */
export const wordsOf = (texts: readonly string[]): readonly (readonly string[])[] => {
  plain ??= createReader(folding);
  return read(plain, texts);
};

interface Reader {
  readonly begin: StatementSync;
  readonly add: StatementSync;
  readonly read: StatementSync;
  readonly end: StatementSync;
}

/** They keep nothing between two calls, and are made once since that takes longer than reading a text. */
let stemming: Reader | undefined;
let plain: Reader | undefined;

const createReader = (tokenizer: string): Reader => {
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

const read = ({ begin, add, read, end }: Reader, texts: readonly string[]): readonly (readonly string[])[] => {
  const tokens: string[][] = texts.map(() => []);
  begin.run();
  for (const [place, text] of texts.entries()) add.run(BigInt(place), text);
  for (const { doc, term } of read.all()) tokens[Number(doc)]?.push(String(term));
  end.run();
  return tokens;
};
