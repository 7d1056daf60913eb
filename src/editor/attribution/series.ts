/** Headlines of series and round-ups, which belong to the blog that publishes them whomever they mention. */
import { findMentions } from './company-mentions.ts';
import { isAction } from './company-words.ts';
import { isCapitalised, isJoined, wordsOfHeadline } from './headline.ts';

/** A format before a colon or a bar: "Presentation: …", "EP137: …", "Issue 310 | …". */
const format =
  /^\s*\W?(?:\p{L}+ )?(?:presentations?|podcasts?|articles?|(?:mini|e)[- ]?books?|e-?mags?|(?:virtual )?panels?|keynotes?|webinars?|interviews?|q&a|book (?:review|excerpt)s?|letters? from [^:|]{1,30}|(?:ep|episode|issue|vol|volume|no)\.? ?#?\d+)\s*[:|–—-]/iu;

/** "Java News Roundup", "Trends Report", "This Week in …", "Radar Trends to Watch". */
const roundUp =
  /\b(?:news (?:round-?up|digest)|round-?up|trends report|this (?:week|month) in|(?:weekly|monthly) (?:digest|update|review)|week in review|trends to watch|virtual panel|reading list|in case you missed it)\b/i;

/** An item that can stand as a headline of its own; what goes on from the item before begins small, or with a verb. */
const isWhole = (item: string): boolean => {
  const words = wordsOfHeadline(item);
  const [first] = words;
  return first !== undefined && words.length >= 3 && isCapitalised(first) && !isAction(first.lower);
};

/** Three items in a row, whole ones or of at least two known companies, as newsletters name their issues. */
const isListOfStories = (title: string): boolean => {
  const items = title.split(/[,;|]\s+/);
  if (items.length < 3) return false;
  if (items.every(isWhole) && !/^and\b/i.test(items.at(-1) ?? '')) return true;
  const companies = items.map(item => {
    const words = wordsOfHeadline(item);
    const first = findMentions(words).get(0);
    return first && isJoined(words[first.end]) ? first.company : undefined;
  });
  return new Set(companies.filter(company => company !== undefined)).size >= 2;
};

export const isSeries = (title: string): boolean => format.test(title) || roundUp.test(title) || isListOfStories(title);
