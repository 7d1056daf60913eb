/** The subset of JSON Schema that OpenAI takes where `strict` is set. https://platform.openai.com/docs/guides/structured-outputs#supported-schemas */
import type { JsonObject } from './request.ts';
import { partsOf, propertiesOf, requiredOf, type SchemaPart, typesOf } from './schema-walk.ts';

const keywords = new Set([
  ...['$schema', '$ref', '$defs', 'definitions', '$id', 'title', 'description', 'type', 'enum', 'const', 'anyOf'],
  ...['properties', 'required', 'additionalProperties', 'items', 'minItems', 'maxItems'],
  ...['pattern', 'format', 'minLength', 'maxLength'],
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
]);

const formats = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid'];

const deepest = 10;
const mostProperties = 5000;

/** What is wrong with `schema`, in the vendor's words; undefined where nothing is. */
export function strictFault(schema: JsonObject, name: string): string | undefined {
  const parts = partsOf(schema);
  const says = (fault: string): string => `Invalid schema for response_format '${name}': ${fault}`;
  if (schema.type !== 'object')
    return says(`schema must be a JSON Schema of 'type: "object"', got 'type: "${schema.type ?? 'None'}"'.`);
  if (parts.some(({ depth }) => depth > deepest))
    return says(`more than ${deepest} levels of nesting exceeds the limit.`);
  if (parts.flatMap(part => propertiesOf(part.schema)).length > mostProperties) return says('too many properties.');
  for (const part of parts) {
    const fault = faultOf(part);
    if (fault !== undefined) return says(`In context=(${part.path.map(step => `'${step}'`).join(', ')}), ${fault}`);
  }
  return undefined;
}

function faultOf({ schema }: SchemaPart): string | undefined {
  const unknown = Object.keys(schema).find(key => !keywords.has(key));
  if (unknown !== undefined) return `'${unknown}' is not permitted.`;
  if (typeof schema.format === 'string' && !formats.includes(schema.format))
    return `'${schema.format}' is not a valid format.`;
  if (typesOf(schema).includes('object')) {
    if (schema.additionalProperties !== false)
      return "'additionalProperties' is required to be supplied and to be false.";
    const missing = propertiesOf(schema).find(property => !requiredOf(schema).includes(property));
    if (missing !== undefined) {
      return `'required' is required to be supplied and to be an array including every key in properties. Missing '${missing}'.`;
    }
  }
  if (typesOf(schema).includes('array') && schema.items === undefined) return 'array schema missing items.';
  const isUntyped = ['type', 'anyOf', '$ref', 'enum', 'const'].every(key => schema[key] === undefined);
  return isUntyped ? "schema must have a 'type' key." : undefined;
}
