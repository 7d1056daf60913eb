/** A deed from its sending to everything that the app does for it. */
import { randomUUID } from 'node:crypto';
import type { Fields, View } from '../contract.ts';
import { isFields } from '../fields.ts';
import type { Journal } from '../journal.ts';
import type { TeamWorld } from '../methods/method.ts';
import { SlackError } from '../slack-error.ts';
import { type Answered, createAnswered, type Origin, show } from './answers.ts';
import type { Interaction } from './contract.ts';
import { deliver, deliverEvent, type Envelope, type Transport } from './delivery.ts';
import type { ResponseUrls } from './response-urls.ts';

/** All that people's deeds go through. */
export interface Stage {
  readonly world: TeamWorld;
  readonly journal: Journal;
  readonly responseUrls: ResponseUrls;
  readonly transport: Transport;
  /** Called when the server closes. */
  onClose(task: () => void): void;
}

export interface Deed {
  readonly envelope: Envelope;
  readonly answered: Answered;
  readonly origin: Origin | undefined;
  /** Whether a view is this deed's doing. */
  isDoing(view: View): boolean;
}

/** The deed of each interaction, to do it once more. */
const deeds = new WeakMap<Interaction, Deed>();

export const deedOf = (interaction: Interaction): Deed => {
  const deed = deeds.get(interaction);
  if (deed === undefined) throw new Error('This was not done by the people of a loopback Slack.');
  return deed;
};

export const newDeed = (
  { onClose }: Stage,
  kind: Envelope['kind'],
  origin: Origin | undefined,
  about: { readonly trigger?: string; readonly rootId?: string },
  world: Stage['world'],
  payload: (answered: Answered) => Fields,
): Deed => {
  const answered = createAnswered();
  onClose(answered.close);
  return {
    envelope: { id: randomUUID(), kind, payload: payload(answered) },
    answered,
    origin,
    isDoing: view =>
      (about.trigger !== undefined && world.views.triggerOf(view) === about.trigger) || view.rootId === about.rootId,
  };
};

/** A command may be answered in its acknowledgement. What must not be shown is not, and the person is told nothing. */
const showAcknowledgement = ({ envelope, origin, answered }: Deed, payload: unknown, { world }: Stage): void => {
  if (envelope.kind !== 'slash_commands' || origin === undefined || payload === undefined) return;
  const body = isFields(payload) ? payload : { text: String(payload) };
  try {
    answered.add({ via: 'acknowledgement', body, shown: show(body, origin, world.workspace, world.ids) });
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    answered.add({ via: 'acknowledgement', body, shown: undefined });
  }
};

/** @throws Error `operation_timeout`. */
export const perform = async (deed: Deed, stage: Stage): Promise<Interaction> => {
  const { envelope, answered } = deed;
  const since = stage.journal.position();
  const send = envelope.kind === 'events_api' ? deliverEvent : deliver;
  const { status, payload, milliseconds } = await send(envelope, stage.transport, stage.world.clock);
  if (status < 300) showAcknowledgement(deed, payload, stage);
  const interaction: Interaction = {
    status,
    payload,
    milliseconds,
    sent: envelope.payload,
    answers: answered.all,
    answer: () => answered.next(),
    view: () => stage.journal.next('view', deed.isDoing, since),
  };
  deeds.set(interaction, deed);
  return interaction;
};
