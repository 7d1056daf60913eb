import { expect, it } from 'vitest';
import { z } from 'zod';
import { formInWords, jsonIn } from '../../../src/editor/model/json-answer.ts';

it.each([
  ['{"a": 1}', { a: 1 }],
  ['```json\n{"a": 1}\n```', { a: 1 }],
  ['Here it is:\n\n{"a": {"b": "}"}}\n\nI hope that helps.', { a: { b: '}' } }],
  ['<think>It is {long}.</think>{"a": 1}', { a: 1 }],
  ['{"a": 1', undefined],
  ['} no {', undefined],
  ['', undefined],
])('reads the JSON of %j', (text, value) => {
  expect(jsonIn(text)).toEqual(value);
});

it('puts the form of an answer in words that hold its schema', () => {
  expect(formInWords(z.object({ lesson: z.string().nullable() }))).toMatch(
    /^Answer with one JSON object .*\n\{.*"lesson".*"required":\["lesson"\].*\}$/,
  );
});
