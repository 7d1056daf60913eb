import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { wordsApart } from '../../../src/editor/grounding/closeness.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

const article = indexOf(
  [
    'The crawler visits every shop twice a night and stores the pages in a bucket.',
    'A parser turns each page into rows.',
    'The rows are compared with those of the night before.',
    'Buyers get a letter on paper once a month.',
    'The cafeteria serves soup on Mondays.',
    'Visitors leave their bags at the gate.',
    'The archive is moved to tape in winter.',
    'Ten engineers look after the printers of the warehouse.',
  ].join('\n'),
);

const apart = (sentence: string, isNamed: (text: string) => boolean = () => false): string[] =>
  wordsApart(read(sentence), article, ({ text }) => isNamed(text)).map(({ text }) => text);

describe('a sentence', () => {
  it.each([
    ['one sentence of the article says', 'Every shop is visited twice a night by the crawler.'],
    [
      'three in a row say together',
      'The crawler stores pages, a parser makes rows of them, and the rows are compared.',
    ],
    ['the article says in related words', 'Each night the crawler calls at all shops and keeps the pages in a bucket.'],
    ['leaves two words unsaid', 'On Mondays the cafeteria serves goulash and dumplings.'],
    [
      'goes once from one place to another, in many words of the article',
      'The crawler visits every shop twice a night, a parser turns each page into rows, and the archive is moved to tape in winter.',
    ],
    ['counts what the article does not count', 'Four rows are compared with 7 of the night before.'],
  ])('that %s stands together', (_, sentence) => {
    expect(apart(sentence)).toEqual([]);
  });

  it('that goes from place to place is told what lies elsewhere', () => {
    expect(
      apart(
        'Ten engineers look after the printers, a parser turns pages into rows, and visitors leave bags at the gate.',
      ),
    ).toEqual(['parser', 'pages', 'rows']);
  });

  it('of three words of meaning leaves none unsaid, and of four no more than one', () => {
    expect(apart('The cafeteria poisons visitors.')).toEqual(['poisons']);
    expect(apart('The crawler stores stolen paintings.')).toEqual(['stolen', 'paintings']);
  });

  it('that tells of something else is told its words', () => {
    expect(apart('A satellite photographs glaciers over Greenland, and the crawler stores them.')).toEqual([
      'satellite',
      'photographs',
      'glaciers',
      'greenland',
    ]);
  });

  it('is not asked for its names, which are looked for by themselves', () => {
    const names = new Set(['satellite', 'greenland', 'glaciers', 'photographs']);
    expect(
      apart('A satellite photographs glaciers over Greenland, and the crawler stores them.', text => names.has(text)),
    ).toEqual([]);
  });
});
