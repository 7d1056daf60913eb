/** Gets a draft of which the article supports every sentence: written, checked, once written again, and then quoted. */
import type { Article } from '../edition/article.ts';
import { type FacetName, type Facets, facetNames, type GroundedSentence } from '../edition/edition.ts';
import { extractiveWriter } from './extractive.ts';
import { checkGrounding, type Grounding } from './grounding.ts';
import { splitSentences } from './language/sentences.ts';
import { contentStems } from './language/words.ts';
import { dictated, isDictated } from './safety/dictated.ts';
import type { Draft, FacetRefusal, Proposal, Writer } from './writer.ts';
import { leansOnPrevious } from './writing/leaning.ts';

/** A single sentence tells no story. */
export const fewestSentences = 2;

/** From this share of its words on, a sentence says again what stands elsewhere in the draft. */
const repetition = 0.6;

export interface Drafted {
  readonly facets: Facets;
  /** The verdicts on the sentences of `facets`, in their order: each is supported. */
  readonly grounding: readonly GroundedSentence[];
  /** What was refused and does not stand. */
  readonly dropped: readonly GroundedSentence[];
  /** Facets that are quoted where the writer's own words failed. */
  readonly quoted: readonly FacetName[];
  readonly proposal?: Proposal;
}

export interface DraftingOptions {
  readonly writer: Writer;
  /** Whom the article is about, as far as our own rules tell. */
  readonly company?: string;
  /** Hears of an article that the writer failed on; it is then quoted, and the edition goes on. */
  readonly onProblem?: (article: Article, error: unknown) => void;
  /** What the article said to a model and was taken out of it: whoever repeats it has not written of the story. */
  readonly removed?: readonly string[];
}

type Checked = Readonly<Record<FacetName, readonly GroundedSentence[]>>;

const perFacet = (verdicts: (name: FacetName) => readonly GroundedSentence[]): Checked => ({
  problem: verdicts('problem'),
  approach: verdicts('approach'),
  tradeoff: verdicts('tradeoff'),
  lesson: verdicts('lesson'),
});

type Known = Pick<DraftingOptions, 'company' | 'removed'>;

const checkFacets = (facets: Facets, { text }: Article, { company, removed = [] }: Known = {}): Checked => {
  const verdict = (sentence: string): Grounding =>
    isDictated(sentence, { orders: removed, rest: [text] })
      ? { supported: false, missing: [dictated] }
      : checkGrounding(sentence, text, company);
  return perFacet(name => splitSentences(facets[name] ?? '').map(sentence => ({ sentence, ...verdict(sentence) })));
};

const keptOf = (sentences: readonly GroundedSentence[]): readonly GroundedSentence[] =>
  sentences.filter(({ supported }) => supported);

const refusedIn = (sentences: readonly GroundedSentence[]): readonly GroundedSentence[] =>
  sentences.filter(({ supported }) => !supported);

const refusalsIn = (checked: Checked): readonly FacetRefusal[] =>
  facetNames.flatMap(facet => refusedIn(checked[facet]).map(({ sentence, missing }) => ({ facet, sentence, missing })));

/** Asks once more for what was refused; what was well is kept as it was. */
const rewritten = async (
  article: Article,
  draft: Draft,
  checked: Checked,
  options: DraftingOptions,
): Promise<Checked> => {
  const { writer, onProblem } = options;
  const refusals = refusalsIn(checked);
  if (refusals.length === 0 || writer.rewrite === undefined) return checked;
  try {
    const { facets } = await writer.rewrite(article, draft, refusals);
    const again = checkFacets(facets, article, options);
    return perFacet(name =>
      refusedIn(checked[name]).length === 0 || keptOf(again[name]).length === 0 ? checked[name] : again[name],
    );
  } catch (error) {
    onProblem?.(article, error);
    return checked;
  }
};

const repeats = ({ sentence }: GroundedSentence, said: readonly GroundedSentence[]): boolean => {
  const stems = new Set(contentStems(sentence));
  return said.some(other => {
    const shared = stems.intersection(new Set(contentStems(other.sentence))).size;
    return shared >= repetition * stems.size;
  });
};

