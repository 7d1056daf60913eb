/** Registering commands: https://docs.discord.com/developers/interactions/application-commands */
import { ApplicationCommandType, RESTJSONErrorCodes as Code } from 'discord-api-types/v10';
import type { z } from 'zod';
import { refusal } from '../api-error.ts';
import { command, commands } from '../forms/command.ts';
import type { JsonObject } from '../records.ts';
import { type ApiRequest, type Route, route } from '../router.ts';
import { guildOf, type World } from '../world.ts';

type Given = z.infer<typeof command>;

export const commandRoutes = (world: World): readonly Route[] => [
  ...routesUnder(world, '/applications/{application.id}/commands', () => ''),
  ...routesUnder(world, '/applications/{application.id}/guilds/{guild.id}/commands', request => {
    // An application may register commands only in guilds that it is installed in.
    if (!world.guilds.has(request.id('guild.id'))) throw refusal(Code.MissingAccess);
    return guildOf(world, request.id('guild.id')).id;
  }),
];

/** @param scopeOf The guild of a request, or the empty string for global commands. */
function routesUnder(world: World, path: string, scopeOf: (request: ApiRequest) => string): readonly Route[] {
  const scope = (request: ApiRequest): string => {
    if (request.id('application.id') !== world.applicationId) throw refusal(Code.MissingAccess);
    return scopeOf(request);
  };
  const known = (request: ApiRequest): JsonObject[] => world.commands.get(scope(request)) ?? [];
  const one = (request: ApiRequest): JsonObject => {
    const found = known(request).find(({ id }) => id === request.id('command.id'));
    if (found === undefined) throw refusal(Code.UnknownApplicationCommand);
    return found;
  };
  const keep = (request: ApiRequest, all: readonly JsonObject[]): void =>
    void world.commands.set(scope(request), [...all]);

  return [
    route('GET', path, request => ({ body: known(request).map(each => shown(each, request)) })),
    route('PUT', path, request => {
      const given = request.read(commands);
      const all = given.map(each =>
        registered(
          world,
          each,
          known(request).find(other => isSame(other, each)),
          scope(request),
        ),
      );
      keep(request, all);
      return { body: all };
    }),
    route('POST', path, request => {
      const given = request.read(command);
      const before = known(request).find(other => isSame(other, given));
      const slash = known(request).filter(({ type }) => type === ApplicationCommandType.ChatInput);
      if (before === undefined && slash.length >= 100) throw refusal(Code.MaximumNumberOfApplicationCommandsReached);
      const made = registered(world, given, before, scope(request));
      keep(request, [...known(request).filter(other => other !== before), made]);
      return { status: before === undefined ? 201 : 200, body: made };
    }),
    route('GET', `${path}/{command.id}`, request => ({ body: shown(one(request), request) })),
    route('PATCH', `${path}/{command.id}`, request => {
      const before = one(request);
      const made = registered(world, request.read(command), before, scope(request));
      keep(
        request,
        known(request).map(other => (other === before ? made : other)),
      );
      return { body: made };
    }),
    route('DELETE', `${path}/{command.id}`, request => {
      const gone = one(request);
      keep(
        request,
        known(request).filter(other => other !== gone),
      );
      return {};
    }),
  ];
}

const isSame = (known: JsonObject, given: Given): boolean =>
  known.name === given.name && known.type === (given.type ?? ApplicationCommandType.ChatInput);

/** A command as Discord gives it back: with its id, a version that changes with it, and defaults filled in. */
function registered(world: World, given: Given, before: JsonObject | undefined, guildId: string): JsonObject {
  const options = 'options' in given ? given.options : undefined;
  return {
    id: before?.id ?? world.newId(),
    application_id: world.applicationId,
    version: world.newId(),
    type: given.type ?? ApplicationCommandType.ChatInput,
    name: given.name,
    name_localizations: given.name_localizations ?? null,
    description: given.description ?? '',
    description_localizations: given.description_localizations ?? null,
    default_member_permissions: permissionsOf(given),
    dm_permission: given.dm_permission ?? true,
    nsfw: given.nsfw ?? false,
    integration_types: given.integration_types ?? [0],
    contexts: given.contexts ?? null,
    ...((options ?? []).length > 0 ? { options } : {}),
    ...(guildId === '' ? {} : { guild_id: guildId }),
  };
}

const permissionsOf = ({ default_member_permissions: given }: Given): string | null =>
  given === undefined || given === null ? null : String(given);

/** Without `with_localizations` a list leaves the dictionaries out. */
function shown(one: JsonObject, request: ApiRequest): JsonObject {
  if (request.query.with_localizations === 'true') return one;
  const { name_localizations, description_localizations, ...rest } = one;
  return rest;
}
