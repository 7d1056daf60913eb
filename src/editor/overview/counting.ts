/** Counting: what a text says of the days and editions before. Code knows that and says it; a writer's word on it is not taken. */
import { anyOf } from '../language/phrases.ts';

const ordinal = '(?:second|third|fourth|fifth|sixth|seventh|eighth|\\d+(?:nd|rd|th))';
const number = '(?:two|three|four|five|six|seven|several|\\d+)';
const span = '(?:day|week|edition|morning|time|issue)';

const counts: readonly RegExp[] = [
  new RegExp(`\\b${ordinal} (?:straight |consecutive |successive )?${span}\\b`, 'gi'),
  new RegExp(`\\b${number} (?:straight |consecutive |successive )${span}s\\b`, 'gi'),
  new RegExp(`\\b${span}s? (?:in a row|running|after ${span})\\b`, 'gi'),
  anyOf('yesterday|this week|last week|past week|previous edition|last edition|earlier editions'),
];

/** What `text` says of days and editions that does not stand in `sources`, as written. */
export const countsIn = (text: string, sources: string): readonly string[] => {
  const known = sources.toLowerCase();
  return counts.flatMap(pattern => text.match(pattern) ?? []).filter(said => !known.includes(said.toLowerCase()));
};
