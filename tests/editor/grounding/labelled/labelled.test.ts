import { describe, expect, it } from 'vitest';
import { faults, type Kind, type LabelledSentence, type Part, readLabelled } from './labelled.ts';

const dev = readLabelled('dev');
const heldOut = readLabelled('held-out');
const all = [...dev, ...heldOut];
const practice = readLabelled('practice');
const secondPractice = readLabelled('practice-2');
const thirdPractice = readLabelled('practice-3');
const fourthPractice = readLabelled('practice-4');
const unseen = readLabelled('unseen');

/** Without case, punctuation and spacing. */
const bareWords = (sentence: string): string => (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

describe('the labelled sentences', () => {
  it.each<[Part, readonly LabelledSentence[], number]>([
    ['dev', dev, 200],
    ['held-out', heldOut, 100],
  ])('are half true and half corrupted in %s', (_, sentences, size) => {
    expect(sentences).toHaveLength(size);
    expect(sentences.filter(({ supported }) => supported)).toHaveLength(size / 2);
  });

  it.each(faults)('have as many with the fault “%s” as with any other, two to one in dev and held-out', fault => {
    const countIn = (sentences: readonly LabelledSentence[]): number =>
      sentences.filter(({ kind }) => kind === fault).length;
    expect([14, 15]).toContain(countIn(dev));
    expect([7, 8]).toContain(countIn(heldOut));
  });

  it('stand each once, in one part only', () => {
    expect(new Set(all.map(({ sentence }) => bareWords(sentence))).size).toBe(all.length);
  });

  it('are sentences', () => {
    expect(all.every(({ sentence }) => /^\p{Lu}.*[^\s.]\.$/u.test(sentence))).toBe(true);
  });

  it('are about twenty articles or more, each with both sorts, and each part about all but the shortest', () => {
    const addressesOf = (sentences: readonly LabelledSentence[]) => new Set(sentences.map(({ url }) => url));
    expect(addressesOf(all).size).toBeGreaterThanOrEqual(20);
    expect(addressesOf(all.filter(({ supported }) => supported))).toEqual(
      addressesOf(all.filter(({ supported }) => !supported)),
    );
    expect(addressesOf(heldOut).size).toBeGreaterThanOrEqual(20);
  });

  it('come with the text of their article', () => {
    expect(all.every(({ articleText }) => articleText.split(/\s+/).length > 300)).toBe(true);
  });
});

describe('the sentences for practice', () => {
  it.each<[Part, readonly LabelledSentence[], number, number]>([
    ['practice', practice, 140, 80],
    ['practice-2', secondPractice, 150, 60],
  ])('are mostly true in %s, and have each fault', (_, sentences, supported, corrupted) => {
    expect(sentences.filter(each => each.supported)).toHaveLength(supported);
    expect(sentences.filter(each => !each.supported)).toHaveLength(corrupted);
    expect(new Set(sentences.map(({ kind }) => kind))).toEqual(new Set(['true', ...faults]));
  });

  it('are half true and half corrupted in practice-3, with as many of one fault as of any other', () => {
    const countOf = (kind: Kind): number => thirdPractice.filter(each => each.kind === kind).length;
    expect(thirdPractice).toHaveLength(200);
    expect(countOf('true')).toBe(100);
    expect(faults.filter(fault => ![14, 15].includes(countOf(fault)))).toEqual([]);
  });

  it('are about every labelled article in practice-3, with both sorts for each', () => {
    const addressesOf = (sentences: readonly LabelledSentence[]) => new Set(sentences.map(({ url }) => url));
    expect(addressesOf(thirdPractice.filter(({ supported }) => supported))).toEqual(addressesOf(all));
    expect(addressesOf(thirdPractice.filter(({ supported }) => !supported))).toEqual(addressesOf(all));
  });

  it.each([
    ['practice-4', fourthPractice, 1100],
    ['unseen', unseen, 280],
  ])('are half true, a few more or less, and have each fault in %s', (_, sentences, fewest) => {
    const share = sentences.filter(({ supported }) => supported).length / sentences.length;
    expect(sentences.length).toBeGreaterThanOrEqual(fewest);
    expect(Math.abs(share - 0.5)).toBeLessThan(0.02);
    expect(new Set(sentences.map(({ kind }) => kind))).toEqual(new Set(['true', ...faults]));
  });

  it('stand each once, and in no other part', () => {
    const together = [...all, ...practice, ...secondPractice, ...thirdPractice, ...fourthPractice, ...unseen];
    expect(new Set(together.map(({ sentence }) => bareWords(sentence))).size).toBe(together.length);
  });

  it('are sentences', () => {
    const further = [...practice, ...secondPractice, ...thirdPractice, ...fourthPractice, ...unseen];
    const unlike = further.filter(({ sentence }) => !/^\p{Lu}.*[^\s.]\.$/u.test(sentence));
    expect(unlike).toEqual([]);
  });

  it('have the length of a sentence of the digest in practice-2 and practice-3, fifteen to thirty-five words', () => {
    const lengths = [...secondPractice, ...thirdPractice].map(({ sentence }) => sentence.split(' ').length);
    expect(lengths.filter(length => length < 15 || length > 35)).toEqual([]);
  });
});
