/** What bolt hears, acknowledged at once and handed on: each request is answered once, and no failure ends the process. */
import type { App, BlockAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Conversation } from '../conversation.ts';
import { createOnce } from '../once.ts';
import type { Answering } from './answering.ts';
import { toPlatformError } from './errors.ts';
import { readCommand, readPress, readSubmission } from './requests.ts';
import { formCallback, optionsOf } from './views.ts';

/** Events that the app subscribes to. */
export const botEvents = ['app_home_opened'] as const;

/** Requests that are remembered, so that a repeated one is told. Slack repeats within minutes. */
const mostRemembered = 10_000;

export interface Listening {
  /** Resolves once what was in hand is done. */
  settled(): Promise<void>;
}

/** Registers all listeners with `app`. */
export const listen = (
  app: App,
  { answering, conversation, logger }: { answering: Answering; conversation: Conversation; logger: Logger },
): Listening => {
  const { isFirst } = createOnce(mostRemembered);
  const inHand = new Set<Promise<void>>();

  /** Does `work`, of which a failure concerns the operator: the person was answered, or cannot be. */
  const handle = async (what: string, work: () => Promise<void>): Promise<void> => {
    const done = work().catch((error: unknown) => {
      logger.error({ err: toPlatformError(error) }, `${what} in Slack could not be answered`);
    });
    inHand.add(done);
    await done;
    inHand.delete(done);
  };

  app.command(/./, async ({ body, ack }) => {
    await ack();
    if (!isFirst(body.trigger_id)) return;
    await handle('A command', () => answering.command(readCommand(body), body.response_url, body.trigger_id));
  });

  app.action<BlockAction>({ type: 'block_actions' }, async ({ body, ack }) => {
    await ack();
    const press = readPress(body);
    if (press === undefined || !isFirst(body.trigger_id)) return;
    await handle('A button', () => answering.press(press, body.response_url, body.trigger_id));
  });

  app.view({ type: 'view_submission', callback_id: formCallback }, async ({ body, ack }) => {
    if (body.type !== 'view_submission') return;
    const submission = readSubmission(body);
    if (submission === undefined || !isFirst(body.trigger_id)) return ack();
    const fields = new Set(Object.keys(body.view.state.values));
    await handle('A form', () =>
      answering.submission(submission, fields, ({ errors }) =>
        errors === undefined ? ack() : ack({ response_action: 'errors', errors: { ...errors } }),
      ),
    );
  });

  app.options<'block_suggestion'>({ type: 'block_suggestion' }, async ({ options: { action_id, value }, ack }) => {
    await ack({ options: optionsOf(await conversation.suggest(action_id, value)) });
  });

  const [homeOpened] = botEvents;
  app.event(homeOpened, async ({ event, context }) => {
    if (event.tab !== 'home') return;
    await handle('The home tab', () => answering.home(context.teamId ?? '', event.user));
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
