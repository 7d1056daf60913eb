/**
 * Postgres refuses one character in texts, NUL (https://www.postgresql.org/docs/current/datatype-character.html), which feeds
 * can have and SQLite keeps. It is written as two others, of which the first is no character by Unicode's word.
 */

const sign = '\ufdd0';
const nul = `${sign}0`;
const escaped = `${sign}1`;

/** The text as Postgres can keep it. */
export const withoutNul = (text: string): string =>
  text.includes('\0') || text.includes(sign) ? text.replaceAll(sign, escaped).replaceAll('\0', nul) : text;

/** The text that was kept. */
export const withNul = (text: string): string =>
  text.includes(sign) ? text.replaceAll(nul, '\0').replaceAll(escaped, sign) : text;
