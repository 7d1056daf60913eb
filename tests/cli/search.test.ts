import { describe, expect, it } from 'vitest';
import { queryWords } from '../../src/cli/query-words.ts';
import { digest } from './digest.ts';

describe('queryWords', () => {
  it.each([
    [['company:cloudflare', 'kafka'], 'company:cloudflare kafka'],
    [['theme:zero trust', 'vpn'], 'theme:"zero trust" vpn'],
    [['theme:zero trust'], 'theme:zero trust'],
    [['company:cloudflare kafka'], 'company:cloudflare kafka'],
    [['company:gradient labs', 'bank'], 'company:"gradient labs" bank'],
    [['change data capture', 'postgres'], '"change data capture" postgres'],
    [['"change data capture"'], '"change data capture"'],
    [['theme:"zero trust"'], 'theme:"zero trust"'],
  ])('%j is the query %s', (args, words) => {
    expect(queryWords(args)).toBe(words);
  });
});

describe('search', () => {
  it('finds the entries of a company in the recorded day', async () => {
    const run = await digest(['search', '--sample', 'company:cloudflare', '--format', 'json']);
    expect(run.code).toBe(0);
    const { total, entries } = JSON.parse(run.stdout);
    expect(total).toBe(3);
    expect(entries.map((entry: { company: string }) => entry.company)).toEqual([
      'Cloudflare',
      'Cloudflare',
      'Cloudflare',
    ]);
  });

  it('takes a slip in a name, and says what it took', async () => {
    const run = await digest(['search', '--sample', 'company:cloudflre', '--format', 'md']);
    expect(run.stdout).toMatch(/Cloudflare/);
    expect(run.stdout).toMatch(/cloudflre/);
  });

  it.each([
    ['an empty query', ['search', ''], /nothing to look up/],
    ['no query', ['search'], /missing required argument/],
    ['an unknown key', ['search', 'firm:acme'], /There is no "firm:"/],
    ['a bad date', ['search', 'after:soon'], /after: needs a date/],
    ['an archive without editions', ['search', 'kafka'], /no edition yet[\s\S]*--sample/],
  ])('refuses %s', async (_, args, message) => {
    const run = await digest(args);
    expect(run.code).not.toBe(0);
    expect(run.stderr).toMatch(message);
    expect(run.stdout).toBe('');
  });
});
