/** Carries a conversation in Slack: what was asked is answered where it was asked, by a message, a form or a view. */
import type { KnownBlock } from '@slack/types';
import type { Logger } from 'pino';
import type { Heard } from '../../archive/heard.ts';
import type { Answer, Conversation, Form, Place, Problem, Request } from '../conversation.ts';
import { type Block, type Message, paragraph } from '../message.ts';
import { within } from '../within.ts';
import { toPlatformError } from './errors.ts';
import type { RightsOf } from './managers.ts';
import type { SlackPayload } from './payload.ts';
import { invitationBlocks, invitationFirst, type Standing, standingIn } from './presence.ts';
import { renderSlack } from './render.ts';
import { type Asked, type Press, type Submission, writeOrigin } from './requests.ts';
import { type ResponseTo, respond } from './respond.ts';
import { tellPerson } from './telling.ts';
import { answerView, formView, homeView } from './views.ts';
import type { WorkspaceOf } from './workspaces.ts';

export interface AnsweringSettings {
  /** Where the Web API is, if not at Slack. */
  readonly apiUrl?: string | undefined;
  readonly workspaceOf: WorkspaceOf;
  readonly conversation: Conversation;
  readonly logger: Logger;
  /** Under which all of it is in the log. */
  readonly requestId: string;
  readonly rightsOf: RightsOf;
  /**
   * Milliseconds that a form is kept open for what is wrong in it; less than the 3 s that Slack waits. Half as long it
   * waits to open.
   */
  readonly patience: number;
  /** Tells what was shared before. */
  readonly heard: Heard;
}

/** What to say at once to a form that was submitted; the rest follows. */
export interface Acknowledgement {
  /** Keeps the form open, what is wrong by name of field. */
  readonly errors?: Readonly<Record<string, string>>;
}

export interface Answering {
  command(asked: Asked, responseUrl: string, trigger: string): Promise<void>;
  press(press: Press, responseUrl: string, trigger: string): Promise<void>;
  /** @param acknowledge is called once, within `patience`. */
  submission(submission: Submission, fields: ReadonlySet<string>, acknowledge: Acknowledge): Promise<void>;
  home(workspace: string, user: string): Promise<void>;
}

type Acknowledge = (acknowledgement: Acknowledgement) => Promise<void>;

/** Where a request is answered, whoever is to see it. */
interface Asking extends Omit<ResponseTo, 'audience'> {
  readonly workspace: string;
  /** The message whose button was pressed. */
  readonly from?: string;
}

/** Title of a modal that shows an answer. */
const answerTitle = 'Engineering @ Scale';

const payloadsOf = (message: Message): readonly SlackPayload[] => renderSlack(message).map(({ payload }) => payload);

const blocksOf = (message: Message): readonly KnownBlock[] => payloadsOf(message).flatMap(({ blocks }) => blocks ?? []);

/** Before the buttons with which a message ends, where they are seen. */
const endingWith = (last: readonly Block[], { blocks, ...rest }: Message): Message => {
  const end = blocks.findLastIndex(({ kind }) => kind !== 'actions') + 1;
  return { ...rest, blocks: [...blocks.slice(0, end), ...last, ...blocks.slice(end)] };
};

/** Nothing is done in the place of a form: whoever leaves out all options has chosen nothing yet. */
const unopened = ({ command }: Form): Message => ({
  blocks: [
    paragraph('Slack did not open the form, so nothing was changed.'),
    { kind: 'actions', actions: [{ label: 'Try again', command }] },
  ],
});

const sharedAlready: Message = { blocks: [paragraph('You have shared this already.')] };

/** Where it is read apart from its channel: by its name, and without the buttons, which would be about where they stand. */
const awayFrom = (channel: string, { blocks, ...rest }: Message): Message => ({
  ...rest,
  blocks: [
    { kind: 'context', content: [{ text: 'In ' }, { text: `#${channel}`, channel }] },
    ...blocks.filter(({ kind }) => kind !== 'actions'),
  ],
});

/** What is wrong with the fields of a form, as Slack shows it there; undefined where there is none. */
const errorsAt = (fields: ReadonlySet<string>, problems: readonly Problem[] = []): Acknowledgement['errors'] => {
  const shown = problems.filter(({ option }) => fields.has(option));
  return shown.length === 0 ? undefined : Object.fromEntries(shown.map(({ option, text }) => [option, text]));
};

