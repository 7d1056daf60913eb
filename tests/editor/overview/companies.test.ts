import { describe, expect, it } from 'vitest';
import { companiesNamed, companiesToldOf, withPronouns } from '../../../src/editor/overview/companies.ts';
import { anEntry } from '../an-entry.ts';

const of = (...companies: readonly string[]) => companies.map(company => anEntry({ id: company, company }));

describe('the companies that a text names', () => {
  it.each([
    ['an entry’s company that nobody knows', 'Tokens expire at Umbrella.', ['Umbrella'], ['Umbrella']],
    ['one whose name is full of signs', 'C++-Werk (Ulm) compiles.', ['C++-Werk (Ulm)'], ['C++-Werk (Ulm)']],
    ['one that has no entry', 'Netflix tests in production.', [], ['Netflix']],
    ['by another of its names', 'Facebook tests in production.', ['Meta'], ['Meta']],
    ['not as a part of a word', 'Umbrellas are shared.', ['Umbrella'], []],
    ['not by what it makes, which others use', 'Acme runs on Lambda.', ['Acme'], ['Acme']],
    ['nor by a project, which is a technology', 'Acme runs on Kubernetes.', ['Acme'], ['Acme']],
    ['not by an ordinary word', 'Target groups are kept small.', ['Target'], []],
  ])('%s', (_, text, entries, expected) => {
    expect([...companiesNamed(text, of(...entries))]).toEqual(expected);
  });
});

describe('the companies that a text tells of', () => {
  it('are those of the edition, which it may name by what they make', () => {
    expect([...companiesToldOf('Copilot reviews pull requests, as Netflix does.', of('GitHub'))]).toEqual(['GitHub']);
  });
});

describe('a text with pronouns', () => {
  it('has none of the names, the longer ones first', () => {
    const entries = of('Acme', 'Acme Labs', 'C++-Werk (Ulm)');
    expect(withPronouns('Acme Labs and Acme’s team left C++-Werk (Ulm).', entries)).toBe('it and it’s team left it.');
  });
});
