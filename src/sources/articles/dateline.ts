/** Recognises the lines above a story that say who wrote it and when. */
import { phraseAtStart } from '../../edition/phrase-notation.ts';
import { countWords, isSentence } from './block-words.ts';
import { bylines } from './page-phrases.ts';

const byline = phraseAtStart(bylines);

const calendarDates: readonly RegExp[] = [
  // 3 March 2026, or with the month in any language
  /\b\d{1,2}(?:st|nd|rd|th)?\b.{0,18}\b(?:19|20)\d{2}\b/,
  // 2026-03-03
  /\b(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}\b/,
  // 3/3/26
  /\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2}\b/,
];

const timesOfDay: readonly RegExp[] = [
  /\b\d{1,2}[:.]\d{2}\b/,
  /\b\d+ (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago\b/i,
];

const hasDate = (text: string): boolean => calendarDates.some(date => date.test(text));
const hasTime = (text: string): boolean => timesOfDay.some(time => time.test(text));

/** Whether a block is no more than a byline, a date, or both. */
export function isDateline(text: string): boolean {
  const words = countWords(text);
  const isDated = hasDate(text) || (hasTime(text) && words <= 8);
  if (byline.test(text)) return words <= 20 && (isDated || !isSentence(text));
  return isDated && words <= 25 && !(isSentence(text) && words > 10);
}

/** Whether a block is a byline with a date: nothing else looks so, wherever it stands. */
export const isDatedByline = (text: string): boolean => byline.test(text) && hasDate(text) && isDateline(text);
