/** The extractive writer: the article's own sentences, chosen by role and centrality. No network, no key, no invention. */
import type { Article } from '../edition/article.ts';
import { facetNames } from '../edition/edition.ts';
import { cosine, lexRank, vectorsOf } from './centrality.ts';
import { assumptionsOf, spelledOut } from './introductions.ts';
import { type ProseSentence, proseOf } from './prose.ts';
import { cueStrength, roleStrength } from './roles.ts';
import { faultOf, leansOnPrevious } from './standalone.ts';
import { styleOf } from './style.ts';
import { bestStory, type Candidate } from './telling.ts';
import { contentStems } from './words.ts';
import type { Draft, Writer } from './writer.ts';

const weightOfCentrality = 2.5;
const weightOfTitle = 1.5;

/** What a sentence must be worth in a facet before it stands there: a trade-off or a lesson is only told where it is one. */
const thresholds = { problem: 3.5, approach: 3.5, tradeoff: 3.5, lesson: 3.5 } as const;

/** A trade-off needs words that say so; the other facets can be told by a central sentence in the right place. */
const fewestCues = { problem: 1, approach: 1, tradeoff: 3, lesson: 1.5 } as const;

const never = -1;

/** The first sentences tell the background, whatever their words. */
const opening = 0.03;

/** Opens an example; what follows in its paragraph goes on with it. */
const exemplifies =
  /\b(?:for example|for instance|suppose|imagine|consider (?:an?|the|this)|let(?:’|')s say|say you)\b/i;
const priceOfExample = 1.5;

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

  const candidateOf = (sentence: ProseSentence, position: number): Candidate => {
    const vector = vectors[position] ?? new Map();
    const merit =
      weightOfCentrality * (centrality[position] ?? 0) +
      weightOfTitle * cosine(vector, title ?? new Map()) +
      styleOf(sentence.text) -
      (inExample(sentence) ? priceOfExample : 0);
    const worthIn = (facet: (typeof facetNames)[number]): number =>
      cueStrength(facet, sentence.text) < fewestCues[facet] && !(facet === 'problem' && sentence.place <= opening)
        ? never
        : merit + roleStrength(facet, sentence) - thresholds[facet];
    return {
      sentence,
      vector,
      leans: leansOnPrevious(sentence.text),
      overturned: overturns.test(prose[position + 1]?.text ?? ''),
      assumptions: assumptionsOf(sentence.text, abbreviations),
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
