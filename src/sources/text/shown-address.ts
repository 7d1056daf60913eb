/** Addresses as they are told of: what is said of a source stands in the footer of an edition, where all in a channel read it. */

/** Characters: enough to know an address by. */
const longestShown = 200;

/** `url` as it may be shown: without user, password and query, which can be private, and no longer than anybody reads. */
export function shownAddress(url: URL | string): string {
  const parsed = URL.parse(String(url));
  if (parsed !== null && parsed.host !== '') return shortened(`${parsed.protocol}//${parsed.host}${parsed.pathname}`);
  return `"${shortened(withoutPassword(url).replace(/[?#].*/s, ''))}"`;
}

/** Of what cannot be parsed, all before an @ may be a password. */
export function withoutPassword(url: URL | string): string {
  const parsed = URL.parse(String(url));
  if (parsed === null || parsed.host === '') return String(url).replace(/^.*@/s, '…@');
  parsed.username = '';
  parsed.password = '';
  return parsed.href;
}

const shortened = (text: string): string =>
  text.length <= longestShown ? text : `${text.slice(0, longestShown).toWellFormed()}…`;
