import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../../src/editor/grounding.ts';

const article = `The race began with 40 boats on a calm morning.
Six of them lost a mast, and nine ran aground near the lighthouse.
The harbour has a crane for 12 tons.`;

describe('a count that the article gives in two parts', () => {
  it('may be told as their sum, beside another figure from there', () => {
    expect(checkGrounding('Of the 40 boats in the race, fifteen lost a mast or ran aground.', article).missing).toEqual(
      [],
    );
  });

  it.each([
    ['as another sum', 'Of the 40 boats in the race, sixteen lost a mast or ran aground.', 'sixteen'],
    ['where no other figure is told', 'Fifteen of the boats lost a mast or ran aground.', 'Fifteen'],
    ['where the parts lie apart', 'Of the 40 boats in the race, 49 lost a mast or ran aground.', '49'],
  ])('may not be told %s', (_, sentence, missing) => {
    expect(checkGrounding(sentence, article).missing).toContain(missing);
  });
});

describe('a unit of time in the singular', () => {
  const festival = 'The festival lasts a week, and lunch is part of it.\nMusicians are paid by the hour.';

  it.each([
    ['in which something falls', 'Lunch is part of the festival and comes in the day.', []],
    ['by which something is paid', 'Musicians of the festival are paid by the day.', ['day']],
  ])('%s', (_, sentence, missing) => {
    expect(checkGrounding(sentence, festival).missing.filter(text => text === 'day')).toEqual(missing);
  });
});
