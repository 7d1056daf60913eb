/** What fuzzing found, each cut down to what it takes, written anew in our own words, with what it once did. */
import type { TargetName } from '../target.ts';

export interface Found {
  readonly target: TargetName;
  /** In the folder of its target. */
  readonly file: string;
  /** How it is handed on: see `Case`. */
  readonly as: string;
  readonly once: string;
}

export const corpus: readonly Found[] = [
  {
    ...{ target: 'feeds', file: 'control-between-spaces.xml', as: '' },
    once: 'left two spaces in a title, where the control character between them was taken out',
  },
  {
    ...{ target: 'feeds', file: 'quote-in-host.xml', as: '' },
    once: 'gave an address with a quote in its host, which ends an attribute',
  },
  {
    ...{ target: 'pages', file: 'body-in-a-paragraph.html', as: 'article' },
    once: 'crashed Readability, which looked for a parent that was not there',
  },
  {
    ...{ target: 'pages', file: 'sitemap-scheme.xml', as: 'sitemap' },
    once: 'gave an article at an address that is none of the web',
  },
  {
    ...{ target: 'renderers', file: 'no-web-address.json', as: '' },
    once: 'put a link to javascript: into Markdown',
  },
  {
    ...{ target: 'http', file: 'control-in-status', as: 'end 1' },
    once: 'put the control characters of a status line into the message of an error',
  },
  {
    ...{ target: 'http', file: 'control-in-encoding', as: 'end 1' },
    once: 'put those of a header into it',
  },
];
