import { describe, expect, it } from 'vitest';
import { attributionsIn } from '../../../src/editor/overview/attributions.ts';
import { anEntry } from '../an-entry.ts';

const entries = ['GitHub', 'Cloudflare', 'Acme'].map(company => anEntry({ id: company, company }));

describe('what a sentence says of which companies', () => {
  it.each<[string, string, readonly (readonly [string, readonly string[]])[]]>([
    [
      'clause by clause',
      'GitHub issues tokens, while Cloudflare isolates plugins.',
      [
        ['GitHub issues tokens', ['GitHub']],
        ['Cloudflare isolates plugins.', ['Cloudflare']],
      ],
    ],
    [
      'of a list, what stands behind it',
      'GitHub, Cloudflare and Acme deny by default.',
      [['GitHub Cloudflare Acme deny by default.', ['GitHub', 'Cloudflare', 'Acme']]],
    ],
    [
      'of a list, what stands before it',
      'Tokens expire at GitHub, Cloudflare and Acme',
      [['Tokens expire at GitHub Cloudflare Acme', ['GitHub', 'Cloudflare', 'Acme']]],
    ],
    [
      'the company behind what it did',
      'Tokens at GitHub and isolates at Cloudflare deny by default.',
      [
        ['Tokens at GitHub', ['GitHub']],
        ['isolates at Cloudflare deny by default.', ['Cloudflare']],
      ],
    ],
    [
      'what goes on without a name of its own',
      'Since secrets leak, GitHub issues tokens, and they expire.',
      [['Since secrets leak GitHub issues tokens they expire.', ['GitHub']]],
    ],
    [
      'of all of them',
      'Both deny by default: Acme counts requests.',
      [
        ['Both deny by default', ['GitHub', 'Cloudflare', 'Acme']],
        ['Acme counts requests.', ['Acme']],
      ],
    ],
    ['of the maker of a product', 'Copilot dispatches agents.', [['Copilot dispatches agents.', ['GitHub']]]],
    ['of who is named, not of the maker', 'Acme: Copilot reviews code.', [['Acme Copilot reviews code.', ['Acme']]]],
    ['of who uses a product', 'Acme reviews code with Copilot.', [['Acme reviews code with Copilot.', ['Acme']]]],
    ['nothing where it names none', 'Secrets leak, and tokens expire.', []],
    ['nothing but their names', 'GitHub and Acme', [['GitHub Acme', ['GitHub', 'Acme']]]],
  ])('%s', (_, sentence, expected) => {
    expect(attributionsIn(sentence, entries).map(({ text, companies }) => [text, [...companies]])).toEqual(expected);
  });
});
