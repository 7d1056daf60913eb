/** The Web API: who calls, whether they may, and what the method answers. https://docs.slack.dev/apis/web-api */
import type { Call, Channel, Fault, Fields } from '../contract.ts';
import { stringOf } from '../fields.ts';
import type { Journal } from '../journal.ts';
import { chat } from '../methods/chat.ts';
import { conversations, kindsAsked } from '../methods/conversations.ts';
import type { Method, TeamWorld } from '../methods/method.ts';
import { viewMethods } from '../methods/views.ts';
import { workspaceMethods } from '../methods/workspace.ts';
import { SlackError } from '../slack-error.ts';
import type { Faults } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { neededScopes } from './scopes.ts';
import type { Tokens } from './tokens.ts';

const common: Readonly<Record<string, Method>> = { ...chat, ...conversations, ...viewMethods, ...workspaceMethods };

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A text is sent as a page. */
  readonly body: Fields | string;
}

/** What becomes of a call's connection. */
export type Outcome = Reply | 'reset' | 'hang';

export interface Api {
  call(method: string, args: Fields, token: string | undefined): Outcome;
  readonly calls: readonly Call[];
  /** How many calls of a method there were, or of all. */
  count(method?: string): number;
}

/** What the API stands on. */
export interface Footing {
  readonly tokens: Tokens;
  /** @throws Error for an unknown team. */
  readonly teamOf: (id: string) => TeamWorld;
  /** The team whose name stands for the app's own token. */
  readonly home: TeamWorld;
  /** Methods that need no token, as those that are called to get one. */
  readonly open: Readonly<Record<string, (args: Fields) => Fields>>;
  /** Methods of a token besides those that every workspace has. */
  readonly more: Readonly<Record<string, Method>>;
  readonly faults: Faults;
  readonly rateLimits: RateLimits | undefined;
  readonly journal: Journal;
  readonly keepsCalls: boolean;
}

const refused = (error: SlackError): Reply => ({
  status: 200,
  headers: {},
  body: { ok: false, error: error.code, ...error.details },
});

const rateLimited = (retryAfter: number | undefined): Reply => ({
  status: 429,
  headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  body: { ok: false, error: 'ratelimited' },
});

/** The kinds of conversation that a call is about; for an unknown channel those of a public one. */
const kindsOf = (method: string, args: Fields, { workspace }: TeamWorld): readonly Channel['kind'][] => {
  if (method === 'conversations.list') return kindsAsked(args);
  return [workspace.kindOf(stringOf(args.channel)) ?? 'public'];
};

export const createApi = (footing: Footing): Api => {
  const { tokens, open, rateLimits } = footing;
  const methods: Readonly<Record<string, Method>> = { ...common, ...footing.more };
  const calls: { -readonly [K in keyof Call]: Call[K] }[] = [];
  const counts = new Map<string, number>();

  const answer = (name: string, args: Fields, token: string | undefined): Reply => {
    if (Object.hasOwn(open, name)) return { status: 200, headers: {}, body: { ok: true, ...open[name]?.(args) } };
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new SlackError('unknown_method', { req_method: name });
    const { teamId, scopes } = tokens.bearerOf(token);
    const isForApp = name === 'apps.connections.open';
    if (isForApp !== (teamId === undefined)) throw new SlackError('not_allowed_token_type');
    const world = teamId === undefined ? footing.home : footing.teamOf(teamId);
    const needed = neededScopes(name, kindsOf(name, args, world));
    if (needed.some(scope => !scopes.includes(scope)))
      throw new SlackError('missing_scope', { needed: needed.join(','), provided: scopes.join(',') });
    const wait = rateLimits?.take(name, stringOf(args.channel), teamId);
    if (wait !== undefined) return rateLimited(wait);
    return {
      status: 200,
      headers: { 'x-oauth-scopes': scopes.join(','), 'x-accepted-oauth-scopes': needed.join(',') },
      body: { ok: true, ...method(args, { ...world, token: token ?? '', scopes: () => scopes }) },
    };
  };

  const answerOrRefuse = (name: string, args: Fields, token: string | undefined): Reply => {
    try {
      return answer(name, args, token);
    } catch (error) {
      if (error instanceof SlackError) return refused(error);
      throw error;
    }
  };

  const outcomeOf = (name: string, args: Fields, token: string | undefined, fault: Fault | undefined): Outcome => {
    switch (fault?.kind) {
      case 'error':
        return refused(new SlackError(fault.error));
      case 'rate-limited':
        return rateLimited(fault.retryAfter);
      case 'status':
        return { status: fault.status, headers: {}, body: '<html><body>Something went wrong.</body></html>' };
      case 'reset':
      case 'hang':
        if (fault.when === 'after') answerOrRefuse(name, args, token);
        return fault.kind;
      default:
        return answerOrRefuse(name, args, token);
    }
  };

  return {
    calls,
    count: method =>
      method === undefined ? counts.values().reduce((all, one) => all + one, 0) : (counts.get(method) ?? 0),
    call(method, args, token) {
      const call: (typeof calls)[number] = { method, args, token, answer: undefined };
      if (footing.keepsCalls) calls.push(call);
      counts.set(method, (counts.get(method) ?? 0) + 1);
      const outcome = outcomeOf(method, args, token, footing.faults.take(method));
      if (typeof outcome !== 'string')
        call.answer = {
          status: outcome.status,
          body: typeof outcome.body === 'string' ? { page: outcome.body } : outcome.body,
        };
      footing.journal.record('call', call);
      return outcome;
    },
  };
};
