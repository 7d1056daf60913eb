/**
 * Response URLs: good for five answers within 30 minutes.
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
import type { Clock } from '../clock.ts';
import type { Fields } from '../contract.ts';
import type { Ids } from '../identity.ts';
import { SlackError } from '../slack-error.ts';
import type { Workspace } from '../workspace.ts';
import { type Answered, type Origin, show } from './answers.ts';

const lifetime = 30 * 60_000;
const most = 5;

export interface ResponseUrls {
  /** An address for what is done in `workspace`. */
  issue(origin: Origin, answered: Answered, workspace: Workspace): string;
  /** What is posted to a URL, by the last part of its path. */
  post(id: string, body: Fields): { readonly status: number; readonly body: string };
}

export const createResponseUrls = (base: () => string, clock: Clock, ids: Ids): ResponseUrls => {
  const issued = new Map<
    string,
    {
      readonly origin: Origin;
      readonly answered: Answered;
      readonly workspace: Workspace;
      readonly at: number;
      used: number;
    }
  >();
  return {
    issue(origin, answered, workspace) {
      const id = ids.next('response');
      issued.set(id, { origin, answered, workspace, at: clock.now(), used: 0 });
      return `${base()}/actions/${id}`;
    },
    post(id, body) {
      const known = issued.get(id);
      if (known === undefined) return { status: 404, body: 'no_service' };
      if (clock.now() - known.at > lifetime) return { status: 404, body: 'expired_url' };
      if (known.used === most) return { status: 404, body: 'used_url' };
      try {
        const shown = show(body, known.origin, known.workspace, ids);
        known.used += 1;
        known.answered.add({ via: 'response_url', body, shown });
        return { status: 200, body: 'ok' };
      } catch (error) {
        if (error instanceof SlackError) return { status: 400, body: error.code };
        throw error;
      }
    },
  };
};