/** Answers one request. */
export const createAnswering = (settings: AnsweringSettings): Answering => {
  const { apiUrl, workspaceOf, conversation, requestId, rightsOf, patience, heard } = settings;
  const logger = settings.logger.child({ requestId });

  const withRights = async ({ workspace, request }: Asked): Promise<Request> => {
    const { person } = request;
    return { ...request, requestId, person: { ...person, ...(await rightsOf(workspace, person.id)) } };
  };

  const standing = ({ workspace, channel }: Place): Promise<Standing> =>
    standingIn(() => workspaceOf(workspace), channel, logger);

  const answerTo = async (request: Request): Promise<Answer> => {
    const answer = await conversation.answer(request);
    if (request.place === undefined || !answer.needsPosting) return answer;
    return { ...answer, message: endingWith(invitationBlocks(await standing(request.place)), answer.message) };
  };

  /** The form that the request is better asked as. Where it cannot be had, the request is answered as it is. */
  const formFor = (request: Request): Promise<Form | undefined> =>
    conversation.form(request).catch((error: unknown) => {
      logger.error({ err: error }, 'No form could be made for a request in Slack');
      return undefined;
    });

  /** Whether it opened: a trigger is good for three seconds. https://docs.slack.dev/surfaces/modals#opening */
  const openForm = async (
    workspace: string,
    { form, origin }: { readonly form: Form; readonly origin: string },
    trigger: string,
    on: 'screen' | 'modal',
  ): Promise<boolean> => {
    try {
      const { client } = await workspaceOf(workspace);
      const opening = { trigger_id: trigger, view: formView(form, origin) };
      await (on === 'modal' ? client.views.push(opening) : client.views.open(opening));
      return true;
    } catch (error) {
      logger.warn({ err: toPlatformError(error), command: form.command }, 'Slack did not open a form');
      return false;
    }
  };

  const tell = (message: Message, to: ResponseTo): Promise<void> =>
    respond(to, payloadsOf(message), { apiUrl, logger });

  /** Shows the channel an answer once, however often its button is pressed: two clicks are one wish. */
  const share = async (message: Message, asked: Request['asked'], to: Asking): Promise<void> => {
    const id = `share ${to.workspace} ${to.from ?? to.url} ${JSON.stringify(asked)}`;
    if (!(await heard.isFirst(id))) return tell(sharedAlready, { ...to, audience: 'person', replaces: false });
    try {
      // What all are to see is a message of its own; the one whose button was pressed stays.
      await tell(message, { ...to, audience: 'channel', replaces: false });
    } catch (error) {
      await heard.forget(id);
      throw error;
    }
  };

  const answerAt = async (request: Request, to: Asking): Promise<void> => {
    const { message, audience } = await answerTo(request);
    if (audience === 'channel') await share(message, request.asked, to);
    else await tell(message, { ...to, audience });
  };

  /** Answers in a channel: by the form that the request is better asked as, else by a message. */
  const converse = async (request: Request, to: Asking, trigger: string): Promise<void> => {
    const form = await formFor(request);
    if (form === undefined) return answerAt(request, to);
    const { place } = request;
    // The trigger that opens the form is good for three seconds, whatever else Slack takes its time for.
    const known = place && (await within(patience / 2, standing(place)));
    if (known?.presence === 'absent') {
      return tell(invitationFirst(known, form.command), { ...to, audience: 'person' });
    }
    const origin = writeOrigin({
      command: form.command,
      responseUrl: to.url,
      ...(place === undefined ? {} : { channel: place.channel }),
    });
    if (!(await openForm(to.workspace, { form, origin }, trigger, 'screen')))
      await tell(unopened(form), { ...to, audience: 'person' });
  };

  /** Answers on a page of the app: in a modal, as there is no channel. */
  const showInModal = async ({ workspace, request, on }: Press, trigger: string): Promise<void> => {
    const form = await formFor(request);
    if (form !== undefined) {
      const origin = writeOrigin({ command: form.command });
      if (await openForm(workspace, { form, origin }, trigger, on.kind === 'modal' ? 'modal' : 'screen')) return;
    }
    const view = answerView(answerTitle, blocksOf((await answerTo(request)).message));
    const { client } = await workspaceOf(workspace);
    if (on.kind === 'modal') await client.views.update({ view_id: on.view, view });
    else await client.views.open({ trigger_id: trigger, view });
  };

  /** To where the form was asked for or, where that takes no more, to the person alone: in the messages of the app. */
  const tellLater = async (
    { message, audience }: Answer,
    { workspace, request, origin }: Submission,
  ): Promise<void> => {
    if (origin.responseUrl !== undefined) {
      const to = { url: origin.responseUrl, audience, replaces: false, thread: undefined };
      const refusal = await tell(message, to).catch(toPlatformError);
      if (refusal === undefined) return;
      logger.warn({ err: refusal }, 'The answer to a form is sent to the person instead');
    }
    const told = origin.channel === undefined ? message : awayFrom(origin.channel, message);
    const { client } = await workspaceOf(workspace);
    await tellPerson(client, request.person.id, told, logger);
  };

  return {
    command: async (asked, url, trigger) => {
      const { workspace } = asked;
      await converse(await withRights(asked), { workspace, url, replaces: false, thread: undefined }, trigger);
    },

    press: async ({ on, ...asked }, url, trigger) => {
      const { workspace } = asked;
      const request = await withRights(asked);
      if (on.kind !== 'message') return showInModal({ workspace, request, on }, trigger);
      return converse(request, { workspace, url, replaces: on.isEphemeral, thread: on.thread, from: on.id }, trigger);
    },

    submission: async (submission, fields, acknowledge) => {
      const pending = withRights(submission).then(answerTo);
      const early = await within(patience, pending);
      const errors = errorsAt(fields, early?.problems);
      await acknowledge(errors === undefined ? {} : { errors });
      if (errors === undefined) await tellLater(await pending, submission);
    },

    home: async (workspace, user) => {
      const message = await conversation.home({ platform: 'slack', workspace }, requestId);
      const { client } = await workspaceOf(workspace);
      await client.views.publish({ user_id: user, view: homeView(blocksOf(message)) });
    },
  };
};
