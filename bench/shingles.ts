/** How well an extracted text agrees with what people marked as the article: overlap of 4-token shingles. */

/** Undefined where there is nothing to divide by: such a page does not count in the mean. */
export interface PageScore {
  readonly precision: number | undefined;
  readonly recall: number | undefined;
}

const shingleLength = 4;

/** Python's `\w+` with re.UNICODE, case kept. */
const tokensOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const tokens = tokensOf(text);
  const counts = new Map<string, number>();
  const last = Math.max(0, tokens.length - shingleLength);
  for (let start = 0; start <= last && tokens.length > 0; start++) {
    const shingle = tokens.slice(start, start + shingleLength).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0);

/** Compares the shingles of both texts as multisets. */
export function scorePage(expected: string, extracted: string): PageScore {
  const wanted = shinglesOf(expected);
  const found = shinglesOf(extracted);
  const shared = sum([...found].map(([shingle, count]) => Math.min(count, wanted.get(shingle) ?? 0)));
  const ratio = (total: number): number | undefined => (total === 0 ? undefined : shared / total);
  return { precision: ratio(sum(found.values())), recall: ratio(sum(wanted.values())) };
}

/** Means over pages, and the F1 of the means. */
export function meanScore(scores: readonly PageScore[]) {
  const precision = mean(scores.map(score => score.precision));
  const recall = mean(scores.map(score => score.recall));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

function mean(values: readonly (number | undefined)[]): number {
  const known = values.filter(value => value !== undefined);
  return sum(known) / known.length;
}
