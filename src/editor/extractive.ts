/** The extractive writer: the article's own sentences, chosen by role and centrality. No network, no key, no invention. */
import type { Article } from '../edition/article.ts';
import { type FacetName, facetNames } from '../edition/edition.ts';
import { cosine, lexRank, vectorsOf } from './centrality.ts';
import { namesOf } from './claims.ts';
import { assumptionsOf, spelledOut } from './introductions.ts';
import { leansOnPrevious } from './leaning.ts';
import { type ProseSentence, proseOf } from './prose.ts';
import { cueStrengths, roleStrength } from './roles.ts';
import { faultOf } from './standalone.ts';
import { styleOf } from './style.ts';
import { bestStory, type Candidate } from './telling.ts';
import { contentStems } from './words.ts';
import type { Draft, Writer } from './writer.ts';

const weightOfCentrality = 2.5;
const weightOfTitle = 1.5;

/** What a sentence must be worth in a facet before it stands there: a trade-off or a lesson is only told where it is one. */
const thresholds = { problem: 2.5, approach: 2.5, tradeoff: 2.5, lesson: 2.5 } as const;

const never = -1;

type Strengths = Readonly<Record<FacetName, number>>;

/** Strength of cues that say what a sentence is wherever it stands. */
const plain = 4;

/** Whether a sentence may stand for the facet at all, by its words and its place: a trade-off always needs words that say so. */
const isEligible = (facet: FacetName, strengths: Strengths, place: number): boolean => {
  const strength = strengths[facet];
  if (strength >= plain) return true;
  if (facet === 'problem') return place <= 0.55 && (strength >= 1 || (place <= 0.3 && strengths.approach < 2));
  if (facet === 'approach') return strength >= 1 || place <= 0.7;
  if (facet === 'tradeoff') return strength >= 2;
  return place >= 0.35 && (strength >= 1.5 || (strength >= 1 && place >= 0.85));
};

/** Opens an example; what follows in its paragraph goes on with it. */
const exemplifies =
  /\b(?:for example|for instance|suppose|imagine|consider (?:an?|the|this)|let(?:’|')s say|say you)\b/i;
const priceOfExample = 1.5;

/** An item of a list is part of something larger. */
const priceOfList = 0.4;

/** Says what the subject of the title is. */
const worthOfDefinition = 0.8;

/** The first sentence of a paragraph says what the paragraph is about. */
const worthOfOpening = 0.2;

/** Takes back what was said just before. */
const overturns = /^(?:but|however|yet|unfortunately|sadly|except|instead|on the other hand)\b/i;

/** The sentences of `article` that can be quoted, each with its worth in every facet. */
export const candidatesOf = (article: Article): Candidate[] => {
  const prose = proseOf(article);
  const headings = [...new Set(prose.flatMap(sentence => sentence.headings))];
  const subject = contentStems([article.title, article.title, ...headings].join(' '));
  const [title, ...vectors] = vectorsOf([subject, ...prose.map(({ stems }) => stems)]);
  const centrality = lexRank(vectors);
  const abbreviations = spelledOut(article.text);

  const inExample = ({ index, paragraph }: ProseSentence): boolean =>
    prose.slice(Math.max(0, index - 4), index).some(s => s.paragraph === paragraph && exemplifies.test(s.text));

  const titleStems = new Set(contentStems(article.title));
  const names = namesOf(article.title);
  const defines = ({ text }: ProseSentence): boolean => {
    const subject = /^(.{3,60}?),? (?:is|are|was) (?:an?|the|our) /.exec(text)?.[1];
    return subject !== undefined && names.some(name => subject.includes(name));
  };

  const opensParagraph = ({ index, paragraph }: ProseSentence): boolean => prose[index - 1]?.paragraph !== paragraph;

  const candidateOf = (sentence: ProseSentence, position: number): Candidate => {
    const vector = vectors[position] ?? new Map();
    const merit =
      weightOfCentrality * (centrality[position] ?? 0) +
      weightOfTitle * cosine(vector, title ?? new Map()) +
      styleOf(sentence.text) +
      (opensParagraph(sentence) ? worthOfOpening : 0) -
      (inExample(sentence) ? priceOfExample : 0) -
      (sentence.kind === 'list' ? priceOfList : 0) +
      (defines(sentence) ? worthOfDefinition : 0);
    const strengths = cueStrengths(sentence.text);
    const worthIn = (facet: FacetName): number =>
      isEligible(facet, strengths, sentence.place)
        ? merit + roleStrength(facet, sentence, strengths) - thresholds[facet]
        : never;
    return {
      sentence,
      vector,
      leans: leansOnPrevious(sentence.text),
      overturned: overturns.test(prose[position + 1]?.text ?? ''),
      passage: { text: sentence.text, stems: new Set(sentence.stems) },
      assumptions: assumptionsOf(sentence.text, abbreviations),
      onTitle: sentence.stems.some(stem => titleStems.has(stem)),
      worth: {
        problem: worthIn('problem'),
        approach: worthIn('approach'),
        tradeoff: worthIn('tradeoff'),
        lesson: worthIn('lesson'),
      },
    };
  };

  return prose.map(candidateOf).filter(({ sentence }) => faultOf(sentence.text) === undefined);
};

/** Writes by quoting; the same article always gives the same draft. */
export const extractiveWriter: Writer = {
  name: 'extractive',
  async write(article: Article): Promise<Draft> {
    const story = bestStory(candidatesOf(article), article.title);
    const told = facetNames
      .filter(name => story[name].length > 0)
      .map(name => [name, story[name].map(({ sentence }) => sentence.text).join(' ')] as const);
    return Object.fromEntries(told);
  },
};
