/** A walk over every part of a JSON Schema, with the path that leads there. */
import { isRecord } from '../discord/forms/form.ts';
import type { JsonObject } from './request.ts';

export interface SchemaPart {
  readonly schema: JsonObject;
  /** Keys and indices from the root. */
  readonly path: readonly string[];
  /** Objects and lists around it. */
  readonly depth: number;
}

/** The schema itself and all parts of it, those under `$defs` too. */
export function partsOf(schema: JsonObject, path: readonly string[] = [], depth = 1): readonly SchemaPart[] {
  const named = ['properties', '$defs', 'definitions'].flatMap(key =>
    Object.entries(isRecord(schema[key]) ? schema[key] : {}).flatMap(([name, one]) =>
      isRecord(one) ? partsOf(one, [...path, key, name], depth + 1) : [],
    ),
  );
  const listed = ['anyOf', 'oneOf', 'allOf'].flatMap(key =>
    (Array.isArray(schema[key]) ? schema[key] : []).flatMap((one, index) =>
      isRecord(one) ? partsOf(one, [...path, key, String(index)], depth) : [],
    ),
  );
  const items = isRecord(schema.items) ? partsOf(schema.items, [...path, 'items'], depth + 1) : [];
  return [{ schema, path, depth }, ...named, ...listed, ...items];
}

export const typesOf = (schema: JsonObject): readonly unknown[] => [schema.type ?? []].flat();

export const propertiesOf = (schema: JsonObject): readonly string[] =>
  Object.keys(isRecord(schema.properties) ? schema.properties : {});

export const requiredOf = (schema: JsonObject): readonly unknown[] =>
  Array.isArray(schema.required) ? schema.required : [];
