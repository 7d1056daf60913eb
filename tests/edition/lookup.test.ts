import { describe, expect, it } from 'vitest';
import { knownCompanies } from '../../src/edition/company.ts';
import { companiesWith, findCompany, findName, findTheme } from '../../src/edition/lookup.ts';

describe('a company asked for by name', () => {
  it.each([
    ['cloudflare', 'Cloudflare'],
    ['CLOUDFLARE', 'Cloudflare'],
    ['aws', 'AWS'],
    ['amazon web services', 'AWS'],
    ['oreilly', "O'Reilly"],
    ['O’Reilly', "O'Reilly"],
    ['loreal', "L'Oréal"],
    ['netflixtechblog.com', 'Netflix'],
    ['jp morgan', 'JPMorgan Chase'],
    ['go', 'Go'],
  ])('%s is %s', (query, match) => {
    expect(findCompany(query)).toEqual({ match, exact: true });
  });

  it.each([
    ['cloudflre', 'Cloudflare'],
    ['netlfix', 'Netflix'],
    ['pintrest', 'Pinterest'],
    ['amazon web service', 'AWS'],
    ['terraform', 'HashiCorp'],
    ['kubernets', 'Kubernetes'],
  ])('%s is taken for %s, and said to be a guess', (query, match) => {
    expect(findCompany(query)).toEqual({ match, exact: false });
  });

  it('suggests the nearest names where none is near enough', () => {
    const found = findCompany('cloudfish');
    expect(found.match).toBeUndefined();
    expect(found).toHaveProperty('suggestions', expect.arrayContaining(['Cloudflare']));
  });

  it.each(['', '   ', '!?', 'zzzzzzzzzzzzzzzzzzzzzzzz'])('finds nothing in %j', query => {
    expect(findCompany(query).match).toBeUndefined();
  });

  it('finds names that only the archive has', () => {
    const names = companiesWith(['Gradient Labs', 'Netflix']);
    expect(findName('gradient lab', names)).toEqual({ match: 'Gradient Labs', exact: false });
  });

  it('suggests both where two are as near', () => {
    const found = findName('cat', [{ name: 'bat' }, { name: 'hat' }]);
    expect(found).toEqual({ match: undefined, suggestions: ['bat', 'hat'] });
  });
});

describe('a theme asked for by slug, label or alias', () => {
  it.each([
    ['zero-trust', 'zero-trust'],
    ['zero trust', 'zero-trust'],
    ['Zero Trust', 'zero-trust'],
    ['kafka', 'event-streaming'],
    ['CI/CD', 'ci-cd'],
    ['gpu', 'hardware'],
    ['replication', 'data-replication'],
    ['Model Context Protocol', 'mcp'],
    ['http/3', 'networking'],
  ])('%s is %s', (query, match) => {
    expect(findTheme(query)).toEqual({ match, exact: true });
  });

  it.each([
    ['zero-trsut', 'zero-trust'],
    ['observabilty', 'observability'],
    ['mobil', 'mobile'],
  ])('%s is taken for %s, and said to be a guess', (query, match) => {
    expect(findTheme(query)).toEqual({ match, exact: false });
  });
});

describe('the list of companies', () => {
  it('gives each name to one company, or look-ups and attribution would depend on its order', () => {
    const names = knownCompanies.flatMap(({ name, aliases, products, domains }) => [
      name,
      ...aliases,
      ...products,
      ...domains,
    ]);
    const twice = names.map(name => name.toLowerCase()).filter((name, position, all) => all.indexOf(name) !== position);
    expect(twice).toEqual([]);
  });

  it('has no empty name, and no stray column or mark', () => {
    for (const { name, aliases, products, domains } of knownCompanies) {
      for (const text of [name, ...aliases, ...products, ...domains]) expect(text).toMatch(/^[^\s~|;,][^~|;,]*$/);
    }
  });
});
