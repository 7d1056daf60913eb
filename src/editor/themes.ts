/** Tells what a story is about: the themes whose terms stand in its title, its opening and its text. */
import { type ThemeSlug, themes } from '../edition/theme.ts';
import { countTerms, type WeightedTerm, wordsOfText } from './theming/theme-matching.ts';

/** What speaks for a theme. */
export interface ThemeScore {
  readonly theme: ThemeSlug;
  readonly score: number;
  /** The terms that made the score, the heaviest first, with their share of it. */
  readonly terms: readonly { readonly term: string; readonly share: number }[];
}

/** How much a term counts by where it stands; in the text by how often, up to `text`. */
const places = { title: 3, opening: 1, text: 2 } as const;

/** A title names its subject first, then means and aims: each further term counts as much less. */
const laterInTitle = 0.9;

/** Words that make the opening, the first paragraph or so. */
const openingWords = 70;
/** A term as frequent as this in a text of 400 words has half its full weight; in longer texts more is asked. */
const halfFrequency = 1.5;
const usualWords = 400;

/** Themes of a story at most. */
export const mostThemes = 4;
/** Below this a theme is a coincidence. */
const leastScore = 2.5;
/** A further theme has at least this share of the first one's score. */
const leastShare = 0.45;
/** Weak terms together add no more than this share to what the others say. */
const weakShare = 0.3;
const weakWeight = 0.5;

/** Announcing is how stories are told, seldom what they are about: it must be far ahead to come first. */
const discounts: ReadonlyMap<ThemeSlug, number> = new Map([['product-news', 0.6]]);
const lastResort: ThemeSlug = 'product-news';

const frequencyWeight = (count: number, words: number): number => {
  const half = halfFrequency * (0.5 + (0.5 * words) / usualWords);
  return count / (count + half);
};

/** The weight of each term of a story by where and how often it stands. */
const emphasisOf = (title: string, text: string): Map<WeightedTerm, number> => {
  const words = wordsOfText(text);
  const emphasis = new Map<WeightedTerm, number>();
  const add = (term: WeightedTerm, amount: number): void => {
    emphasis.set(term, (emphasis.get(term) ?? 0) + amount);
  };

  const named = [...countTerms(wordsOfText(title)).keys()];
  for (const [rank, term] of named.entries()) add(term, places.title * laterInTitle ** rank);
  for (const term of countTerms(words.slice(0, openingWords)).keys()) add(term, places.opening);
  for (const [term, count] of countTerms(words)) add(term, places.text * frequencyWeight(count, words.length));
  return emphasis;
};

/** Terms of one theme keep company, so each further one says less; else the theme with the longest list would win. */
const dampedSum = (shares: readonly number[]): number =>
  shares.reduce((sum, share, rank) => sum + share / Math.sqrt(rank + 1), 0);

const scoreOf = (theme: ThemeSlug, emphasis: ReadonlyMap<WeightedTerm, number>): ThemeScore => {
  const terms = [...emphasis]
    .flatMap(([{ text, weights }, amount]) => {
      const weight = weights.get(theme);
      return weight === undefined ? [] : [{ term: text, share: weight * amount, weak: weight < weakWeight }];
    })
    .sort((a, b) => b.share - a.share);
  const firm = dampedSum(terms.filter(({ weak }) => !weak).map(({ share }) => share));
  const supporting = dampedSum(terms.filter(({ weak }) => weak).map(({ share }) => share));
  const score = (firm + Math.min(supporting, weakShare * firm)) * (discounts.get(theme) ?? 1);
  return { theme, score, terms: terms.map(({ term, share }) => ({ term, share })) };
};

/** Every theme that anything speaks for, the most certain first; also those that `tagThemes` leaves out. */
export const explainThemes = ({ title, text }: { readonly title: string; readonly text: string }): ThemeScore[] => {
  const emphasis = emphasisOf(title, text);
  return themes
    .map(({ slug }) => scoreOf(slug, emphasis))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
};

/** The themes of which a story has enough not to be a coincidence, the most certain first; also those that others outweigh. */
export const themesWithEvidence = (story: { readonly title: string; readonly text: string }): ThemeSlug[] =>
  explainThemes(story)
    .filter(({ score }) => score >= leastScore)
    .map(({ theme }) => theme);

/**
 * @param text of the article, blocks split by `\n`; may be empty
 * @returns one to four slugs, the most certain first
 */
export const tagThemes = (story: { readonly title: string; readonly text: string }): ThemeSlug[] => {
  const scores = explainThemes(story);
  const least = Math.max(leastScore, leastShare * (scores[0]?.score ?? 0));
  const certain = scores.filter(({ score }) => score >= least).slice(0, mostThemes);
  return certain.length > 0 ? certain.map(({ theme }) => theme) : [lastResort];
};
