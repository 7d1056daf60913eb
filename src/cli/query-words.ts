/** The words of a look-up as a shell hands them over: it took the quotes that the query language wants to see. */
import { findCompany, findTheme } from '../edition/lookup.ts';

/** A key and a value with a space in it, no further key: the shell took the quotes around the value. */
const keyWithSpacedValue = /^(company|theme|source):([^":]*\s[^":]*)$/iu;

const isName = (key: string, value: string): boolean => {
  const found = key.toLowerCase() === 'theme' ? findTheme(value) : findCompany(value);
  return found.match !== undefined && found.exact;
};

/**
 * Joins arguments to the words of a query. Of several arguments, one with a space in it was quoted by the person; a
 * single argument is the whole query, unless its value as a whole is a name (`theme:zero trust`).
 */
export const queryWords = (args: readonly string[]): string =>
  args
    .map(arg => {
      const [, key, value] = keyWithSpacedValue.exec(arg) ?? [];
      if (key !== undefined && value !== undefined && (args.length > 1 || isName(key, value)))
        return `${key}:"${value}"`;
      return args.length > 1 && /\s/.test(arg) && !arg.includes('"') ? `"${arg}"` : arg;
    })
    .join(' ');
