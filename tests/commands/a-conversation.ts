/** A conversation over an archive in memory, at a fixed time, for tests that ask and read the answer as text. */
import { pino } from 'pino';
import type { Deliveries } from '../../commands/command.ts';
import { createConversation } from '../../commands/conversation.ts';
import type { RequestLimit } from '../../commands/request-limit.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import type { Answer, Conversation, Person, Place, Request, Typing } from '../../src/chat/conversation.ts';
import type { Action, Block, Inlines, Message } from '../../src/chat/message.ts';
import type { Entry } from '../../src/edition/edition.ts';
import { anEdition, anEntry } from '../an-edition.ts';

/** A Wednesday. */
export const now = '2026-11-25T10:00:00.000Z';

export const manager: Person = { id: 'U1', mayManage: true, timeZone: 'Europe/Berlin' };
export const member: Person = { id: 'U2', mayManage: false };
export const channel: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };

export interface Told {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly answer: Answer;
}

export interface From {
  readonly person?: Person;
  /** `nowhere` is outside of any channel. */
  readonly place?: Place | 'nowhere';
  readonly typing?: Typing;
}

export interface Talk {
  readonly archive: Archive;
  readonly conversation: Conversation;
  /** Lines of the log, JSON. */
  readonly log: readonly string[];
  /** By a manager in a channel, unless it is said otherwise. */
  ask(asked: Request['asked'], from?: From): Promise<Told>;
}

/** @param given What the program gives to the conversation beside an archive, a clock and a log. */
export const aTalk = async (
  given: { readonly deliveries?: Deliveries; readonly publicUrl?: string; readonly limit?: RequestLimit } = {},
): Promise<Talk> => {
  const archive = await openArchive({ path: ':memory:' });
  const log: string[] = [];
  const conversation = createConversation({
    archive,
    now: () => new Date(now),
    logger: pino({}, { write: line => log.push(line) }),
    defaults: { at: '07:30', timeZone: 'UTC' },
    ...given,
  });
  return {
    archive,
    conversation,
    log,
    ask: async (asked, { person = manager, place = channel, ...rest } = {}) => {
      const answer = await conversation.answer({ asked, person, ...rest, ...(place !== 'nowhere' && { place }) });
      return { text: textOf(answer.message), actions: actionsOf(answer.message), answer };
    },
  };
};

/** A line for each block and each item of a list; what stands on buttons is left out. */
export const textOf = ({ blocks }: Message): string => blocks.flatMap(linesOf).join('\n');

const linesOf = (block: Block): readonly string[] => {
  if (block.kind === 'list') return block.items.map(lineOf);
  return 'content' in block ? [lineOf(block.content)] : [];
};

const lineOf = (content: Inlines): string => content.map(({ text }) => text).join('');

export const actionsOf = ({ blocks }: Message): readonly Action[] =>
  blocks.flatMap(block => (block.kind === 'actions' ? block.actions : []));

export const commandOf = (actions: readonly Action[], label: string): string | undefined => {
  const found = actions.find(action => action.label === label);
  return found !== undefined && 'command' in found ? found.command : undefined;
};

const initech = (part: number): Entry =>
  anEntry({
    id: `cccccccccc0${part}`,
    title: `Kafka, part ${part}`,
    company: 'Initech',
    source: 'Initech Blog',
    themes: ['event-streaming'],
  });

/** Ten entries: one of Acme and one of Globex on databases, eight of Initech on streaming. */
export const fill = async (archive: Archive): Promise<void> => {
  const edition = anEdition();
  const deepDives = [...edition.deepDives, ...Array.from({ length: 8 }, (_, index) => initech(index + 1))];
  const at = '2026-04-01T06:00:00Z';
  await saveEdition(archive, { ...edition, deepDives }, { until: at, builtAt: at });
  await recordHealth(archive, edition.sources, at);
};
