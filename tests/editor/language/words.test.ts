import { describe, expect, it } from 'vitest';
import { contentStems, wordsOf } from '../../../src/editor/language/words.ts';

describe('words', () => {
  it.each([
    ['Node.js runs at-least-once callbacks', ['Node.js', 'runs', 'at-least-once', 'callbacks']],
    ['Google’s emit_wasm, v10.', ['Google’s', 'emit_wasm', 'v10']],
    ['  … — ! ', []],
  ])('of "%s" keep their inner marks', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it.each([
    ['The replicas were replicated', 'replica replicates'],
    ['Google’s queues', 'Google queue'],
    ['real-time tasks', 'real time task'],
  ])('"%s" and "%s" have the same stems', (a, b) => {
    expect(new Set(contentStems(a))).toEqual(new Set(contentStems(b)));
  });

  it('that carry no meaning are left out', () => {
    expect(contentStems('It is what we have been using for all of them')).toEqual([]);
  });
});
