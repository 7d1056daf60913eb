/** The options of a command as schemas: from values as a person gave them, all texts, to what they mean. */
import { z } from 'zod';
import type { Options } from './option-words.ts';
import { QueryError, quoted } from './query-error.ts';

/** More names of one kind than anybody types; each that is misspelt is compared with all that there are. */
const mostNames = 20;
const longestName = 100;

/** Names, any of which is meant. */
export const names = z
  .array(z.string().max(longestName, `takes names of at most ${longestName} characters`))
  .max(mostNames, `takes at most ${mostNames} names`)
  .readonly();

/** An option that is given once, or not at all. */
export const once = <Value extends z.ZodType<unknown, string>>(value: Value) =>
  z
    .array(z.string())
    .max(1, 'stands there more than once')
    .transform(([text]) => text)
    .pipe(value.optional())
    .optional();

/** A text that `isRight`; `wanted` says what it should be. */
export const text = (wanted: string, isRight: (text: string) => boolean) =>
  z.string().refine(isRight, { error: ({ input }) => `needs ${wanted}, not ${quoted(String(input))}` });

/**
 * What `options` mean.
 * @throws QueryError `bad-value` for the first that is not right.
 */
export const checkOptions = <Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  options: Options,
  example: string,
): z.output<z.ZodObject<Shape>> => {
  const result = schema.safeParse(options);
  if (result.success) return result.data;
  const [{ path: [name] = [], message } = { message: 'cannot be understood' }] = result.error.issues;
  if (name === undefined) throw new QueryError('bad-value', `This ${message}.`, example);
  throw new QueryError('bad-value', `${String(name)}: ${message}.`, example, String(name));
};
