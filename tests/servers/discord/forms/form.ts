/** Reads a request's body by a schema; what does not fit is refused as Discord does it, with an error at each field. */
import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import { z } from 'zod';
import { ApiError } from '../api-error.ts';
import type { JsonObject } from '../records.ts';

/**
 * The body as the schema has it.
 * @throws ApiError 50035, with the errors nested as https://docs.discord.com/developers/reference#error-messages says.
 */
export function readForm<Form extends z.ZodType>(form: Form, body: unknown): z.infer<Form> {
  const read = form.safeParse(body);
  if (read.success) return read.data;
  throw invalidForm(read.error.issues.map(issue => ({ path: issue.path, ...wordsOf(issue, at(body, issue.path)) })));
}

/** One field at fault. */
export interface FieldError {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  readonly message: string;
}

/** The refusal that names these fields. */
export function invalidForm(fields: readonly FieldError[]): ApiError {
  const root: Nested = { inner: new Map(), errors: [] };
  for (const { path, code, message } of fields) {
    let here = root;
    for (const key of path.map(String)) {
      const next = here.inner.get(key) ?? { inner: new Map(), errors: [] };
      here.inner.set(key, next);
      here = next;
    }
    here.errors.push({ code, message });
  }
  return new ApiError(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', unfold(root));
}

/** A rule that spans fields: what `complaint` finds wrong is refused under a code of Discord's. */
export const fault = (code: string, message: string, path: readonly PropertyKey[] = []) => ({
  code: 'custom' as const,
  message,
  path: [...path],
  params: { code },
});

interface Nested {
  readonly inner: Map<string, Nested>;
  readonly errors: { readonly code: string; readonly message: string }[];
}

const unfold = ({ inner, errors }: Nested): JsonObject => ({
  ...Object.fromEntries([...inner].map(([key, nested]) => [key, unfold(nested)])),
  ...(errors.length > 0 ? { _errors: errors } : {}),
});

function wordsOf(issue: z.core.$ZodIssue, value: unknown): Omit<FieldError, 'path'> {
  if (issue.code === 'custom') return { code: String(issue.params?.code ?? 'INVALID'), message: issue.message };
  if (value === undefined || value === null) return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
  if (issue.code === 'too_big') return outOfBounds(issue.origin, 'MAX', `${issue.maximum} or fewer`);
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && value === '')
      return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
    return outOfBounds(issue.origin, 'MIN', `${issue.minimum} or more`);
  }
  if (issue.code === 'invalid_format') return { code: 'STRING_TYPE_REGEX', message: issue.message };
  return { code: 'BASE_TYPE_CHOICES', message: issue.message };
}

const outOfBounds = (origin: string, end: 'MIN' | 'MAX', words: string): Omit<FieldError, 'path'> =>
  origin === 'string' || origin === 'array'
    ? { code: `BASE_TYPE_${end}_LENGTH`, message: `Must be ${words} in length.` }
    : { code: `NUMBER_TYPE_${end}`, message: `Value should be ${words}.` };

/** The value at a path, as far as there is one. */
function at(body: unknown, path: readonly PropertyKey[]): unknown {
  let here = body;
  for (const key of path) here = isRecord(here) ? here[String(key)] : undefined;
  return here;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const snowflake = z.string().regex(/^(?:0|[1-9][0-9]{0,19})$/, 'Value is not snowflake.');
