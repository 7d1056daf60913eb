import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenizer, tokensOf, wordsOf } from '../../../src/archive/text/tokens.ts';

describe('the tokens of texts', () => {
  it.each([
    ['Running caches, cached', ['run', 'cach', 'cach']],
    ['Déjà VU', ['deja', 'vu']],
    ["9,000 messages; C++ don't", ['9', '000', 'messag', 'c', 'don', 't']],
    ['x_y a.b', ['x', 'y', 'a', 'b']],
    ['東京 Ключ', ['東京', 'ключ']],
    ['Before\0after \ud800 half', ['befor', 'after', 'half']],
    ['?! —', []],
    ['', []],
  ])('of %j are %j', (text, tokens) => {
    expect(tokensOf([text])).toEqual([tokens]);
  });

  it('are those of each text, in its order', () => {
    expect(tokensOf(['b a', '', 'c b a'])).toEqual([['b', 'a'], [], ['c', 'b', 'a']]);
    expect(tokensOf([])).toEqual([]);
  });

  it('are words where they are not reduced to their stems', () => {
    expect(wordsOf(['Running Cachés'])).toEqual([['running', 'caches']]);
  });

  it('find the text that they are of, in an index of the same tokenizer, as one phrase', () => {
    const database = new DatabaseSync(':memory:');
    database.exec(`create virtual table texts using fts5(text, tokenize = '${tokenizer}')`);
    const add = database.prepare('insert or replace into texts (rowid, text) values (1, ?)');
    const find = database.prepare('select count(*) as found from texts where texts match ?');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const [words = []] = wordsOf([text]);
        add.run(text);
        if (words.length > 0) expect(find.get(`"${words.join(' ')}"`)).toEqual({ found: 1 });
      }),
      { seed: 20_260_401, numRuns: 500 },
    );
    database.close();
  });
});
