import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBefore } from '../../../src/edition/dates.ts';
import type { Edition } from '../../../src/edition/edition.ts';
import { patternSaying, signalSaying, themeGoingOn } from '../../../src/editor/overview/continuity.ts';
import { anEdition } from '../../an-edition.ts';
import { anEntry } from '../an-entry.ts';

/** Mondays are 2026-11-23 and 2026-11-30. */
const sunday = '2026-11-29';
const monday = '2026-11-30';
const wednesday = '2026-12-02';

/** Of `dates`, each with a pattern of `theme`. */
const editionsOf = (theme: string, ...dates: readonly string[]): Edition[] =>
  dates.map(date => anEdition({ date, patterns: [{ theme, body: 'They did.', entries: ['a', 'b'] }] }));

describe('a pattern that goes on says so', () => {
  it.each<[string, string, readonly string[], string | undefined]>([
    ['within a week', wednesday, ['2026-12-01', monday], 'Third day this week.'],
    ['within a week with a gap', wednesday, [monday], 'Second day this week.'],
    ['on all days of a week', sunday, [28, 27, 26, 25, 24, 23].map(day => `2026-11-${day}`), 'Seventh day this week.'],
    ['over the end of a week', monday, [sunday, '2026-11-28'], 'Third day in a row.'],
    ['over the end of a week with a gap', monday, ['2026-11-27'], 'Second time in seven days.'],
    [
      'a day more than is counted',
      monday,
      [29, 28, 27, 26, 25, 24, 23].map(day => `2026-11-${day}`),
      'Seventh time in seven days.',
    ],
    [
      'seven days in a row, and not an eighth',
      monday,
      [29, 28, 27, 26, 25, 24].map(day => `2026-11-${day}`),
      'Seventh day in a row.',
    ],
    ['not where it was seven days ago alone', monday, ['2026-11-23'], undefined],
    ['not where it was long ago, or is of later editions', monday, ['2026-11-01', monday, '2026-12-01'], undefined],
  ])('%s', (_, date, dates, said) => {
    expect(patternSaying('databases', editionsOf('databases', ...dates), date)).toBe(said);
  });

  it('by its theme, and no other', () => {
    expect(patternSaying('databases', editionsOf('zero-trust', '2026-12-01'), wednesday)).toBeUndefined();
  });

  it('once for an edition, whatever it holds', () => {
    const [edition] = editionsOf('databases', '2026-12-01');
    const twice = [edition, edition].flatMap(each =>
      each ? [{ ...each, patterns: [...each.patterns, ...each.patterns] }] : [],
    );
    expect(patternSaying('databases', twice, wednesday)).toBe('Second day this week.');
  });

  it('truly, whatever the editions before hold', () => {
    const numbers = new Map(
      ['Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh'].map((word, index) => [word, index + 2]),
    );
    const dayOfYear = fc.integer({ min: 0, max: 800 }).map(day => daysBefore('2028-03-01', day));
    const offsets = fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 12 });
    const isoWeek = (date: string): number => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);
    fc.assert(
      fc.property(dayOfYear, offsets, (date, before) => {
        const dates = before.map(days => daysBefore(date, days));
        const said = patternSaying('databases', editionsOf('databases', ...dates), date);
        const has = (days: number): boolean => days === 0 || before.includes(days);
        const inSevenDays = [0, 1, 2, 3, 4, 5, 6].filter(has).length;
        if (said === undefined) return inSevenDays === 1;
        const [, word = '', rest] = /^(\w+) (.*)$/.exec(said) ?? [];
        const number = numbers.get(word) ?? 0;
        if (rest === 'day this week.') {
          const week = [0, 1, 2, 3, 4, 5, 6].filter(
            days => has(days) && isoWeek(daysBefore(date, days)) === isoWeek(date),
          );
          return number === week.length;
        }
        if (rest === 'time in seven days.') return number === inSevenDays;
        let row = 1;
        while (has(row)) row += 1;
        return rest === 'day in a row.' && number === row;
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

const acme = anEntry({ id: 'a', themes: ['databases', 'caching'] });
const globex = anEntry({ id: 'g', company: 'Globex', themes: ['search', 'databases'] });
const hooli = anEntry({ id: 'h', company: 'Hooli', themes: ['databases'] });
const latest = anEdition({
  date: sunday,
  deepDives: [acme, globex, hooli],
  signal: { headline: 'Databases everywhere', body: 'They did.', entries: ['a', 'g', 'h'] },
});

describe('a signal goes on', () => {
  it('on the theme of the one before, with companies that it told of', () => {
    expect(themeGoingOn([acme, globex], latest)).toBe('databases');
    expect(signalSaying([acme, globex], new Map(), latest)).toBe(
      'Goes on from the Signal of Sunday 29 November: Databases at Acme and Globex.',
    );
  });

  it('with one company where the one before told of it alone', () => {
    expect(themeGoingOn([acme], latest)).toBeUndefined();
    const alone = { ...latest, signal: { ...latest.signal, entries: ['a'] } };
    expect(signalSaying([acme], new Map(), alone)).toBe(
      'Goes on from the Signal of Sunday 29 November: Databases at Acme.',
    );
  });

  it('not on another theme, nor with another company', () => {
    expect(
      themeGoingOn(
        [
          { ...acme, themes: ['caching'] },
          { ...globex, themes: ['caching'] },
        ],
        latest,
      ),
    ).toBeUndefined();
    expect(themeGoingOn([acme, { ...globex, company: 'Initech' }], latest)).toBeUndefined();
    expect(themeGoingOn([acme, globex], undefined)).toBeUndefined();
    expect(themeGoingOn([], latest)).toBeUndefined();
  });

  it('from a story that was told before', () => {
    expect(signalSaying([acme, globex], new Map([['a', '2026-11-23']]), latest)).toBe(
      'Told before, on Monday 23 November.',
    );
  });
});
