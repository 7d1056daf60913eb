/** A conversation with one command of each kind, for tests of how Discord carries it. */
import type { Answer, Conversation, Form, Request } from '../../../src/chat/conversation.ts';
import { type Action, type Message, paragraph } from '../../../src/chat/message.ts';

/** Longer than a button's custom id. */
export const longCommand = `company:cloudflare ${'words '.repeat(30)}end`;

const buttons: readonly Action[] = [
  { label: 'Next', command: 'page 2' },
  { label: 'Share', command: 'share kafka' },
  { label: 'Subscribe', command: 'subscribe' },
  { label: 'More', command: longCommand },
];

const saying = (text: string, actions: readonly Action[] = buttons): Message => ({
  blocks: [paragraph(text), { kind: 'actions', actions }],
});

const form: Form = {
  title: 'What this channel gets',
  submit: 'Save',
  command: 'subscribe',
  fields: [
    {
      name: 'theme',
      label: 'Themes',
      kind: 'several',
      initial: [{ label: 'Kafka', value: 'kafka' }],
      choices: ['kafka', 'storage', 'zero-trust'].map(value => ({ label: value, value })),
      isRequired: false,
    },
    { name: 'company', label: 'Companies', kind: 'found', initial: [], choices: [], isRequired: false },
    { name: 'at', label: 'At', kind: 'time', initial: [{ label: '8', value: '08:00' }], choices: [], isRequired: true },
  ],
};

export interface SmallConversation extends Conversation {
  /** What was asked so far. */
  readonly heard: readonly Request[];
}

export const smallConversation = (changes: Partial<Conversation> = {}): SmallConversation => {
  const heard: Request[] = [];
  const isAskedAs = ({ asked }: Request): boolean =>
    asked === 'subscribe' ||
    (typeof asked !== 'string' && asked.command === 'subscribe' && Object.keys(asked.options).length === 0);
  return {
    heard,
    commands: [
      {
        name: '',
        help: 'Finds entries',
        group: 'look-up',
        options: [
          { name: 'company', help: 'Whose engineering', isSuggested: true },
          { name: 'words', help: 'What it is about', isSuggested: false },
        ],
      },
      {
        name: 'subscribe',
        help: 'Sends the digest to this channel',
        group: 'channel',
        options: [{ name: 'theme', help: 'What about', isSuggested: true }],
      },
      { name: 'help', help: 'Says what can be asked', group: 'look-up', options: [] },
    ],
    async answer(request): Promise<Answer> {
      heard.push(request);
      const said = JSON.stringify(request.asked);
      const isShared = typeof request.asked === 'string' && request.asked.startsWith('share ');
      return { message: saying(`You asked ${said}`), audience: isShared ? 'channel' : 'person' };
    },
    form: async request => (isAskedAs(request) && request.person.mayManage ? form : undefined),
    suggest: async (name, typed) => [{ label: `${name} like ${typed}`, value: `${typed}-value` }],
    home: async () => saying('home'),
    ...changes,
  };
};
