/** Options as words: what is read is written so that it is read the same. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Options, readGiven, readOptions, writeOptions } from '../../src/edition/option-words.ts';
import { QueryError } from '../../src/edition/query-error.ts';

const lookUp = { names: ['company', 'theme', 'page', 'words'], example: 'company:acme kafka' };
const settings = { names: ['theme', 'at'], example: 'theme:zero-trust at:08:00' };

describe('options as they are written back', () => {
  it.each<[Options, string]>([
    [{ page: ['2'], company: ['Cloudflare'], words: ['kafka'] }, 'page:2 company:Cloudflare kafka'],
    [{ company: ['Gradient Labs', 'Acme'] }, 'company:"Gradient Labs" company:Acme'],
    [{ company: ['a, Inc'] }, 'company:"a, Inc"'],
    [{ company: ['theme:a', '/b'] }, 'company:"theme:a" company:"/b"'],
    [{ words: ['"zero trust"', 'help'] }, '"zero trust" help'],
    [{}, ''],
  ])('%j as %s', (options, words) => {
    expect(writeOptions(options)).toBe(words);
    expect(readOptions(words, lookUp)).toEqual(options);
  });

  it('are quoted where the words after them would make another name of them', () => {
    const options = { theme: ['zero'], words: ['trust'] };
    expect(writeOptions(options)).toBe('theme:"zero" trust');
    expect(readOptions(writeOptions(options), lookUp)).toEqual(options);
  });

  it('are read as what they were, whatever was typed', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        'company:',
        'theme:',
        'page:',
        'page=',
        'kafka: ',
        ' ',
        ',',
        '"',
        ':',
        '/',
        'zero',
        'trust',
        'jp',
        'morgan',
        '\u0000',
        '„',
        '“',
      ),
    );
    const typed = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
    let understood = 0;
    fc.assert(
      fc.property(typed, words => {
        let options: Options;
        try {
          options = readOptions(words, lookUp);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
          return;
        }
        understood += 1;
        expect(readOptions(writeOptions(options), lookUp)).toEqual(options);
      }),
      { seed: 20_261_125, numRuns: 3_000 },
    );
    expect(understood).toBeGreaterThan(500);
  });

  it('are read as what they were, whatever names were given', () => {
    const values = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 4 });
    const given = fc.record({ company: values, theme: values }, { requiredKeys: [] });
    fc.assert(
      fc.property(given, fc.subarray(['zero', 'trust', '"trust"', 'std::move']), (names, words) => {
        const options = readGiven({ ...names, words }, lookUp);
        const isGivenBlank = (name: string) => isBlank(Object.entries(names).find(([key]) => key === name)?.[1] ?? []);
        for (const [name, texts] of Object.entries(options)) expect(texts.includes('')).toBe(isGivenBlank(name));
        if (Object.keys(options).some(isGivenBlank)) return;
        const named = Object.entries(options).filter(([, texts]) => texts.length > 0);
        expect(readOptions(writeOptions(options), lookUp)).toEqual(Object.fromEntries(named));
      }),
      { seed: 20_261_125, numRuns: 2_000 },
    );
  });
});

/** Whether something was given, and it is nothing but spaces, quotes and commas, in whichever alphabet. */
const isBlank = (values: readonly string[]): boolean =>
  values.length > 0 && values.every(text => /^[\s\p{Cc}"“”„‟«»＂,，]*$/u.test(text));

describe('options that a form or a platform gives by name', () => {
  it.each<[Options, Options]>([
    [{ company: ['alpha, beta'] }, { company: ['alpha', 'beta'] }],
    [{ company: ['"Alpha, Inc", beta', 'beta'] }, { company: ['Alpha, Inc', 'beta'] }],
    [{ theme: ['zero trust'] }, { theme: ['zero trust'] }],
    [{ theme: [] }, { theme: [] }],
    [{ words: ['kafka "exact phrase"'] }, { words: ['kafka', '"exact phrase"'] }],
    [
      { words: ['company:acme kafka'], company: ['beta'] },
      { company: ['beta', 'acme'], words: ['kafka'] },
    ],
  ])('%j are %j', (given, options) => {
    expect(readGiven(given, lookUp)).toEqual(options);
  });

  it.each([[' '], ['" "'], [' , '], ['']])(
    'are the empty text where one is blank (%j), which is not the same as a field that was emptied',
    blank => {
      expect(readGiven({ theme: [blank] }, lookUp)).toEqual({ theme: [''] });
    },
  );

  it('are refused where there is no such option', () => {
    expect(() => readGiven({ thme: ['a'] }, settings)).toThrow(/no "thme:": did you mean theme:\?/);
  });
});

describe('a command that takes no free words', () => {
  it('says of what they need to be said', () => {
    expect(() => readOptions('kafka theme:mcp', settings)).toThrow(/"kafka" needs one of these before it: theme:, at:/);
  });

  it('has no key that could be meant where it takes words alone', () => {
    expect(readOptions('kafka: the log', { names: ['words'], example: 'help' })).toEqual({
      words: ['kafka', 'the', 'log'],
    });
  });

  it('says that it has no options where it has none', () => {
    expect(() => readOptions('theme:mcp', { names: [], example: 'help' })).toThrow(/There is no option "theme:" here/);
  });
});
