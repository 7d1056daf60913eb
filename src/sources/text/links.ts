/** Makes the addresses of a feed absolute: its links, and those inside the HTML that it carries. */

import { decodeEntities, escapeHtml } from './plain-text.ts';
import { tokenize } from './tokenize.ts';

/** Characters: longer ones are no links that anyone could post, as Slack takes 3,000. */
export const longestUrl = 4096;

const urlAttributes: ReadonlySet<string> = new Set(['href', 'src', 'poster', 'cite', 'srcset']);

/** What hosts consist of once `URL` has read them. It lets quotes and braces pass, which no host has and which end an attribute. */
const host = /^[a-z0-9._:[\]-]+$/;

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The absolute http(s) address that `reference` means at `base`; undefined for anything else (`mailto:`, `javascript:`, nonsense), and for
 * one with a name or a password, as `https://github.com@evil.example/` passes for another's. An `&amp;` left in it was escaped twice by the publisher.
 */
export const resolveUrl = (reference: string, base: string | undefined): string | undefined => {
  const trimmed = reference.trim().replaceAll('&amp;', '&');
  if (trimmed === '' || trimmed.length > longestUrl) return undefined;
  const url = URL.parse(trimmed, base);
  const isRead = url !== null && /^https?:$/.test(url.protocol) && host.test(url.host);
  return isRead && url.username + url.password === '' ? url.href : undefined;
};

/** Resolves the relative addresses in `html` against `base` and leaves every other character as it was. */
export const withAbsoluteLinks = (html: string, base: string): string => {
  const pieces: string[] = [];
  let from = 0;
  let attribute = '';

  tokenize(html, 'html', () => ({
    onattribname: (start, end) => {
      attribute = html.slice(start, end).toLowerCase();
    },
    onattribdata: (start, end) => {
      if (!urlAttributes.has(attribute)) return;
      const value = decodeEntities(html.slice(start, end));
      const absolute = attribute === 'srcset' ? absoluteSources(value, base) : absoluteUrl(value, base);
      if (absolute === value) return;
      pieces.push(html.slice(from, start), escapeHtml(absolute).replaceAll("'", '&#39;'));
      from = end;
    },
  }));
  return pieces.length === 0 ? html : pieces.join('') + html.slice(from);
};

const absoluteUrl = (value: string, base: string): string =>
  scheme.test(value.trimStart()) ? value : (resolveUrl(value, base) ?? value);

/** HTML Living Standard 4.8.4.2.1: candidates split by commas, each an address and a descriptor. */
const absoluteSources = (value: string, base: string): string =>
  value
    .split(/,\s/)
    .map(candidate => {
      const [url = '', ...descriptor] = candidate.trim().split(/\s/);
      return [absoluteUrl(url, base), ...descriptor].join(' ');
    })
    .join(', ');
