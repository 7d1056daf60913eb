import { expect, it } from 'vitest';
import { createSchemaCheck } from './json-schema.ts';

const check = createSchemaCheck({ components: { Id: { type: 'string', pattern: '^[0-9]+$' } } });

it.each<[string, object, unknown, unknown]>([
  ['a type', { type: ['integer', 'null'] }, null, 1.5],
  ['an object, which a list is not', { type: 'object' }, {}, []],
  ['one of', { enum: [1, 2] }, 2, 3],
  ['a number', { minimum: 1, maximum: 2 }, 2, 3],
  ['a length', { minLength: 1, maxLength: 2 }, 'ab', ''],
  ['a count', { minItems: 1, maxItems: 2 }, [1], []],
  ['no doubles', { uniqueItems: true }, [1, 2], [1, 1]],
  ['what is required', { required: ['id'] }, { id: 1 }, {}],
  ['members', { properties: { id: { type: 'string' } } }, { id: '1' }, { id: 1 }],
  ['further members', { additionalProperties: { type: 'string' } }, { a: '1' }, { a: 1 }],
  ['items', { items: { type: 'string' } }, ['a'], [1]],
  ['a reference', { $ref: '#/components/Id' }, '12', 'a'],
  ['all of', { allOf: [{ minimum: 1 }, { maximum: 2 }] }, 2, 3],
  ['any of', { anyOf: [{ type: 'string' }, { type: 'null' }] }, null, 1],
  ['exactly one of', { oneOf: [{ minimum: 1 }, { minimum: 5 }] }, 3, 7],
])('%s', (_what, schema, right, wrong) => {
  expect(check(schema, right, 'body')).toBeUndefined();
  expect(check(schema, wrong, 'body')).toMatch(/^body/);
});
