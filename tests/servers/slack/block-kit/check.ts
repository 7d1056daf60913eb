/** Small checks of which the Block Kit rules are put together. Problems are worded as Slack words them in `response_metadata`. */
import type { Fields } from '../contract.ts';
import { isFields } from '../fields.ts';

/** Finds the problems of a value that stands at a JSON pointer. */
export type Check = (value: unknown, at: string) => readonly string[];

export const problem = (what: string, at: string): string => `${what} [json-pointer:${at}]`;

/** Characters, counted as UTF-16 units: the strictest reading of a limit that Slack gives in "characters". */
export const string =
  ({ max = Number.POSITIVE_INFINITY, min = 0 } = {}): Check =>
  (value, at) => {
    if (typeof value !== 'string') return [problem('must be a string', at)];
    if (value.length < min) return [problem(`must be more than ${min - 1} characters`, at)];
    return value.length > max ? [problem(`must be less than ${max + 1} characters`, at)] : [];
  };

export const pattern =
  (form: RegExp, what: string): Check =>
  (value, at) =>
    typeof value === 'string' && form.test(value) ? [] : [problem(`must be ${what}`, at)];

export const boolean: Check = (value, at) => (typeof value === 'boolean' ? [] : [problem('must be a boolean', at)]);

export const integer =
  (min: number, max: number): Check =>
  (value, at) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return [problem('must be an integer', at)];
    return value < min || value > max ? [problem(`must be between ${min} and ${max}`, at)] : [];
  };

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, at) =>
    allowed.includes(value) ? [] : [problem(`must be one of: ${allowed.join(', ')}`, at)];

export const anything: Check = () => [];

/** An absolute address. Slack opens web addresses; a link in text may be one for mail or a telephone as well. */
export const url =
  (protocols: readonly string[] = ['http:', 'https:']): Check =>
  (value, at) => {
    const problems = string({ max: 3000, min: 1 })(value, at);
    if (problems.length > 0 || typeof value !== 'string') return problems;
    return URL.canParse(value) && protocols.includes(new URL(value).protocol)
      ? []
      : [problem('must be a valid URL', at)];
  };

export const list =
  (item: Check, { max = Number.POSITIVE_INFINITY, min = 0 } = {}): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [problem('must be an array', at)];
    if (value.length > max) return [problem(`no more than ${max} items allowed`, at)];
    if (value.length < min) return [problem(`no less than ${min} items allowed`, at)];
    return value.flatMap((one, index) => item(one, `${at}/${index}`));
  };

/** An object with these fields and no others; `rule` adds what holds between fields. */
export const object = (
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
  rule?: ObjectRule,
): Check => {
  const names = Object.keys(required);
  const checks = new Map(Object.entries({ ...required, ...optional }));
  return (value, at) => {
    if (!isFields(value)) return [problem('must be an object', at)];
    const problems: string[] = [];
    for (const name of names)
      if (value[name] === undefined) problems.push(problem(`missing required field: ${name}`, at));
    for (const [name, field] of Object.entries(value)) {
      const check = checks.get(name);
      if (check === undefined) problems.push(problem(`invalid additional property: ${name}`, at));
      else if (field !== undefined) problems.push(...check(field, `${at}/${name}`));
    }
    problems.push(...(rule?.(value, at) ?? []));
    return problems;
  };
};

export type ObjectRule = (value: Fields, at: string) => readonly string[];

/** Exactly one of the fields. */
export const exactlyOne =
  (...names: readonly string[]): ObjectRule =>
  (value, at) =>
    names.filter(name => value[name] !== undefined).length === 1
      ? []
      : [problem(`must have exactly one of: ${names.join(', ')}`, at)];

/** An object that its `type` tells apart. */
export const byType =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, at) => {
    if (!isFields(value)) return [problem('must be an object', at)];
    if (value.type === undefined) return [problem('missing required field: type', at)];
    const check = typeof value.type === 'string' && Object.hasOwn(kinds, value.type) ? kinds[value.type] : undefined;
    return check === undefined ? [problem(`unsupported type: ${value.type}`, at)] : check(value, at);
  };

/** What one of several schemas must fit is told twice by Slack: that none fitted, and why. */
export const amongSchemas =
  (check: Check): Check =>
  (value, at) => {
    const problems = check(value, at);
    return problems.length === 0 ? [] : [problem('failed to match all allowed schemas', at), ...problems];
  };
