import { describe, expect, it } from 'vitest';
import {
  assumptionsOf,
  newNamesIn,
  passageOf,
  spelledOut,
  strangersIn,
} from '../../../src/editor/writing/introductions.ts';

const abbreviations = spelledOut('The Async Task Framework (ATF) polls a Heartbeat Controller (HSC) on one CPU.');
const title = passageOf('How we designed ATF, an async task framework');

describe('what a sentence takes as known', () => {
  it('finds the abbreviations that an article spells out, and no others', () => {
    expect([...abbreviations]).toEqual(['ATF', 'HSC']);
  });

  it.each([
    ['a subject that nobody introduced', 'The frontend accepts requests.', 1],
    ['an object of an opening step', 'After generating the axis, we join the data.', 1],
    ['a subject of which one word is known', 'The task store holds them.', 0.4],
    ['an abbreviation that nobody spelled out', 'Tasks report to HSC.', 1],
    ['an abbreviation that it spells out itself', 'A Heartbeat Controller (HSC) listens.', 0],
    ['what the title says', 'The framework polls tasks of ATF.', 0.4],
    ['nothing in particular', 'Workers poll a queue.', 0],
  ])('%s: "%s"', (_, text, strangers) => {
    expect(strangersIn(assumptionsOf(text, abbreviations), [title])).toBe(strangers);
  });

  it('takes nothing as known that was read before', () => {
    const read = [title, passageOf('A frontend and an HSC stand in front.')];
    expect(strangersIn(assumptionsOf('The frontend asks the HSC.', abbreviations), read)).toBe(0.4);
  });

  it('counts the names that are new', () => {
    const assumptions = assumptionsOf('It runs on Kafka and Debezium for ATF.', abbreviations);
    expect(newNamesIn(assumptions, [title])).toBe(2);
  });
});
