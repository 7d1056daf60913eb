/** Overlap with a reference: ROUGE (Lin 2004) by js-rouge, on Porter stems as its author recommends for English. */
import { l, n } from 'js-rouge';
import { splitSentences } from '../../src/editor/language/sentences.ts';
import { stemOf } from '../../src/editor/language/words.ts';

/** F1, 0 to 1. */
export interface Overlap {
  /** Words in common. */
  readonly rouge1: number;
  /** Pairs of neighbouring words in common. */
  readonly rouge2: number;
  /** Words in common that stand in one order, sentence by sentence (the summary-level ROUGE-L of the paper). */
  readonly rougeL: number;
}

/** Runs of letters and digits, lower case, stemmed; stop words stay, as is usual. */
const tokenizer = (text: string): string[] =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).map(stemOf);

/** Either text may be empty: nothing overlaps with nothing. */
export const overlapOf = (summary: string, reference: string): Overlap => {
  if (summary.trim() === '' || reference.trim() === '') return { rouge1: 0, rouge2: 0, rougeL: 0 };
  return {
    rouge1: n(summary, reference, { n: 1, tokenizer }),
    rouge2: n(summary, reference, { n: 2, tokenizer }),
    rougeL: l(summary, reference, { tokenizer, segmenter: splitSentences }),
  };
};
