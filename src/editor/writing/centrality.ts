/**
 * How central each sentence is to its article: LexRank (Erkan and Radev 2004), the stationary distribution of a walk
 * that steps from a sentence to the ones that share its telling words.
 */

/** A sentence as its weighted stems, of length one. */
export type Vector = ReadonlyMap<string, number>;

const damping = 0.85;
const steps = 20;

/** Vectors of tf·idf over the sentences; a stem that is in every sentence counts for nothing. */
export const vectorsOf = (sentences: readonly (readonly string[])[]): Vector[] => {
  const spread = new Map<string, number>();
  for (const stems of sentences) for (const stem of new Set(stems)) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  return sentences.map(stems => {
    const weights = new Map<string, number>();
    for (const stem of stems) {
      const rarity = Math.log((sentences.length + 1) / (spread.get(stem) ?? 1));
      weights.set(stem, (weights.get(stem) ?? 0) + rarity);
    }
    const length = Math.hypot(...weights.values());
    if (length === 0) return new Map();
    return new Map([...weights].map(([stem, weight]) => [stem, weight / length]));
  });
};

/** Cosine of two vectors, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
};

/** LexRank of each sentence, scaled so that the most central one has 1. Quadratic in the number of sentences. */
export const lexRank = (vectors: readonly Vector[]): number[] => {
  const rows = vectors.map(() => new Float64Array(vectors.length));
  vectors.forEach((a, i) => {
    vectors.slice(0, i).forEach((b, j) => {
      const weight = cosine(a, b);
      rows[i]?.fill(weight, j, j + 1);
      rows[j]?.fill(weight, i, i + 1);
    });
  });
  const transitions = rows.map(row => {
    const sum = row.reduce((total, weight) => total + weight, 0);
    return row.map(weight => (sum === 0 ? 1 / row.length : weight / sum));
  });
  let rank = vectors.map(() => 1 / vectors.length);
  for (let step = 0; step < steps; step += 1) {
    const next = vectors.map(() => (1 - damping) / vectors.length);
    transitions.forEach((row, from) => {
      row.forEach((weight, to) => {
        next[to] = (next[to] ?? 0) + damping * weight * (rank[from] ?? 0);
      });
    });
    rank = next;
  }
  const highest = Math.max(...rank, Number.MIN_VALUE);
  return rank.map(value => value / highest);
};
