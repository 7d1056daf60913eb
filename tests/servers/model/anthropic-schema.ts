/** The subset of JSON Schema that Anthropic takes for the form of an answer. https://docs.claude.com/en/docs/build-with-claude/structured-outputs */
import type { JsonObject } from './request.ts';
import { partsOf, propertiesOf, requiredOf, typesOf } from './schema-walk.ts';

const keywords = new Set([
  ...['$schema', '$ref', '$defs', 'definitions', '$id', 'title', 'description', 'default', 'type', 'enum', 'const'],
  ...['anyOf', 'allOf', 'properties', 'required', 'additionalProperties', 'items', 'minItems', 'pattern', 'format'],
]);

/** Of all schemas of a request together. */
const mostOptional = 24;
const mostUnions = 16;

/** What is wrong with `schema`, in the vendor's words; undefined where nothing is. */
export function outputFault(schema: JsonObject): string | undefined {
  const parts = partsOf(schema).map(part => part.schema);
  const says = (fault: string): string => `output_config.format.schema: ${fault}`;
  for (const part of parts) {
    const fault = faultOf(part);
    if (fault !== undefined) return says(fault);
  }
  const optional = parts.flatMap(part => propertiesOf(part).filter(name => !requiredOf(part).includes(name)));
  if (optional.length > mostOptional) {
    return says(
      `Schemas contains too many optional parameters (${optional.length}), which would make grammar compilation inefficient. ` +
        `Reduce the number of optional parameters in your tool schemas (limit: ${mostOptional}).`,
    );
  }
  const unions = parts.filter(part => Array.isArray(part.anyOf) || Array.isArray(part.type));
  if (unions.length > mostUnions) {
    return says(
      `Schemas contains too many parameters with union types (${unions.length} parameters with type arrays or anyOf). ` +
        `Reduce the number of nullable or union-typed parameters (limit: ${mostUnions}).`,
    );
  }
  return undefined;
}

function faultOf(schema: JsonObject): string | undefined {
  const [type = 'object'] = typesOf(schema);
  const unknown = Object.keys(schema).find(key => !keywords.has(key));
  if (unknown !== undefined) return `For '${type}' type, property '${unknown}' is not supported`;
  if (typesOf(schema).includes('object') && schema.additionalProperties !== false) {
    return "For 'object' type, 'additionalProperties' must be explicitly set to false";
  }
  if (schema.minItems !== undefined && schema.minItems !== 0 && schema.minItems !== 1) {
    return "For 'array' type, 'minItems' values other than 0 or 1 are not supported";
  }
  return undefined;
}
