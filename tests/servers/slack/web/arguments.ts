/** Arguments of a call, from a form or from JSON. https://docs.slack.dev/apis/web-api/#post_bodies */
import type { Fields } from '../contract.ts';
import { fieldsOf, parseJson, stringOf } from '../fields.ts';
import { SlackError } from '../slack-error.ts';

/** Arguments that are JSON within a form. */
const structured = new Set(['attachments', 'blocks', 'metadata', 'view']);

/** @throws SlackError `invalid_json`. */
export const readArguments = (contentType: string, body: string): Fields => {
  if (contentType.startsWith('application/json')) {
    const json = parseJson(body);
    if (json === undefined) throw new SlackError('invalid_json');
    return fieldsOf(json);
  }
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      structured.has(name) ? (parseJson(value) ?? value) : value,
    ]),
  );
};

export const text = (args: Fields, name: string): string => stringOf(args[name]);

/** @throws SlackError `invalid_arguments` where it is missing. */
export const required = (args: Fields, name: string): string => {
  const value = text(args, name);
  if (value === '')
    throw new SlackError('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return value;
};

export const flag = (args: Fields, name: string): boolean => ['true', '1', true, 1].some(yes => yes === args[name]);

/** Undefined where it was not given. */
export const optionalFlag = (args: Fields, name: string): boolean | undefined =>
  args[name] === undefined ? undefined : flag(args, name);

/** A whole number between 1 and `most`; @throws SlackError `invalid_limit`. */
export const limit = (args: Fields, fallback: number, most: number): number => {
  if (args.limit === undefined) return fallback;
  const value = Number(args.limit);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new SlackError('invalid_limit');
  return value;
};
