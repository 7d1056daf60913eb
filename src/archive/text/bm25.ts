/** How well an entry answers, as FTS5's `bm25` has it (https://sqlite.org/fts5.html#the_bm25_function). */

/** How much a word counts in each column of an entry; labels do not count. */
export const columnWeights = { title: 8, body: 1, company: 4, themes: 4 } as const;

/** How fast a word more counts less, and how much less it counts in a longer text. */
const k1 = 1.2;
const b = 0.75;

/** A word that half of the entries have counts this little. */
const leastImportance = 1e-6;

/** What all entries have together. */
export interface Totals {
  readonly entries: number;
  readonly tokens: number;
}

/** How much a phrase counts that `entries` of all have. */
export const importance = (all: Totals, entries: number): number => {
  const value = Math.log((all.entries - entries + 0.5) / (entries + 0.5));
  return value > 0 ? value : leastImportance;
};

/**
 * The higher the better. The order of its operations is that of FTS5, so that what is equal there is equal here.
 * @param frequencies How often each phrase occurs, each time counted by the weight of its column.
 * @param importances Of each phrase.
 * @param tokens How long the entry is.
 */
export const relevance = (
  frequencies: readonly number[],
  importances: readonly number[],
  tokens: number,
  all: Totals,
): number => {
  const length = k1 * (1 - b + (b * tokens) / (all.tokens / all.entries));
  return frequencies.reduce(
    (sum, frequency, phrase) => sum + (importances[phrase] ?? 0) * ((frequency * (k1 + 1)) / (frequency + length)),
    0,
  );
};
