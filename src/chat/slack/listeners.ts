/** What bolt hears, acknowledged at once and handed on: each request is answered once, and no failure ends the process. */
import type { App, BlockAction } from '@slack/bolt';
import type { Logger } from 'pino';
import { ArchiveError } from '../../archive/archive-error.ts';
import type { Heard } from '../../archive/heard.ts';
import type { Conversation } from '../conversation.ts';
import { newRequestId } from '../request-id.ts';
import type { Answering } from './answering.ts';
import { toPlatformError } from './errors.ts';
import { readCommand, readPress, readSubmission } from './requests.ts';
import { formCallback, optionsOf } from './views.ts';

/** Events that the app subscribes to. */
export const botEvents = ['app_home_opened', 'app_uninstalled', 'tokens_revoked'] as const;

export interface Listening {
  /** Resolves once what was in hand is done. */
  settled(): Promise<void>;
}

export interface ListeningParts {
  /** What answers a request of that number. */
  readonly answeringOf: (requestId: string) => Answering;
  readonly conversation: Conversation;
  /** Tells what was heard before: Slack repeats what it had no answer to, and a balancer what it lost a connection over. */
  readonly heard: Heard;
  /**
   * Hears that a workspace removed the app, or its token was revoked; it may hear so twice, and late.
   * @param at When that was, in milliseconds since 1970.
   */
  readonly removed: (workspace: string, at: number) => Promise<void>;
  readonly logger: Logger;
}

/** Registers all listeners with `app`. */
export const listen = (app: App, { answeringOf, conversation, heard, removed, logger }: ListeningParts): Listening => {
  const inHand = new Set<Promise<void>>();

  /** Does `work`, of which a failure concerns the operator: the person was answered, or cannot be. */
  const handle = async (what: string, work: (answering: Answering) => Promise<void>): Promise<void> => {
    const requestId = newRequestId();
    const done = work(answeringOf(requestId)).catch((error: unknown) => {
      const failure = error instanceof ArchiveError ? error : toPlatformError(error);
      logger.error({ err: failure, requestId }, `${what} in Slack could not be answered`);
    });
    inHand.add(done);
    await done;
    inHand.delete(done);
  };

  app.command(/./, async ({ body, ack }) => {
    await ack();
    if (!(await heard.isFirst(body.trigger_id))) return;
    await handle('A command', answering => answering.command(readCommand(body), body.response_url, body.trigger_id));
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined || !(await heard.isFirst(body.trigger_id))) return;
    await handle('A button', answering => answering.press(press, body.response_url, body.trigger_id));
  });

  app.view({ type: 'view_submission', callback_id: formCallback }, async ({ body, ack }) => {
    if (body.type !== 'view_submission') return;
    const submission = readSubmission(body);
    if (submission === undefined || !(await heard.isFirst(body.trigger_id))) return ack();
    const fields = new Set(Object.keys(body.view.state.values));
    await handle('A form', answering =>
      answering.submission(submission, fields, ({ errors }) =>
        errors === undefined ? ack() : ack({ response_action: 'errors', errors: { ...errors } }),
      ),
    );
  });

  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ options: { action_id, value }, ack }) => {
    await ack({ options: optionsOf(await conversation.suggest(action_id, value)) });
  });

  const [homeOpened, uninstalled, revoked] = botEvents;
  app.event(homeOpened, async ({ event, body, context }) => {
    if (event.tab !== 'home' || !(await heard.isFirst(body.event_id))) return;
    await handle('The home tab', answering => answering.home(context.teamId ?? '', event.user));
  });

  // Both come, in either order: https://docs.slack.dev/reference/events/app_uninstalled
  app.event(uninstalled, async ({ body }) => {
    await handle('The removal of the app', () => removed(body.team_id, body.event_time * 1_000));
  });

  app.event(revoked, async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length === 0) return;
    await handle('The end of a token', () => removed(body.team_id, body.event_time * 1_000));
  });

  app.error(async error => {
    logger.error({ err: error }, 'A request of Slack could not be handled');
  });

  return {
    settled: async () => {
      await Promise.all(inHand);
    },
  };
};
