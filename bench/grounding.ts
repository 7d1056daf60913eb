/**
 * Grounding on sentences labelled by hand, beside what a naive checker would do: take for supported whatever shares enough
 * words with the article, with the threshold that suits the dev part best.
 */
import { checkGrounding } from '../src/editor/grounding.ts';
import { contentStems } from '../src/editor/language/words.ts';
import { type LabelledSentence, readLabelled } from '../tests/editor/grounding/labelled/labelled.ts';
import { type Check, type Tally, tallyOf } from '../tests/editor/grounding/labelled/tally.ts';
import { rounded } from './figures.ts';

const limits = { caught: 0.95, refused: 0.05 };

/** Prints what each check refuses, in all and by fault; sets the exit code where a limit is missed. No sentence is shown. */
export const run = async (): Promise<void> => {
  const dev = readLabelled('dev');
  const heldOut = readLabelled('held-out');
  const threshold = bestThreshold(dev);
  const overlap = overlapCheck(threshold);
  console.log(
    `grounding: ${dev.length} sentences in dev, ${heldOut.length} held out, more for practice; shares refused`,
  );
  console.log(`word overlap takes a sentence for supported from ${threshold} of its words on, the best for dev`);
  const parts = Object.entries({
    dev,
    'held-out': heldOut,
    all: [...dev, ...heldOut],
    unseen: readLabelled('unseen'),
    practice: readLabelled('practice'),
    'practice-2': readLabelled('practice-2'),
    'practice-3': readLabelled('practice-3'),
    'practice-4': readLabelled('practice-4'),
  });
  console.table(
    parts.flatMap(([part, sentences]) => compare(part, tallyOf(sentences, overlap), tallyOf(sentences, grounding))),
  );
  for (const [part, sentences] of parts) {
    const { caught, refused } = tallyOf(sentences, grounding);
    if (caught >= limits.caught && refused <= limits.refused) continue;
    console.error(
      `grounding: wanted ${limits.caught} of the corrupted and at most ${limits.refused} of the true in ${part}`,
    );
    process.exitCode = 1;
  }
};

const grounding: Check = ({ sentence, articleText, company }) =>
  checkGrounding(sentence, articleText, company).supported;

/** Share of the content words of a sentence that its article has somewhere, 0 to 1. */
const overlapOf = (sentence: string, articleText: string): number => {
  const article = new Set(contentStems(articleText));
  const stems = contentStems(sentence);
  return stems.filter(stem => article.has(stem)).length / stems.length;
};

const overlapCheck =
  (threshold: number): Check =>
  ({ sentence, articleText }) =>
    overlapOf(sentence, articleText) >= threshold;

/** With the most right answers; of several the lowest. */
const bestThreshold = (sentences: readonly LabelledSentence[]): number => {
  const thresholds = Array.from({ length: 101 }, (_, hundredths) => hundredths / 100);
  const mistakes = thresholds.map(threshold => tallyOf(sentences, overlapCheck(threshold)).mistaken.length);
  return thresholds[mistakes.indexOf(Math.min(...mistakes))] ?? 1;
};

const compare = (part: string, baseline: Tally, ours: Tally) => [
  rowOf(part, 'word overlap', baseline),
  { ...rowOf(part, 'ours', ours), 'wrong ÷ overlap': rounded(ours.mistaken.length / baseline.mistaken.length) },
];

const rowOf = (part: string, check: string, { caught, refused, byKind, mistaken }: Tally) => ({
  part,
  check,
  caught: rounded(caught),
  'true refused': rounded(refused),
  wrong: mistaken.length,
  ...Object.fromEntries(
    [...byKind].filter(([kind]) => kind !== 'true').map(([kind, counts]) => [kind, `${counts.refused}/${counts.of}`]),
  ),
});
