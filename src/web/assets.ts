/** What the pages ask for beside themselves: the style sheet, the script of the search field, and an icon. All of it is ours. */
import { createHash } from 'node:crypto';
import { searchScript } from './search-script.ts';
import { siteStyle } from './site-style.ts';
import { style } from './style.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

const styleSheet = style + siteStyle;

/** Named by what they hold, so that a browser may keep them for ever. */
const named = (name: string, body: string, ending: string): string =>
  `/assets/${name}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`;

export const stylePath = named('style', styleSheet, 'css');
export const scriptPath = named('search', searchScript, 'js');
export const iconPath = '/favicon.svg';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b57a4"/>' +
  '<path d="M8 10h16M8 16h16M8 22h9" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

/** By path. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [stylePath, { body: styleSheet, type: 'text/css; charset=utf-8' }],
  [scriptPath, { body: searchScript, type: 'text/javascript; charset=utf-8' }],
  [iconPath, { body: icon, type: 'image/svg+xml' }],
]);
