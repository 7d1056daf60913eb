/** The file of settings as the setup writes it: what else stands in it stays. */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';

/** Values by the names of their settings. */
export type Values = Readonly<Record<string, string>>;

/**
 * `text` with the settings of `values`: each in place of the line that had it, or of the comment that shows it, or at the end.
 * @throws RangeError for a value that no line can hold.
 */
export const withSettings = (text: string, values: Values): string => {
  const lines = text.split('\n');
  for (const [name, value] of Object.entries(values)) {
    if (/[\r\n"]/.test(value)) throw new RangeError(`${name} cannot be written in one line of .env.`);
    const line = `${name}=${/[\s#'`]/.test(value) ? `"${value}"` : value}`;
    const place =
      lastPlace(lines, new RegExp(`^\\s*(export\\s+)?${name}\\s*=`)) ?? lastPlace(lines, new RegExp(`^#\\s*${name}=`));
    if (place !== undefined) lines[place] = line;
    else if (lines.at(-1) === '') lines.splice(-1, 0, line);
    else lines.push(line);
  }
  const written = lines.join('\n');
  return written.endsWith('\n') ? written : `${written}\n`;
};

/** The last counts where a setting stands twice. */
const lastPlace = (lines: readonly string[], pattern: RegExp): number | undefined => {
  const place = lines.findLastIndex(line => pattern.test(line));
  return place < 0 ? undefined : place;
};

/** The text of a file; empty where there is none. */
export const readIfThere = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
};

/** Whole or not at all, for its owner alone from its first byte on: it holds tokens. */
export const writePrivately = async (path: string, text: string): Promise<void> => {
  const aside = `${path}.new`;
  // One that is left of another time may be open to others, or lead elsewhere.
  await rm(aside, { force: true });
  await writeFile(aside, text, { mode: 0o600, flag: 'wx' });
  await rename(aside, path);
};
