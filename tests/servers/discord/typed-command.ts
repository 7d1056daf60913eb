/** A typed slash command as Discord's client sends it: the command's own words and values made into the interaction's data. */
import { ApplicationCommandType, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { z } from 'zod';
import type { OptionValues } from './person.ts';
import type { JsonObject } from './records.ts';

const optionForm = z.object({
  type: z.int(),
  name: z.string(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number()]) })).nullish(),
  min_length: z.int().nullish(),
  max_length: z.int().nullish(),
  options: z.array(z.unknown()).nullish(),
});
type Option = z.infer<typeof optionForm>;

const commandForm = z.object({
  id: z.string(),
  type: z.int(),
  name: z.string(),
  default_member_permissions: z.string().nullable(),
  options: z.array(optionForm).optional(),
  guild_id: z.string().optional(),
});

export interface TypedCommand {
  readonly data: JsonObject;
  /** Permissions (bits) that the command asks for by default. */
  readonly needed: bigint;
}

/**
 * @param words The command with its subcommands, as a person types them.
 * @param focused The option that is being typed, for an autocomplete, which need not be complete.
 * @throws TypeError where the client would not send it.
 */
export function typeCommand(
  registered: readonly JsonObject[],
  words: string,
  values: OptionValues,
  focused?: string,
): TypedCommand {
  const [name = '', ...path] = words.trim().split(/\s+/);
  const found = registered
    .map(one => commandForm.parse(one))
    .find(one => one.name === name && one.type === ApplicationCommandType.ChatInput);
  if (found === undefined) throw new TypeError(`no command /${name} is registered`);
  const needed = found.default_member_permissions;
  return {
    data: {
      id: found.id,
      name: found.name,
      type: found.type,
      ...(found.guild_id === undefined ? {} : { guild_id: found.guild_id }),
      options: below(found.options ?? [], path, values, focused, `/${name}`),
    },
    // An empty set of permissions leaves a command to administrators.
    needed: needed === null ? 0n : needed === '0' ? 8n : BigInt(needed),
  };
}

function below(
  options: readonly Option[],
  path: readonly string[],
  values: OptionValues,
  focused: string | undefined,
  words: string,
): readonly JsonObject[] {
  const [next, ...rest] = path;
  const branches = options.filter(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup);
  if (next === undefined && branches.length > 0) throw new TypeError(`${words} is not complete without a subcommand`);
  if (next === undefined) return filledIn(options, values, focused, words);
  const branch = branches.find(({ name }) => name === next);
  if (branch === undefined) throw new TypeError(`${words} has no subcommand ${next}`);
  const inner = z.array(optionForm).parse(branch.options ?? []);
  return [{ type: branch.type, name: branch.name, options: below(inner, rest, values, focused, `${words} ${next}`) }];
}

function filledIn(
  options: readonly Option[],
  values: OptionValues,
  focused: string | undefined,
  words: string,
): readonly JsonObject[] {
  const unknown = Object.keys(values).find(name => options.every(option => option.name !== name));
  if (unknown !== undefined) throw new TypeError(`${words} has no option ${unknown}`);
  const missing = options.find(({ name, required }) => required === true && !(name in values));
  if (missing !== undefined && focused === undefined) throw new TypeError(`${words} needs the option ${missing.name}`);
  return options.flatMap(option => {
    const value = values[option.name];
    if (value === undefined) return [];
    const isFocused = option.name === focused;
    if (isFocused && option.autocomplete !== true) throw new TypeError(`${option.name} of ${words} completes nothing`);
    if (focused === undefined) checkValue(option, value, words);
    return [{ name: option.name, type: option.type, value, ...(isFocused ? { focused: true } : {}) }];
  });
}

function checkValue(option: Option, value: string | number | boolean, words: string): void {
  const wanted =
    { [Type.Boolean]: 'boolean', [Type.Integer]: 'number', [Type.Number]: 'number' }[option.type] ?? 'string';
  const problem = (() => {
    if (typeof value !== wanted) return `a ${wanted}`;
    if ((option.choices ?? []).length > 0 && !option.choices?.some(choice => choice.value === value))
      return 'one of its choices';
    if (typeof value !== 'string') return undefined;
    if (value.length > (option.max_length ?? 6_000)) return `at most ${option.max_length ?? 6_000} characters`;
    return value.length < (option.min_length ?? 0) ? `at least ${option.min_length} characters` : undefined;
  })();
  if (problem !== undefined) throw new TypeError(`${option.name} of ${words} takes ${problem}`);
}