interface Told {
  readonly facet: FacetName;
  readonly verdict: GroundedSentence;
}

interface Telling {
  readonly told: readonly Told[];
  readonly quoted: readonly FacetName[];
}

interface Standing {
  readonly verdicts: readonly GroundedSentence[];
  /** Whether what comes next follows on something that is gone. */
  readonly isBroken: boolean;
}

/** The sentences that are supported, less those that lean on one that is gone. */
const standing = (sentences: readonly GroundedSentence[], isBroken: boolean): Standing =>
  sentences.reduce<Standing>(
    ({ verdicts, isBroken }, verdict) => {
      const stands = verdict.supported && !(isBroken && leansOnPrevious(verdict.sentence));
      return { verdicts: stands ? [...verdicts, verdict] : verdicts, isBroken: !stands };
    },
    { verdicts: [], isBroken },
  );

/** What stands: the writer's sentences, and `quotes` for a facet that has none left. */
const assemble = (checked: Checked, quotes: Checked): Telling => {
  const told: Told[] = [];
  const quoted: FacetName[] = [];
  const kept = facetNames.flatMap(name => keptOf(checked[name]));
  let isBroken = false;
  for (const facet of facetNames) {
    if (checked[facet].length === 0) continue;
    const own = standing(checked[facet], isBroken);
    const isLost = own.verdicts.length === 0;
    const fresh = isLost ? quotes[facet].filter(quote => !repeats(quote, kept)) : [];
    const { verdicts } = isLost ? standing(fresh, true) : own;
    if (isLost && verdicts.length > 0) quoted.push(facet);
    told.push(...verdicts.map(verdict => ({ facet, verdict })));
    isBroken = own.isBroken;
  }
  return { told, quoted };
};

const draftedFrom = ({ told, quoted }: Telling, refused: readonly GroundedSentence[], proposal?: Proposal): Drafted => {
  const grounding = told.map(({ verdict }) => verdict);
  const facets: Facets = Object.fromEntries(
    [...Map.groupBy(told, ({ facet }) => facet)].map(([facet, those]) => [
      facet,
      those.map(({ verdict }) => verdict.sentence).join(' '),
    ]),
  );
  const standing = new Set(grounding.map(({ sentence }) => sentence));
  return {
    facets,
    grounding,
    dropped: refused.filter(
      ({ sentence }, at) => !standing.has(sentence) && refused.findIndex(other => other.sentence === sentence) === at,
    ),
    quoted,
    ...(proposal && { proposal }),
  };
};

const nothing = perFacet(() => []);

const quotesOf = async (article: Article): Promise<Checked> =>
  checkFacets((await extractiveWriter.write(article)).facets, article);

/** The article's own sentences in the place of everything that another writer said; `refused` of that. */
const quote = (quotes: Checked, refused: readonly GroundedSentence[] = []): Drafted => {
  const { told } = assemble(quotes, nothing);
  return draftedFrom({ told, quoted: facetNames.filter(name => quotes[name].length > 0) }, refused);
};

/**
 * Has `article` drafted by the writer. A refused sentence is asked for once more with the reason, then the facet is
 * quoted, then absent. A writer that fails, or leaves fewer than two sentences, gives way to the quoted draft.
 */
export const draft = async (article: Article, options: DraftingOptions): Promise<Drafted> => {
  const { writer, onProblem } = options;
  const quotes = await quotesOf(article);
  if (writer === extractiveWriter) return { ...quote(quotes), quoted: [] };
  try {
    const first = await writer.write(article);
    const checked = checkFacets(first.facets, article, options);
    const better = await rewritten(article, first, checked, options);
    const refused = [checked, better].flatMap(each => facetNames.flatMap(name => refusedIn(each[name])));
    const telling = assemble(better, quotes);
    const isAllQuoted = telling.told.every(({ facet }) => telling.quoted.includes(facet));
    return isAllQuoted || telling.told.length < fewestSentences
      ? quote(quotes, refused)
      : draftedFrom(telling, refused, first.proposal);
  } catch (error) {
    onProblem?.(article, error);
    return quote(quotes);
  }
};
