/** How much an engineer can learn from an article: a linear score that says what it is made of. */
import type { Article } from '../../edition/article.ts';
import { type Sign, signs } from './substance-signs.ts';

export interface Substance {
  /** 0 for a press note, a teaser or a text off the subject, 1 for a thorough engineering post. */
  readonly score: number;
  /** What counted, weightiest first, each with its share of the score: `technical vocabulary +0.28`. */
  readonly reasons: readonly string[];
}

/** Below this an article is thin: listed under "Also published", never padded into a Deep Dive. */
export const thinBelow = 0.35;

/** Length at which an article has had room to explain something. */
const roomyWords = 400;
const roomyWeight = 0.05;
/** A text shorter than this is a teaser whatever it says. */
const teaserWords = 80;
const teaserWeight = -0.4;
const incompleteWeight = -0.3;
/** Words for which `Sign.enough` holds. */
const signWords = 300;
/** In a shorter text a single phrase would be a plain sign. */
const leastSignWords = 120;
/** A share of the score that is smaller is not worth a reason. */
const leastReason = 0.01;

interface Part {
  readonly name: string;
  readonly value: number;
}

/** Distinct signs grow about with the square root of a text's length, as its vocabulary does (Heaps' law). */
const partOf = ({ name, where, count, enough, weight }: Sign, title: string, text: string, words: number): Part => {
  const room = where === 'title' ? 1 : Math.sqrt(Math.max(words, leastSignWords) / signWords);
  const found = count(where === 'title' ? title : text);
  return { name, value: weight * Math.min(1, found / (enough * room)) };
};

const shapeOf = ({ words, completeness }: Pick<Article, 'words' | 'completeness'>): readonly Part[] => [
  { name: 'length', value: roomyWeight * Math.min(1, words / roomyWords) },
  { name: 'teaser', value: words < teaserWords ? teaserWeight : 0 },
  { name: completeness, value: completeness === 'full' ? 0 : incompleteWeight },
];

/**
 * Ranks an engineering post over a press note by the signs of `substance-signs.ts`: each adds or takes away in proportion
 * to how plainly it shows, and nothing else counts.
 */
export const substance = ({
  title,
  text,
  words,
  completeness,
}: Pick<Article, 'title' | 'text' | 'words' | 'completeness'>): Substance => {
  const parts = [...signs.map(sign => partOf(sign, title, text, words)), ...shapeOf({ words, completeness })]
    .filter(({ value }) => Math.abs(value) >= leastReason)
    .toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const sum = parts.reduce((total, { value }) => total + value, 0);
  return {
    score: Math.min(1, Math.max(0, sum)),
    reasons: parts.map(({ name, value }) => `${name} ${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`),
  };
};
