/** What the bot may do in a workspace, and the calls that need it: no more is asked for than is used. */
import type { Managers } from './managers.ts';

export interface Scope {
  readonly name: string;
  /** What it is for, in words of the operator. */
  readonly purpose: string;
  /** Methods of the Web API that are called and need it. */
  readonly methods: readonly string[];
  /** Without it the bot does not start. Where another is missing, it does without and says so. */
  readonly isRequired: boolean;
}

/**
 * Of the bot's token, as the manifest asks for them. `users:read` is not among them: Slack tells a person's zone for it, and
 * the form asks instead. Direct messages need none beside `chat:write`. https://docs.slack.dev/reference/scopes
 */
export const botScopes: readonly Scope[] = [
  { name: 'commands', purpose: 'to answer /digest', methods: [], isRequired: true },
  { name: 'chat:write', purpose: 'to post editions', methods: ['chat.postMessage'], isRequired: true },
  {
    name: 'channels:read',
    purpose: 'to see whether the bot is in a channel',
    methods: ['conversations.info', 'conversations.list'],
    isRequired: false,
  },
  {
    name: 'groups:read',
    purpose: 'to see whether the bot is in a private channel',
    methods: ['conversations.info', 'conversations.list'],
    isRequired: false,
  },
  {
    name: 'channels:history',
    purpose: 'to see after a crash whether a message had arrived',
    methods: ['conversations.history', 'conversations.replies'],
    isRequired: false,
  },
  {
    name: 'groups:history',
    purpose: 'to see after a crash whether a message had arrived in a private channel',
    methods: ['conversations.history', 'conversations.replies'],
    isRequired: false,
  },
];

/** Only where administrators alone may change what a channel gets: the operator adds it to the app. */
export const adminsScope: Scope = {
  name: 'users:read',
  purpose:
    'to see who is an administrator, as SLACK_MANAGERS=admins asks: until then nobody may change what a channel gets',
  methods: ['users.info'],
  isRequired: false,
};

/** Methods that are called and that every token may call, or none at all, or the app's token with `connections:write`. */
export const methodsWithoutScope: readonly string[] = [
  'apps.connections.open',
  'auth.test',
  'oauth.v2.access',
  'views.open',
  'views.publish',
  'views.push',
  'views.update',
];

/** All that are used. */
export const wantedScopes = (managers: Managers): readonly Scope[] =>
  managers === 'admins' ? [...botScopes, adminsScope] : botScopes;

/** The scopes that `granted` lacks. */
export const missingScopes = (granted: readonly string[], managers: Managers): readonly Scope[] =>
  wantedScopes(managers).filter(({ name }) => !granted.includes(name));
