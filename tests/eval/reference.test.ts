import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReference, recordedReferences } from '../../eval/reference.ts';
import { themes } from '../../src/edition/theme.ts';

const references = recordedReferences();
const slugs: ReadonlySet<string> = new Set(themes.map(({ slug }) => slug));

describe('the references of the recorded day', () => {
  it('are 24, one an address, each with a company and themes that we know', () => {
    expect(new Set(references.map(({ url }) => url)).size).toBe(24);
    for (const { company, themes = [] } of references) {
      expect(company).toBeTruthy();
      expect(themes.filter(theme => !slugs.has(theme))).toEqual([]);
    }
  });

  it('say nothing of the two press notes, and all four facets of the rest', () => {
    const counts = references.map(({ facets }) => Object.keys(facets).length);
    expect(counts.filter(count => count === 0)).toHaveLength(2);
    expect(counts.filter(count => count === 4)).toHaveLength(22);
  });
});

describe('a reference', () => {
  it('is refused where it is spelled wrong, so that nothing is left unmeasured in silence', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'reference-')), 'a.reference.json');
    writeFileSync(path, JSON.stringify({ url: 'https://blog.example/post', facets: { 'trade-off': 'It is slow.' } }));
    expect(() => readReference(path)).toThrow(/trade-off/);
  });
});
