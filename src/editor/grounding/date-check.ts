/** Dates that the article does not name. */
import type { ArticleIndex } from './article-index.ts';
import { type CalendarDate, isSameDate } from './dates.ts';

/** Those of `dates` that are none of the article's. */
export const datesMissing = (dates: readonly CalendarDate[], article: ArticleIndex): string[] => {
  const years = new Set(article.measures.map(({ figure }) => figure.value));
  return dates.filter(date => !article.dates.some(known => isSameDate(date, known, years))).map(({ text }) => text);
};

/** True for what begins within one of `dates`. */
export const isInDate = (start: number, dates: readonly CalendarDate[]): boolean =>
  dates.some(date => start >= date.start && start < date.start + date.text.length);
