/**
 * Rivals: words that stand in each other's place in a false sentence, and that the dictionary takes for the same in some
 * sense: `wait a second` and `wait a minute`. No two of a line are ever related.
 */
const lines = `
nanosecond microsecond millisecond second minute hour day night morning afternoon evening week fortnight month quarter year decade century
hundred thousand million billion trillion
average median
encode encrypt
decode decrypt
`;

const lineOf: ReadonlyMap<string, number> = new Map(
  lines
    .trim()
    .split('\n')
    .flatMap((line, number) => line.split(' ').map(word => [word, number] as const)),
);

/** True for two lemmas of one line. */
const compete = (one: string, other: string): boolean => {
  const line = lineOf.get(one);
  return one !== other && line !== undefined && line === lineOf.get(other);
};

/** True where any of one word's lemmas competes with any of the other's, and they have none in common. */
export const areRivals = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.isDisjointFrom(other) && [...one].some(a => [...other].some(b => compete(a, b)));
