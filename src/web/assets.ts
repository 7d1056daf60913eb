/** What the pages ask for beside themselves: style sheets, the script of the search field, and an icon. All of it is ours. */
import { createHash } from 'node:crypto';
import { previewPageStyle } from './preview/preview-page-style.ts';
import { previewStyle } from './preview/preview-style.ts';
import { searchScript } from './search-script.ts';
import { siteStyle } from './site-style.ts';
import { style } from './style.ts';

export interface Asset {
  readonly body: string;
  readonly type: string;
}

const styleSheet = style + siteStyle;
const previewStyleSheet = previewStyle + previewPageStyle;

/** Named by what they hold, so that a browser may keep them for ever. */
const named = (name: string, body: string, ending: string): string =>
  `/assets/${name}.${createHash('sha256').update(body).digest('hex').slice(0, 12)}.${ending}`;

export const stylePath = named('style', styleSheet, 'css');
export const previewStylePath = named('preview', previewStyleSheet, 'css');
export const scriptPath = named('search', searchScript, 'js');
export const iconPath = '/favicon.svg';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b57a4"/>' +
  '<path d="M8 10h16M8 16h16M8 22h9" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

/** By path. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  [stylePath, { body: styleSheet, type: 'text/css; charset=utf-8' }],
  [previewStylePath, { body: previewStyleSheet, type: 'text/css; charset=utf-8' }],
  [scriptPath, { body: searchScript, type: 'text/javascript; charset=utf-8' }],
  [iconPath, { body: icon, type: 'image/svg+xml' }],
]);
