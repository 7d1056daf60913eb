/** Holds a value against JSON Schema, as far as the vendor's OpenAPI 3.1 description uses it. It interprets, as compiling that description takes seconds. */
import { isRecord } from './forms/form.ts';

type Check = (schema: unknown, value: unknown, path: string) => string | undefined;

/**
 * @param document Where `$ref`s of the form `#/components/schemas/Name` lead.
 * @returns a check that says what is wrong with a value and where, or undefined where nothing is.
 */
export function createSchemaCheck(document: unknown): Check {
  const check: Check = (schema, value, path) => {
    if (!isRecord(schema)) return undefined;
    return (
      referred(schema, value, path) ??
      kind(schema, value, path) ??
      bounds(schema, value, path) ??
      members(schema, value, path) ??
      combined(schema, value, path)
    );
  };

  const referred: Check = (schema, value, path) =>
    isRecord(schema) && typeof schema.$ref === 'string' ? check(follow(document, schema.$ref), value, path) : undefined;

  const members: Check = (schema, value, path) => {
    if (!isRecord(schema)) return undefined;
    if (Array.isArray(value)) return first(value, (one, index) => check(schema.items, one, `${path}/${index}`));
    if (!isRecord(value)) return undefined;
    const properties = isRecord(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? schema.required : [];
    const missing = required.find(name => value[String(name)] === undefined);
    if (missing !== undefined) return `${path} lacks ${missing}`;
    return first(Object.entries(value), ([name, one]) =>
      name in properties
        ? check(properties[name], one, `${path}/${name}`)
        : check(schema.additionalProperties, one, `${path}/${name}`),
    );
  };

  const combined: Check = (schema, value, path) => {
    if (!isRecord(schema)) return undefined;
    const { allOf, anyOf, oneOf } = schema;
    const wrong = Array.isArray(allOf) ? first(allOf, one => check(one, value, path)) : undefined;
    if (wrong !== undefined) return wrong;
    const choices = Array.isArray(oneOf) ? oneOf : anyOf;
    if (!Array.isArray(choices)) return undefined;
    const problems = choices.map(one => check(one, value, path));
    const fitting = problems.filter(problem => problem === undefined).length;
    if (fitting === 0) return deepest(problems) ?? `${path} fits nothing`;
    return Array.isArray(oneOf) && fitting > 1 ? `${path} fits more than one form` : undefined;
  };

  return check;
}

const kind: Check = (schema, value, path) => {
  if (!isRecord(schema)) return undefined;
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some(type => isOfType(type, value)))
    return `${path} is not of type ${types.join(' or ')}`;
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return `${path} is not one of ${schema.enum.join(', ')}`;
  return schema.const === undefined || schema.const === value ? undefined : `${path} is not ${schema.const}`;
};

function isOfType(type: unknown, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  return typeof value === type && value !== null && !Array.isArray(value);
}

/** Each pair of keywords bounds one measure of a value. */
const bounds: Check = (schema, value, path) => {
  if (!isRecord(schema)) return undefined;
  if (typeof value === 'string' && typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value)) {
    return `${path} does not match ${schema.pattern}`;
  }
  if (schema.uniqueItems === true && Array.isArray(value) && new Set(value).size < value.length) {
    return `${path} has something twice`;
  }
  const measured: readonly [unknown, unknown, unknown][] = [
    [typeof value === 'number' ? value : undefined, schema.minimum, schema.maximum],
    [typeof value === 'string' ? value.length : undefined, schema.minLength, schema.maxLength],
    [Array.isArray(value) ? value.length : undefined, schema.minItems, schema.maxItems],
    [isRecord(value) ? Object.keys(value).length : undefined, schema.minProperties, schema.maxProperties],
  ];
  return first(measured, ([size, least, most]) => {
    if (typeof size !== 'number') return undefined;
    if (typeof least === 'number' && size < least) return `${path} is under ${least}`;
    return typeof most === 'number' && size > most ? `${path} is over ${most}` : undefined;
  });
};

function follow(document: unknown, reference: string): unknown {
  let here = document;
  for (const name of reference.replace(/^#\//, '').split('/')) here = isRecord(here) ? here[name] : undefined;
  if (here === undefined) throw new TypeError(`${reference} leads nowhere`);
  return here;
}

function first<One>(all: readonly One[], look: (one: One, index: number) => string | undefined): string | undefined {
  for (const [index, one] of all.entries()) {
    const found = look(one, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of the forms that were tried the one that went furthest says most. */
const deepest = (problems: readonly (string | undefined)[]): string | undefined =>
  problems.toSorted((one, other) => (other ?? '').split('/').length - (one ?? '').split('/').length)[0];
