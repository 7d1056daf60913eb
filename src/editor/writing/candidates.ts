/** Candidates: the sentences of an article that can be quoted, each with its worth in every facet. */
import type { Article } from '../../edition/article.ts';
import type { FacetName } from '../../edition/edition.ts';
import { namesOf } from '../grounding/claims.ts';
import { hasAny, openingWith } from '../language/phrases.ts';
import { contentStems } from '../language/words.ts';
import { cosine, lexRank, vectorsOf } from './centrality.ts';
import { assumptionsOf, spelledOut } from './introductions.ts';
import { leansOnPrevious, opensOnPrevious } from './leaning.ts';
import { type ProseSentence, proseOf } from './prose.ts';
import { canPlay, cueStrengths, roleStrength } from './roles.ts';
import { faultOf } from './standalone.ts';
import { styleOf } from './style.ts';
import type { Candidate } from './telling.ts';

const weightOfCentrality = 2.5;
const weightOfTitle = 1.5;

/** What a sentence says of the subject of the title, by saying what it is. */
const worthOfDefinition = 0.8;
/** The first sentence of a paragraph says what the paragraph is about. */
const worthOfOpening = 0.2;
/** An item of a list is part of something larger. */
const priceOfList = 0.4;

/** What a sentence must be worth before it stands anywhere. */
const threshold = 2.5;
const never = -1;

/** Opens an example; what follows in its paragraph goes on with it, for some sentences or until a question is put to it. */
const exampleOpenings = [
  openingWith("for example|for instance|suppose|consider|say that|say you|let us say|let's say"),
];
const longestExample = 4;

/** Takes back what was said just before. */
const overturns = [
  openingWith(
    'but|however|yet|well|unfortunately|sadly|except|instead|on the other hand|we were wrong|that was wrong|not so|or so we thought',
  ),
];

const isInExample = ({ index, paragraph }: ProseSentence, prose: readonly ProseSentence[]): boolean => {
  const before = prose.slice(Math.max(0, index - longestExample), index).filter(near => near.paragraph === paragraph);
  const question = before.findLastIndex(({ text }) => text.endsWith('?'));
  return before.slice(question + 1).some(({ text }) => hasAny(exampleOpenings, text));
};

const opensParagraph = ({ index, paragraph }: ProseSentence, prose: readonly ProseSentence[]): boolean =>
  prose[index - 1]?.paragraph !== paragraph;

/** True where the sentence says what something is, or is for, that has one of `names`. */
const defines = ({ text }: ProseSentence, names: readonly string[]): boolean => {
  const subject = /^(.{3,60}?),? (?:(?:is|are|was) (?:an?|the|our)|enables|lets|allows|gives) /.exec(text)?.[1] ?? '';
  return names.some(name => subject.includes(name));
};

/** Worth of each sentence of `prose` in whatever facet: how central it is to the article, how near the title, how well put. */
const meritsOf = (prose: readonly ProseSentence[], title: string, vectors: ReturnType<typeof vectorsOf>): number[] => {
  const headings = [...new Set(prose.flatMap(sentence => sentence.headings))];
  const subject = contentStems([title, title, ...headings].join(' '));
  const [subjectVector = new Map()] = vectorsOf([subject, ...prose.map(({ stems }) => stems)]);
  const centrality = lexRank(vectors);
  const names = namesOf(title);
  return prose.map(
    (sentence, position) =>
      weightOfCentrality * (centrality[position] ?? 0) +
      weightOfTitle * cosine(vectors[position] ?? new Map(), subjectVector) +
      styleOf(sentence.text) +
      (defines(sentence, names) ? worthOfDefinition : 0) +
      (opensParagraph(sentence, prose) ? worthOfOpening : 0) -
      (sentence.kind === 'list' ? priceOfList : 0),
  );
};

const worthsOf = (sentence: ProseSentence, merit: number): Candidate['worth'] => {
  const strengths = cueStrengths(sentence.text);
  const worthIn = (facet: FacetName): number =>
    canPlay(facet, strengths, sentence.place) ? merit + roleStrength(facet, sentence, strengths) - threshold : never;
  return {
    problem: worthIn('problem'),
    approach: worthIn('approach'),
    tradeoff: worthIn('tradeoff'),
    lesson: worthIn('lesson'),
  };
};

/** The sentences of `article` that can be quoted, in its order. */
export const candidatesOf = (article: Article): Candidate[] => {
  const prose = proseOf(article);
  const vectors = vectorsOf(prose.map(({ stems }) => stems));
  const merits = meritsOf(prose, article.title, vectors);
  const abbreviations = spelledOut(article.text);
  const titleStems = new Set(contentStems(article.title));
  return prose
    .filter(({ text }) => faultOf(text) === undefined && !opensOnPrevious(text))
    .filter(sentence => !isInExample(sentence, prose))
    .map(sentence => ({
      sentence,
      vector: vectors[sentence.index] ?? new Map(),
      leans: leansOnPrevious(sentence.text, article.title),
      overturned: hasAny(overturns, prose[sentence.index + 1]?.text ?? ''),
      onTitle: sentence.stems.some(stem => titleStems.has(stem)),
      passage: { text: sentence.text, stems: new Set(sentence.stems) },
      assumptions: assumptionsOf(sentence.text, abbreviations),
      worth: worthsOf(sentence, merits[sentence.index] ?? 0),
    }));
};
