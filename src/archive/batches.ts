/** Long lists in parts, since engines limit the parameters of a statement (SQLite to 32,766, Postgres to 65,535). */

/** Few enough for a statement with a dozen parameters for each. */
const batchSize = 1_000;

export const inBatches = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / batchSize) }, (_, index) =>
    items.slice(index * batchSize, (index + 1) * batchSize),
  );
