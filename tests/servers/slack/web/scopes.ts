/** Which scope a method asks for, from the "Facts" of its page at https://docs.slack.dev/reference/methods. */
import type { Channel } from '../contract.ts';

const prefixes = { public: 'channels', private: 'groups', im: 'im', mpim: 'mpim' } as const;

type Kind = Channel['kind'];

/** Scopes that depend on the kind of conversation. */
const byKind: Readonly<Record<string, 'read' | 'history'>> = {
  'conversations.info': 'read',
  'conversations.list': 'read',
  'conversations.history': 'history',
  'conversations.replies': 'history',
};

const fixed: Readonly<Record<string, string>> = {
  'apps.connections.open': 'connections:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'conversations.join': 'channels:join',
  'team.info': 'team:read',
  'users.info': 'users:read',
};

/** The scopes that a call needs, all of them. Opening views and asking who one is needs none. */
export const neededScopes = (method: string, kinds: readonly Kind[]): readonly string[] => {
  const suffix = byKind[method];
  if (suffix !== undefined) return kinds.map(kind => `${prefixes[kind]}:${suffix}`);
  const scope = fixed[method];
  return scope === undefined ? [] : [scope];
};

/** Everything that a bot can be granted here. */
export const allScopes: readonly string[] = [
  'chat:write',
  'chat:write.public',
  'channels:join',
  'commands',
  'team:read',
  'users:read',
  ...Object.values(prefixes).flatMap(prefix => [`${prefix}:read`, `${prefix}:history`]),
];
