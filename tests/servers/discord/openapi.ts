/** The vendor's OpenAPI description, where it lies beside the project: each body is held against it as well. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRecord } from './forms/form.ts';
import { createSchemaCheck } from './json-schema.ts';

/** Where it lies; it is not part of the project. */
export const openApiFile = resolve(import.meta.dirname, '../../../../shared/discord/openapi.json');

/** @returns what is wrong with a body, undefined where nothing is, or nothing is said about it. */
export type CheckBody = (method: string, route: string, body: unknown) => string | undefined;

let loaded: CheckBody | undefined;

/** The check, loaded when it is first asked for; one that finds nothing where the file is absent, and says so once. */
export function loadCheck(): CheckBody {
  loaded ??= existsSync(openApiFile) ? createCheck(JSON.parse(readFileSync(openApiFile, 'utf8'))) : skipped();
  return loaded;
}

function skipped(): CheckBody {
  process.stderr.write(`loopback Discord: bodies are not held against ${openApiFile}, which is absent\n`);
  return () => undefined;
}

function createCheck(description: unknown): CheckBody {
  const check = createSchemaCheck(description);
  const paths = new Map(
    Object.entries(record(member(description, 'paths'))).map(([path, one]) => [nameless(path), one]),
  );
  return (method, route, body) => {
    const operation = member(paths.get(nameless(route)), method.toLowerCase());
    const content = member(member(operation, 'requestBody'), 'content');
    return check(member(member(content, 'application/json'), 'schema'), withNumbers(body), 'body');
  };
}

/** The description's bit sets are integers; the documentation sends them as strings, and Discord takes both. */
function withNumbers(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumbers);
  if (!isRecord(body)) return body;
  const { default_member_permissions: permissions } = body;
  return typeof permissions === 'string' ? { ...body, default_member_permissions: Number(permissions) } : body;
}

const nameless = (path: string): string => path.replaceAll(/\{[^{}]*\}/g, '{}');
const record = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});
const member = (value: unknown, name: string): unknown => record(value)[name];
