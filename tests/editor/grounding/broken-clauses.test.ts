import { describe, expect, it } from 'vitest';
import { indexOf } from '../../../src/editor/grounding/article-index.ts';
import { clausesBroken } from '../../../src/editor/grounding/broken-clauses.ts';
import { read } from '../../../src/editor/grounding/reading.ts';

const article = indexOf(
  [
    'The head gardener waters the orchids twice a week with rain from a barrel.',
    'They come from a greenhouse in Utrecht.',
    'Frost killed a third of them in January.',
    'The cafeteria serves soup on Mondays.',
    'Coffee costs a euro.',
    'Visitors leave their bags at the gate.',
    'Dogs have to wait outside.',
    'A museum nearby exhibits old scales.',
    'It is closed in winter.',
    'A retired carpenter repairs the wooden benches along the northern avenue every spring.',
    'The benches are painted green.',
    'Schools book their tours by telephone.',
  ].join('\n'),
);

const broken = (sentence: string, isNamed: (text: string) => boolean = () => false): string[][] =>
  clausesBroken(read(sentence), article, ({ text }) => isNamed(text)).map(found => found.map(({ text }) => text));

describe('a clause', () => {
  it.each([
    [
      'says of a subject what the article says of another',
      'The head gardener repairs the wooden benches along the northern avenue.',
      [['gardener', 'repairs']],
    ],
    [
      'goes on by a verb alone in another place',
      'The gardener waters the orchids twice a week and repairs the wooden benches along the avenue.',
      [['week', 'repairs']],
    ],
    [
      'goes on by a relative in another place',
      'Rain from a barrel waters the orchids, which schools book by telephone for their tours.',
      [['orchids', 'schools']],
    ],
    [
      'begins in one place and ends in another',
      'The benches are painted green, and every spring along the avenue the head gardener waters the orchids.',
      [['avenue', 'head']],
    ],
  ])('that %s is broken', (_, sentence, found) => {
    expect(broken(sentence)).toEqual(found);
  });

  it.each([
    ['stands in one place', 'A retired carpenter repairs the wooden benches every spring.'],
    ['stands in sentences next to each other', 'A third of the orchids from Utrecht were killed by frost in January.'],
    [
      'begins another with a subject of its own',
      'The gardener waters the orchids twice a week, and a carpenter repairs the wooden benches.',
    ],
    ['leaves words unsaid', 'The gardener waters the orchids generously, tenderly and twice a week.'],
    ['says nothing', 'It is so.'],
  ])('that %s is whole', (_, sentence) => {
    expect(broken(sentence)).toEqual([]);
  });

  it('may begin another by a relative that has a name for its subject', () => {
    const sentence = 'Rain from a barrel waters the orchids, which Anna repairs with wooden benches along the avenue.';
    expect(broken(sentence)).not.toEqual([]);
    expect(broken(sentence, text => text === 'anna')).toEqual([]);
  });
});
