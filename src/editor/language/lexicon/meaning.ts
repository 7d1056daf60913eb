/**
 * Meaning: what a word most often says, and what stands one step from that, as sets by which two words can be compared.
 * The limits were chosen on the labelled sentences of the recorded day: with them a word of a true sentence that its article
 * lacks is related to a word of the passage it tells of more than three times as often as one of a corrupted sentence.
 */
import { type PartOfSpeech, type Pointer, type Sense, type SynsetId, synsetAt, wordAt } from './dictionary.ts';
import { entriesOf, sensesUnder } from './lemmas.ts';
import { remembering } from './remembering.ts';

export interface Meaning {
  readonly lemmas: ReadonlySet<string>;
  /** The synsets of its frequent senses. */
  readonly own: ReadonlySet<SynsetId>;
  /** Those that its frequent senses lead to in one step. */
  readonly near: ReadonlySet<SynsetId>;
  /** Lemmas that share its root in these senses: `expire` for `expiry`. */
  readonly kin: ReadonlySet<string>;
  /** Synsets of its antonyms, of those of a similar adjective, and of those of its kin. */
  readonly contrary: ReadonlySet<SynsetId>;
}

/** Senses past this one mislead more than they help: `see` as in receiving guests. */
const lastRank = 4;
/** Of the uses of its most frequent sense, what a sense must have, unless it has many. */
const leastShare = 0.15;
const manyUses = 20;
/** Where no use was counted, the senses that count. */
const lastUncountedRank = 2;

/** How many terms may stand under a broader one that can still take the place of each. */
const mostUnder: Readonly<Record<PartOfSpeech, number>> = { noun: 10, verb: 30, adjective: 0, adverb: 0 };

const synset = remembering(synsetAt);

const isFrequent = ({ rank, uses }: Sense, most: number): boolean =>
  uses > 0 ? rank <= lastRank && uses >= Math.min(manyUses, leastShare * most) : rank <= lastUncountedRank;

const frequentSensesOf = (key: string): readonly { readonly lemma: string; readonly sense: Sense }[] =>
  entriesOf(key).flatMap(({ lemma, pos }) => {
    const senses = sensesUnder(lemma).filter(sense => sense.pos === pos);
    const most = senses.reduce((most, { uses }) => Math.max(most, uses), 0);
    return senses.filter(sense => isFrequent(sense, most)).map(sense => ({ lemma, sense }));
  });

const targetsOf = (id: SynsetId, symbol: string): readonly SynsetId[] =>
  synset(id).pointers.flatMap(pointer => (pointer.symbol === symbol ? [pointer.target] : []));

const hypernym = '@';
const hyponym = '~';
const antonym = '!';
const similar = '&';
const attribute = '=';
const verbGroup = '$';
const derived = '+';
/** From an adverb to its adjective, from an adjective to its noun, and from a participle to its verb. */
const pertaining: readonly string[] = ['\\', '<'];

const leadsNear = ({ symbol, target }: Pointer, pos: PartOfSpeech): boolean =>
  symbol === hypernym
    ? targetsOf(target, hyponym).length <= mostUnder[pos]
    : [similar, attribute, verbGroup, derived, ...pertaining].includes(symbol);

const isKin = ({ symbol }: Pointer): boolean => symbol === derived || pertaining.includes(symbol);

const compute = (key: string): Meaning => {
  const senses = frequentSensesOf(key);
  const pointers = senses.flatMap(({ lemma, sense }) =>
    synset(sense.synset)
      .pointers.filter(({ from }) => from === undefined || from === lemma)
      .map(pointer => ({ pos: sense.pos, pointer })),
  );
  const own = senses.map(({ sense }) => sense.synset);
  const kin = pointers.flatMap(({ pointer }) => (isKin(pointer) ? [pointer] : []));
  const alike = [...own, ...own.flatMap(id => targetsOf(id, similar)), ...kin.map(({ target }) => target)];
  return {
    lemmas: new Set(entriesOf(key).map(({ lemma }) => lemma)),
    own: new Set(own),
    near: new Set(pointers.flatMap(({ pos, pointer }) => (leadsNear(pointer, pos) ? [pointer.target] : []))),
    kin: new Set(kin.flatMap(pointer => wordAt(pointer) ?? [])),
    contrary: new Set(alike.flatMap(id => targetsOf(id, antonym))),
  };
};

/** The meaning of a word or phrase as the dictionary spells it; empty sets for one that it lacks. */
export const meaningOf = remembering(compute);
