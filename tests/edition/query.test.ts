/** The words of a look-up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, type Query, type Term } from '../../src/edition/query.ts';
import { QueryError } from '../../src/edition/query-error.ts';

const nothing: Query = { companies: [], themes: [], sources: [], terms: [] };
const word = (text: string): Term => ({ kind: 'word', text });
const phrase = (text: string): Term => ({ kind: 'phrase', text });

const failure = (words: string): QueryError => {
  try {
    parseQuery(words);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error(`${words} was understood`);
};

describe('the words of a look-up', () => {
  it('can be all in one', () => {
    const words =
      'company:cloudflare theme:"zero trust" source:InfoQ after:2026-03-01 before:2026-04-01 kafka "exact phrase"';
    expect(parseQuery(words)).toEqual({
      companies: ['cloudflare'],
      themes: ['zero trust'],
      sources: ['InfoQ'],
      after: '2026-03-01',
      before: '2026-04-01',
      terms: [word('kafka'), phrase('exact phrase')],
    });
  });

  it.each<[string, Partial<Query>]>([
    ['company:a company:b company:a', { companies: ['a', 'b'] }],
    ['company:a,b', { companies: ['a', 'b'] }],
    ['company:a, "gradient labs" ,b kafka', { companies: ['a', 'gradient labs', 'b'], terms: [word('kafka')] }],
    ['company:"a, Inc"', { companies: ['a, Inc'] }],
    ['kafka,flink ,spark', { terms: [word('kafka,flink'), word('spark')] }],
    ['theme:zero trust kafka', { themes: ['zero trust'], terms: [word('kafka')] }],
    ['theme:mcp,change zero TRUST', { themes: ['mcp', 'change'], terms: [word('zero'), word('TRUST')] }],
    ['company:amazon web services kafka', { companies: ['amazon web services'], terms: [word('kafka')] }],
    ['theme:zero trust,mcp', { themes: ['zero trust', 'mcp'] }],
    ['theme:zero trust, mcp kafka', { themes: ['zero trust', 'mcp'], terms: [word('kafka')] }],
    ['theme:zero trust, event streaming,mcp', { themes: ['zero trust', 'event streaming', 'mcp'] }],
    [
      'company:amazon web services, stripe kafka,flink',
      { companies: ['amazon web services', 'stripe'], terms: [word('kafka,flink')] },
    ],
    ['theme:zero trust, company:a', { themes: ['zero trust'], companies: ['a'] }],
    ['theme:zero trust, "a phrase"', { themes: ['zero trust'], terms: [phrase('a phrase')] }],
    ['company=a Theme=mcp a=b x==y', { companies: ['a'], themes: ['mcp'], terms: [word('a=b'), word('x==y')] }],
    ['ｃｏｍｐａｎｙ：ａ　ｋａｆｋａ ＂ｂ ｃ＂', { companies: ['a'], terms: [word('kafka'), phrase('b c')] }],
    ['Re: kafka: the log', { terms: [word('Re'), word('kafka'), word('the'), word('log')] }],
    ['"kafka: the log"', { terms: [phrase('kafka: the log')] }],
    ['theme:"zero" trust', { themes: ['zero'], terms: [word('trust')] }],
    ['theme:zero "trust"', { themes: ['zero'], terms: [phrase('trust')] }],
    ['Company:a COMPANY:b', { companies: ['a', 'b'] }],
    ['company: cloudflare', { companies: ['cloudflare'] }],
    ['company:  "gradient labs"', { companies: ['gradient labs'] }],
    ['company:" padded "', { companies: ['padded'] }],
    ['company:“gradient labs”', { companies: ['gradient labs'] }],
    ['theme:„zero trust“', { themes: ['zero trust'] }],
    ["company:O'Reilly", { companies: ["O'Reilly"] }],
    ['company:"http://x: y"', { companies: ['http://x: y'] }],
    ['date:2026-04-01', { date: '2026-04-01' }],
    ['after:"2026-04-01"', { after: '2026-04-01' }],
    ['  kafka\t\n flink  ', { terms: [word('kafka'), word('flink')] }],
    ['kafka company:a flink', { companies: ['a'], terms: [word('kafka'), word('flink')] }],
    ['std::move', { terms: [word('std::move')] }],
    ['https://a.example/b', { terms: [word('https://a.example/b')] }],
    ['10:30', { terms: [word('10:30')] }],
    ['"company:a"', { terms: [phrase('company:a')] }],
    ['foo"bar baz"', { terms: [word('foo'), phrase('bar baz')] }],
    ['kafka - & "…" ***', { terms: [word('kafka')] }],
    ['c++ a\u0000b', { terms: [word('c++'), word('a'), word('b')] }],
    ['数据库', { terms: [word('数据库')] }],
  ])('%j', (words, expected) => {
    expect(parseQuery(words)).toEqual({ ...nothing, ...expected });
  });

  it.each<[string, string, RegExp]>([
    ['', 'empty', /nothing to look up/],
    [' \n ', 'empty', /nothing to look up/],
    ['*** "" -', 'empty', /nothing to look up/],
    ['x'.repeat(501), 'too-long', /at most 500 characters, this one 501/],
    ['data '.repeat(31), 'too-long', /at most 30 words, this one 31/],
    [`"${'data '.repeat(90)}"`, 'too-long', /at most 30 words, this one 90/],
    ['data-'.repeat(90), 'too-long', /at most 30 words, this one 90/],
    ['x '.repeat(10_001), 'too-long', /At most 20000 characters can be read, and these are 20002/],
    ['kafka "exact phr', 'unbalanced-quote', /left open at "exact phr"/],
    ['company:"a', 'unbalanced-quote', /left open at "a"/],
    ['kafka“', 'unbalanced-quote', /left open at the end/],
    ['compny:a', 'unknown-key', /no "compny:": did you mean company:\?/],
    ['subject:a', 'unknown-key', /no "subject:": there are company:, theme:/],
    ['note: kafka', 'unknown-key', /in quotes/],
    ['company:', 'no-value', /company: needs a value/],
    ['company:""', 'no-value', /company: needs a value/],
    ['company: theme:a', 'no-value', /company: needs a value/],
    ['kafka before:', 'no-value', /before: needs a value/],
    ['after:yesterday', 'bad-value', /after: needs a date of the calendar as YYYY-MM-DD, not "yesterday"/],
    ['after:2026-02-30', 'bad-value', /not "2026-02-30"/],
    ['date:2026-4-1', 'bad-value', /not "2026-4-1"/],
    ['after:2026-04-01 after:2026-04-02', 'bad-value', /after: .*more than once/],
    ['after:2026-04-02 before:2026-04-02', 'bad-value', /on or after 2026-04-02 and before 2026-04-02/],
  ])('%j is refused as %s, with an example of how it is done', (words, code, message) => {
    const error = failure(words);
    expect(error).toMatchObject({ name: 'QueryError', code });
    expect(error.message).toMatch(message);
    expect(error.message).toMatch(/For example: company:cloudflare theme:"zero trust"/);
  });

  it('the example that is given is understood', () => {
    const example = failure('').message.split('For example: ')[1] ?? '';
    expect(parseQuery(example).companies).toEqual(['cloudflare']);
  });

  it('shows the start of what is wrong, not all of it', () => {
    expect(failure(`after:${'9'.repeat(400)}`).message.length).toBeLessThan(300);
  });

  it('any names, quoted, and any words come back as they were typed', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .filter(text => /^[^\s"“”„‟«»\uff01-\uff5e\p{Cc}]+$/u.test(text));
    const plain = name.filter(text => /[\p{L}\p{N}]/u.test(text) && !text.includes(':'));
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 5 }),
        fc.array(plain, { minLength: 1, maxLength: 5 }),
        (names, words) => {
          const query = parseQuery([...names.map(name => `company:"${name}"`), ...words].join(' '));
          expect(query).toEqual({ ...nothing, companies: names, terms: words.map(word) });
        },
      ),
      { seed: 20_260_401 },
    );
  });

  it('whatever is typed is understood or refused', () => {
    const anything = fc.uint16Array({ maxLength: 80 }).map(codes => String.fromCharCode(...codes));
    fc.assert(
      fc.property(anything, words => {
        try {
          const query = parseQuery(words);
          expect(
            query.terms.length + query.companies.length + query.themes.length + query.sources.length,
          ).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(QueryError);
        }
      }),
      { seed: 20_260_401, numRuns: 1_000 },
    );
  });
});
