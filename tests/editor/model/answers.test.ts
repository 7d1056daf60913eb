import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { entryAnswer, lengthFaults, overviewAnswer } from '../../../src/editor/model/answers.ts';

/** Keywords that OpenAI's strict mode and Anthropic's structured outputs both take. */
const admitted = ['$schema', 'type', 'properties', 'required', 'additionalProperties', 'items', 'anyOf', 'description'];

type Json = z.core.JSONSchema._JSONSchema;

const subschemas = (schema: Json): readonly z.core.JSONSchema.JSONSchema[] => {
  if (typeof schema === 'boolean') return [];
  const { properties = {}, items, anyOf = [] } = schema;
  const within = [...Object.values(properties), ...anyOf, ...[items ?? []].flat()];
  return [schema, ...within.flatMap(subschemas)];
};

describe.each([
  ['entry', entryAnswer],
  ['overview', overviewAnswer],
])('the schema of the answer for an %s', (_, schema) => {
  // As the AI SDK sends it.
  const parts = subschemas(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }));

  it('has no keyword that a provider refuses', () => {
    expect(parts.flatMap(part => Object.keys(part)).filter(keyword => !admitted.includes(keyword))).toEqual([]);
  });

  it('requires every key', () => {
    const objects = parts.filter(({ type }) => type === 'object');
    expect(objects.length).toBeGreaterThan(0);
    for (const { properties = {}, required } of objects) expect(required).toEqual(Object.keys(properties));
  });

  it('has at most 16 parts that are of several types, which is what Anthropic takes', () => {
    expect(parts.filter(({ type, anyOf }) => Array.isArray(type) || anyOf !== undefined).length).toBeLessThanOrEqual(
      16,
    );
  });
});

const anAnswer = { problem: null, approach: 'It waits.', tradeoff: null, lesson: null, company: null, themes: [] };

describe('an answer', () => {
  it('says null where the article says nothing', () => {
    expect(entryAnswer.parse(anAnswer)).toEqual(anAnswer);
  });

  it('is none without one of its keys', () => {
    const { lesson: _, ...others } = anAnswer;
    expect(entryAnswer.safeParse(others).success).toBe(false);
  });

  it('loses what nobody asked for', () => {
    expect(entryAnswer.parse({ ...anAnswer, url: 'https://evil.example' })).toEqual(anAnswer);
  });
});

describe('lengths', () => {
  it('are no fault as long as anybody would wish', () => {
    expect(lengthFaults.entry({ ...anAnswer, problem: 'a'.repeat(600) })).toEqual([]);
  });

  it('are told of an entry', () => {
    const themes = Array.from({ length: 41 }, () => 'a');
    expect(lengthFaults.entry({ ...anAnswer, problem: 'a'.repeat(1001), company: 'a'.repeat(101), themes })).toEqual([
      'problem has 1001 characters, at most 1000 are wanted',
      'company has 101 characters, at most 100 are wanted',
      'themes has 41 items, at most 40 are wanted',
    ]);
  });

  it('are told of an overview', () => {
    expect(
      lengthFaults.overview({
        signal: { headline: 'a'.repeat(201), body: 'a'.repeat(1501), entries: ['a'.repeat(101)] },
        patterns: [{ theme: 'a'.repeat(101), body: 'a'.repeat(1501), entries: [] }],
      }),
    ).toEqual([
      'headline has 201 characters, at most 200 are wanted',
      'signal has 1501 characters, at most 1500 are wanted',
      'an item of entries has 101 characters, at most 100 are wanted',
      'theme has 101 characters, at most 100 are wanted',
      'pattern has 1501 characters, at most 1500 are wanted',
    ]);
  });
});
