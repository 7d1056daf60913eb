/** How a check of sentences fares on labelled ones. */
import { faults, type Kind, type LabelledSentence } from './labelled.ts';

/** True where the check takes the sentence for one that the article supports. */
export type Check = (labelled: Pick<LabelledSentence, 'sentence' | 'articleText' | 'company'>) => boolean;

export interface Tally {
  /** Share of the corrupted sentences that the check does not take for supported, 0 to 1. */
  readonly caught: number;
  /** Share of the true sentences that it does not take for supported, 0 to 1. */
  readonly refused: number;
  /** How many sentences of a kind were not taken for supported, of how many. */
  readonly byKind: ReadonlyMap<Kind, { readonly refused: number; readonly of: number }>;
  /** Those on which the check and the label differ. */
  readonly mistaken: readonly LabelledSentence[];
}

export const tallyOf = (labelled: readonly LabelledSentence[], check: Check): Tally => {
  const checked = labelled.map(each => ({ ...each, passes: check(each) }));
  const count = (isMeant: (each: LabelledSentence) => boolean) => {
    const meant = checked.filter(isMeant);
    return { refused: meant.filter(({ passes }) => !passes).length, of: meant.length };
  };
  const kinds: readonly Kind[] = [...faults, 'true'];
  return {
    caught: shareOf(count(({ supported }) => !supported)),
    refused: shareOf(count(({ supported }) => supported)),
    byKind: new Map(kinds.map(kind => [kind, count(each => each.kind === kind)])),
    mistaken: checked.filter(({ passes, supported }) => passes !== supported),
  };
};

const shareOf = ({ refused, of }: { readonly refused: number; readonly of: number }): number => refused / of;

/** Counts alone, no sentence: `number 14/15, unit 15/15, …`, for each kind how many were refused. */
export const countsOf = ({ byKind }: Tally): string =>
  [...byKind].map(([kind, { refused, of }]) => `${kind} ${refused}/${of}`).join(', ');
