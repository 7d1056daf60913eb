/** The words of a look-up as a shell hands them over: it took the quotes that the query language wants to see. */

/** A key and a value with a space in it, no further key: the shell took the quotes around the value. */
const keyWithSpacedValue = /^(\p{L}+):([^":\s]*\s[^":]*)$/u;

/**
 * Joins arguments to the words of a query. A single argument is the whole query; of several, one with a space in it was
 * quoted by the person.
 */
export const queryWords = (args: readonly string[]): string =>
  (args.length > 1 ? args.map(quoteAgain) : args).join(' ');

const quoteAgain = (arg: string): string => {
  if (!/\s/.test(arg) || arg.includes('"')) return arg;
  const [, key, value] = keyWithSpacedValue.exec(arg) ?? [];
  return key === undefined ? `"${arg}"` : `${key}:"${value}"`;
};
