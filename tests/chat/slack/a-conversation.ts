/** A conversation of a few commands for tests of how Slack carries one: what is said is not their matter. */
import type { Answer, Conversation, Form, Request } from '../../../src/chat/conversation.ts';
import { type Block, type Message, paragraph } from '../../../src/chat/message.ts';

export const told = (text: string): Message => ({ blocks: [paragraph(text)] });

const paged = (page: number): Message => ({
  blocks: [
    paragraph(`Page ${page}`),
    {
      kind: 'actions',
      actions: [
        { label: 'Next', command: `page ${page + 1}` },
        { label: 'Share', command: `share ${page}` },
        { label: 'Subscribe', command: 'subscribe' },
        { label: 'Read', href: 'https://example.com/read' },
      ],
    },
  ],
});

export const subscribeForm: Form = {
  title: 'Subscribe this channel',
  submit: 'Subscribe',
  command: 'subscribe',
  fields: [
    {
      name: 'theme',
      label: 'Themes',
      kind: 'several',
      initial: [],
      choices: [
        { label: 'Zero trust', value: 'zero-trust' },
        { label: 'Databases', value: 'databases' },
      ],
      isRequired: false,
    },
    { name: 'company', label: 'Companies', kind: 'found', initial: [], choices: [], isRequired: false },
    {
      name: 'at',
      label: 'Time',
      kind: 'time',
      initial: [{ label: '08:00', value: '08:00' }],
      choices: [],
      isRequired: true,
    },
    { name: 'zone', label: 'Zone', kind: 'found-one', initial: [], choices: [], isRequired: false },
  ],
};

const toPerson = (message: Message): Answer => ({ message, audience: 'person' });

const answerTo = ({ asked }: Request): Answer => {
  if (typeof asked !== 'string') {
    const { options } = asked;
    if (options.at?.includes('03:00')) {
      return {
        ...toPerson(told('At 03:00 nobody is awake.')),
        problems: [{ option: 'at', text: 'Take a later time.' }],
      };
    }
    const change: Block = { kind: 'actions', actions: [{ label: 'Change', command: 'subscribe' }] };
    return toPerson({ blocks: [paragraph(`Subscribed ${JSON.stringify(options)}`), change] });
  }
  const [word, rest = ''] = asked.split(' ', 2);
  if (word === 'page') return toPerson(paged(Number(rest)));
  if (word === 'share') return { message: told(`Shared page ${rest}`), audience: 'channel' };
  return {
    ...toPerson(told(`You asked for "${asked.slice(0, 100)}"`)),
    ...(word === 'subscribe' && { needsPosting: true }),
  };
};

export interface TestedConversation extends Conversation {
  /** What was asked so far. */
  readonly asked: readonly Request[];
}

/** @param held settles before each answer is given. */
export const aConversation = (held: Promise<unknown> = Promise.resolve()): TestedConversation => {
  const asked: Request[] = [];
  return {
    asked,
    commands: [
      { name: 'page', help: 'A page.', group: 'look-up', options: [] },
      { name: 'subscribe', help: 'Subscribe.', group: 'channel', options: [] },
    ],
    answer: async request => {
      asked.push(request);
      await held;
      return answerTo(request);
    },
    form: async request => (request.asked === 'subscribe' ? subscribeForm : undefined),
    suggest: async (name, typed) => [{ label: `${name} like ${typed}`, value: `${name}-${typed}` }],
    home: async ({ workspace }) => ({ blocks: [paragraph(`Home of ${workspace}`), ...paged(1).blocks] }),
  };
};
