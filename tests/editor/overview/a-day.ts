/** One day of three entries, of which two share a theme, and an overview of it that stands as it is. */
import type { Pattern, Signal } from '../../../src/edition/edition.ts';
import { anEntry } from '../an-entry.ts';

export const cloudflare = anEntry({
  id: 'c',
  title: 'Plugins that declare their capabilities',
  company: 'Cloudflare',
  themes: ['sandboxing', 'zero-trust'],
  facets: {
    problem: 'Plugins of WordPress reach the whole database and the file system.',
    approach: 'EmDash runs each plugin in a V8 isolate and gives it only the capabilities of its manifest.',
    lesson: 'A plugin that declares nothing can reach nothing.',
  },
});
export const github = anEntry({
  id: 'g',
  title: 'Publishing without secrets',
  company: 'GitHub',
  themes: ['zero-trust', 'supply-chain'],
  facets: {
    problem: 'Static secrets leak from pipelines and are used to publish malicious packages.',
    approach: 'We replaced them with identity tokens that expire after 15 minutes.',
    tradeoff: 'Maintainers have to migrate old pipelines.',
  },
});
export const acme = anEntry({
  id: 'a',
  title: 'Orders in an index',
  themes: ['databases', 'search'],
  facets: { problem: 'Queries took 7 seconds.', approach: 'We moved the orders to an index of their own.' },
});
export const entries = [cloudflare, github, acme];

export const signal: Signal = {
  headline: 'Cloudflare gives plugins only the capabilities of their manifest',
  body: 'Cloudflare runs each plugin in a V8 isolate. A plugin that declares nothing can reach nothing.',
  entries: ['c'],
};
export const zeroTrust: Pattern = {
  theme: 'zero-trust',
  body: 'Cloudflare gives each plugin only the capabilities of its manifest. GitHub replaced static secrets with identity tokens that expire after 15 minutes.',
  entries: ['c', 'g'],
};
