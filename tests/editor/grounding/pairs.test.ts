/**
 * Sentences by whoever wrote the rules, apart from the labelled ones: `pairs.tsv`, with the address of the article, the
 * kind (`true` or what was done to it) and the sentence. They keep a rule from being bent to the labelled sentences.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';
import { readRecordedArticles } from './labelled/recorded-articles.ts';

const leastCaught = 0.85;
const mostRefused = 0.07;

const articles = readRecordedArticles();
const groundings = new Map([...articles].map(([url, { text }]) => [url, groundingOf(text)]));

const rows = readFileSync(new URL('pairs.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map(line => {
    const [url = '', kind = '', sentence = ''] = line.split('\t');
    const grounding = groundings.get(url)?.(sentence);
    if (grounding === undefined) throw new Error(`No article was recorded at ${url}.`);
    return { kind, sentence, ...grounding };
  });

const listOf = (found: readonly (typeof rows)[number][]): string =>
  found.map(({ kind, sentence, missing }) => `${kind}: ${sentence} [${missing.join(' | ')}]`).join('\n');

describe('grounding, on sentences that its rules were tried on', () => {
  it('supports the true ones but for a few', () => {
    const honest = rows.filter(({ kind }) => kind === 'true');
    const refused = honest.filter(({ supported }) => !supported);
    expect(refused.length / honest.length, listOf(refused)).toBeLessThanOrEqual(mostRefused);
  });

  it('refuses most of those with a number, a unit, a name, a denial, a direction or a reason of their own', () => {
    const corrupted = rows.filter(({ kind }) => kind !== 'true');
    const missed = corrupted.filter(({ supported }) => supported);
    expect(1 - missed.length / corrupted.length, listOf(missed)).toBeGreaterThanOrEqual(leastCaught);
  });
});
