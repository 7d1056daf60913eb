/** The Web API: who calls, whether they may, and what the method answers. https://docs.slack.dev/apis/web-api */
import type { Call, Channel, Fault, Fields } from '../contract.ts';
import { stringOf } from '../fields.ts';
import { identity } from '../identity.ts';
import type { Journal } from '../journal.ts';
import { chat } from '../methods/chat.ts';
import { conversations, kindsAsked } from '../methods/conversations.ts';
import type { Method, World } from '../methods/method.ts';
import { viewMethods } from '../methods/views.ts';
import { workspaceMethods } from '../methods/workspace.ts';
import { SlackError } from '../slack-error.ts';
import type { Faults } from './faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { neededScopes } from './scopes.ts';

const methods: Readonly<Record<string, Method>> = { ...chat, ...conversations, ...viewMethods, ...workspaceMethods };

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** A text is sent as a page. */
  readonly body: Fields | string;
}

/** What becomes of a call's connection. */
export type Outcome = Reply | 'reset' | 'hang';

export interface Tokens {
  /** Scopes of a token. @throws SlackError for one that is missing, unknown or revoked. */
  scopesOf(token: string | undefined): readonly string[];
}

export interface Api {
  call(method: string, args: Fields, token: string | undefined): Outcome;
  readonly calls: readonly Call[];
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

export const createApi = (
  world: Omit<World, 'scopes'>,
  tokens: Tokens,
  faults: Faults,
  rateLimits: RateLimits | undefined,
  journal: Journal,
): Api => {
  const calls: { -readonly [K in keyof Call]: Call[K] }[] = [];

  /** The kinds of conversation that a call is about; for an unknown channel those of a public one. */
  const kindsOf = (method: string, args: Fields): readonly Channel['kind'][] => {
    if (method === 'conversations.list') return kindsAsked(args);
    const channel = world.workspace.channels().find(({ id }) => id === args.channel);
    return [channel?.kind ?? 'public'];
  };

  const answer = (name: string, args: Fields, token: string | undefined): Reply => {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (method === undefined) throw new SlackError('unknown_method', { req_method: name });
    const granted = tokens.scopesOf(token);
    const isForApp = name === 'apps.connections.open';
    if (isForApp !== (token === identity.appToken)) throw new SlackError('not_allowed_token_type');
    const needed = neededScopes(name, kindsOf(name, args));
    if (needed.some(scope => !granted.includes(scope)))
      throw new SlackError('missing_scope', { needed: needed.join(','), provided: granted.join(',') });
    const wait = rateLimits?.take(name, stringOf(args.channel));
    if (wait !== undefined) return rateLimited(wait);
    return {
      status: 200,
      headers: { 'x-oauth-scopes': granted.join(','), 'x-accepted-oauth-scopes': needed.join(',') },
      body: { ok: true, ...method(args, { ...world, scopes: () => granted }) },
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
    call(method, args, token) {
      const call: (typeof calls)[number] = { method, args, token, answer: undefined };
      calls.push(call);
      const outcome = outcomeOf(method, args, token, faults.take(method));
      if (typeof outcome !== 'string')
        call.answer = {
          status: outcome.status,
          body: typeof outcome.body === 'string' ? { page: outcome.body } : outcome.body,
        };
      journal.record('call', call);
      return outcome;
    },
  };
};
