/**
 * Meaning: what a word most often says, and what stands one step from that, as sets by which two words can be compared.
 * Senses, relations and limits were chosen on the labelled sentences of the recorded day: a word that the article of a true
 * sentence lacks is then related to one of the passage that it tells of four times as often as where the sentence was
 * corrupted. Attributes are left out, since they join both of two opposites (`speed`, to `fast` and `slow`), and so are
 * groups of verbs and siblings under one term, which added more of the corrupted than of the true.
 */
import type { BaseForm } from './base-forms.ts';
import { phrasesExplaining } from './definitions.ts';
import {
  breadthAt,
  type PartOfSpeech,
  type Pointer,
  type Sense,
  type SynsetId,
  synsetAt,
  wordAt,
} from './dictionary.ts';
import { entriesOf, keyOf, sensesUnder } from './lemmas.ts';
import { remembering } from './remembering.ts';

export interface Meaning {
  readonly lemmas: ReadonlySet<string>;
  /** The synsets of its frequent senses. */
  readonly own: ReadonlySet<SynsetId>;
  /** Those of its rarer senses too, which count where they are frequent ones of the other word: `keep` for `prevent`. */
  readonly all: ReadonlySet<SynsetId>;
  /** Those that its frequent senses lead to in one step. */
  readonly near: ReadonlySet<SynsetId>;
  /** Lemmas that share its root in these senses, `expire` for `expiry`, and phrases that explain them, `bring back` for `restore`. */
  readonly kin: ReadonlySet<string>;
  /** Synsets of its antonyms, of those of a similar adjective, and of those of its kin. */
  readonly contrary: ReadonlySet<SynsetId>;
}

/** Senses past this one mislead more than they help, even where the other word has them first. */
const lastRankOfAll = 6;
const lastRank = 4;
/** Of the uses of its most frequent sense, what a sense must have, unless it has many. */
const leastShare = 0.15;
const manyUses = 20;
/** Where no use was counted, the senses that count. */
const lastUncountedRank = 2;

/** How many terms may stand under a broader one that can still take the place of each. */
const mostUnder: Readonly<Record<PartOfSpeech, number>> = { noun: 10, verb: 30, adjective: 0, adverb: 0 };

/** They are large, and what is needed of them is kept with the words. */
const mostSynsets = 100;
const synset = remembering(synsetAt, mostSynsets);

const isFrequent = ({ rank, uses }: Sense, most: number): boolean =>
  uses > 0 ? rank <= lastRank && uses >= Math.min(manyUses, leastShare * most) : rank <= lastUncountedRank;

interface SenseOfLemma {
  readonly lemma: string;
  readonly sense: Sense;
}

const sensesOfEntry = ({ lemma, pos }: BaseForm): readonly Sense[] =>
  sensesUnder(lemma).filter(sense => sense.pos === pos);

const frequentSensesOf = (entries: readonly BaseForm[]): readonly SenseOfLemma[] =>
  entries.flatMap(entry => {
    const senses = sensesOfEntry(entry);
    const most = senses.reduce((most, { uses }) => Math.max(most, uses), 0);
    return senses.filter(sense => isFrequent(sense, most)).map(sense => ({ lemma: entry.lemma, sense }));
  });

const targetsOf = (id: SynsetId, symbol: string): readonly SynsetId[] =>
  synset(id).pointers.flatMap(pointer => (pointer.symbol === symbol ? [pointer.target] : []));

const hypernym = '@';
const antonym = '!';
const similar = '&';
const derived = '+';
/** From an adverb to its adjective, from an adjective to its noun, and from a participle to its verb. */
const pertaining: readonly string[] = ['\\', '<'];

const breadthOf = remembering(breadthAt);

const leadsNear = ({ symbol, target }: Pointer, pos: PartOfSpeech): boolean =>
  symbol === hypernym ? breadthOf(target) <= mostUnder[pos] : [similar, derived, ...pertaining].includes(symbol);

const isKin = ({ symbol }: Pointer): boolean => symbol === derived || pertaining.includes(symbol);

const compute = (key: string): Meaning => {
  const entries = entriesOf(key);
  const senses = frequentSensesOf(entries);
  const pointers = senses.flatMap(({ lemma, sense }) =>
    synset(sense.synset)
      .pointers.filter(({ from }) => from === undefined || from === lemma)
      .map(pointer => ({ pos: sense.pos, pointer })),
  );
  const own = senses.map(({ sense }) => sense.synset);
  const kin = pointers.flatMap(({ pointer }) => (isKin(pointer) ? [pointer] : []));
  const alike = [...own, ...own.flatMap(id => targetsOf(id, similar)), ...kin.map(({ target }) => target)];
  return {
    lemmas: new Set(entries.map(({ lemma }) => lemma)),
    own: new Set(own),
    all: new Set(entries.flatMap(sensesOfEntry).flatMap(({ rank, synset }) => (rank <= lastRankOfAll ? [synset] : []))),
    near: new Set(pointers.flatMap(({ pos, pointer }) => (leadsNear(pointer, pos) ? [pointer.target] : []))),
    kin: new Set([
      ...kin.flatMap(pointer => wordAt(pointer) ?? []),
      ...senses.flatMap(({ sense }) => phrasesExplaining(synset(sense.synset).gloss, sense.pos).map(keyOf)),
    ]),
    contrary: new Set(alike.flatMap(id => targetsOf(id, antonym))),
  };
};

/** The meaning of a word or phrase as the dictionary spells it; empty sets for one that it lacks. */
export const meaningOf = remembering(compute);
