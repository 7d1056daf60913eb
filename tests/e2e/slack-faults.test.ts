/** What goes wrong in Slack: each time the person gets a clear answer or the operator a clear line, and the bot goes on. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { anEdition } from '../an-edition.ts';
import type { Message } from '../servers/slack/contract.ts';
import type { HttpPeople } from '../servers/slack/people/contract.ts';
import { startStage, type Transport } from './slack-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

const openStage = async (transport: Transport) => {
  const stage = await startStage([anEdition()], transport);
  const { slack } = stage;
  const user = slack.addUser().id;
  const channel = slack.addChannel().id;
  const absent = slack.addChannel({ isMember: false }).id;
  const ask = (words: string, where = channel): Promise<Message> => stage.ask(words, { user, channel: where });
  const press = (button: string, on: Message): Promise<Message> => stage.press(button, on, user);
  return { stage, slack, user, channel, absent, ask, press };
};

/** For one test. */
const aStage = async (transport: Transport = 'Socket Mode') => {
  const opened = await openStage(transport);
  onTestFinished(opened.stage.close);
  return opened;
};

const read = ({ blocks }: Message): string => readBlocks(blocks);

describe('a look-up', () => {
  let opened: Awaited<ReturnType<typeof openStage>>;
  beforeAll(async () => {
    opened = await openStage('Socket Mode');
  });
  afterAll(() => opened.stage.close());

  it.each([
    ['company:globx', 'Showing Globex: no company is called "globx".'],
    ['theme:databses', 'Showing Databases: no theme is called "databses".'],
    ['company:cloudfish', 'No company is called "cloudfish". Near it: '],
    ['theme:cooking', 'No theme is called "cooking". Near it: '],
    ['theme:"zero trust', 'A quotation mark is left open at '],
    ['firm:acme', 'There is no "firm:": there are company:, theme:, '],
    ['company:', 'company: needs a value after it.'],
    ['date:soon', 'date: needs a date of the calendar as YYYY-MM-DD, not "soon".'],
    ['after:2026-04-02 before:2026-04-01', 'No date is on or after 2026-04-02 and before 2026-04-01.'],
    ['***', 'There is nothing to look up'],
    ['x'.repeat(10_000), 'A look-up has at most 500 characters, this one 10000.'],
    ['kafka '.repeat(1_667), 'A look-up has at most 500 characters'],
    ['C++ &amp; &lt;T&gt;', 'No entry for C++ <T>'],
    ['<!channel> <@U0BOT|digest> <#C1|general> <https://x.example|x>', 'No entry for <!channel> <@U0BOT|digest>'],
    ['COMPANY:ACME', '1 entry for company:ACME'],
    ['company:\u00a0acme', '1 entry for company:acme'],
    ['“append-only\u00a0storage”', '1 entry for "append-only storage"'],
  ])('that cannot be understood, or hardly, is answered: %#', async (words, said) => {
    const { ask, user } = opened;
    const answer = await ask(words);
    expect(answer.onlyFor).toBe(user);
    expect(read(answer)).toContain(said);
    expect(read(answer).length).toBeLessThan(1_500);
    expect(answer.text).not.toMatch(/[<>]/);
  });

  it('that names a company which is not there leads on to one that is', async () => {
    const { ask, press } = opened;
    const answer = await ask('company:globular');
    const near = there(/\[(company:Globex)\]/.exec(read(answer))?.[1]);
    expect(read(await press(near, answer))).toMatch(/^1 entry for company:Globex\n/);
  });

  it('of a button that an older version made is answered, too', async () => {
    const { stage, channel, press, user } = opened;
    const { platform } = stage.running.bot.bot;
    const actions = [{ label: 'Old', command: 'firm:acme' }];
    const part = there(platform.render({ blocks: [{ kind: 'actions', actions }] })[0]);
    await platform.post({ workspace: stage.slack.teamId, channel }, part, 'e/s/0');
    const answer = await press('Old', there(stage.slack.messages(channel)[0]));
    expect(answer.onlyFor).toBe(user);
    expect(read(answer)).toContain('There is no "firm:"');
  });
});

describe('a channel that the bot is not in', () => {
  it('has look-ups, which can be shared', async () => {
    const { slack, ask, press, absent } = await aStage();
    await press('Share in channel', await ask('company:acme', absent));
    expect(slack.messages(absent).map(read)).toEqual([expect.stringMatching(/^1 entry for company:acme\n/)]);
  });

  it('is subscribed once the bot was invited', async () => {
    const { slack, stage, ask, absent, user } = await aStage();
    const answer = await ask('subscribe', absent);
    expect(read(answer)).toContain('type /invite @engineering_at_scale.');
    slack.inviteBot(absent);
    const form = await (await stage.running.people.press('Go on', answer, user)).view();
    await stage.running.people.submit(form);
    const told = await slack.next('ephemeral', message => read(message).startsWith('This channel is subscribed'));
    expect(told.channel).toBe(absent);
  });

  it('gets no edition, is told how to get it, and then gets it', async () => {
    const { slack, ask, press, absent } = await aStage();
    const subscribed = await ask('subscribe theme:databases', absent);
    expect(read(subscribed)).toMatch(/^This channel is subscribed\n.*\/invite @engineering_at_scale\./s);
    const refused = await press("Post today's edition now", subscribed);
    expect(read(refused)).toMatch(/^Nothing was posted\.\n.*\/invite @engineering_at_scale\.\n\[Try again\]$/s);
    slack.inviteBot(absent);
    expect(read(await press('Try again', refused))).toBe('The edition of 2026-04-01 is posted.');
    expect(slack.messages(absent)).toHaveLength(1);
  });

  it('is left without a word about inviting it', async () => {
    const { ask, absent } = await aStage();
    await ask('subscribe theme:databases', absent);
    expect(read(await ask('unsubscribe', absent))).not.toContain('/invite');
  });

  it('may be any, where the workspace does not let the bot see: its people are told what to do if it is', async () => {
    const { slack, ask } = await aStage();
    slack.grant(['commands', 'chat:write']);
    const answer = read(await ask('subscribe theme:databases'));
    expect(answer).toContain('I cannot see whether I am in this channel.');
    expect(answer).toContain('/invite @engineering_at_scale');
  });
});

describe('direct messages', () => {
  it.each(['im', 'mpim'] as const)(
    'answer look-ups, and lead to a channel who would subscribe them: %s',
    async kind => {
      const { slack, ask } = await aStage();
      const where = slack.addChannel({ kind }).id;
      expect(read(await ask('company:acme', where))).toMatch(/^1 entry for company:acme\n/);
      for (const words of ['subscribe', 'subscribe theme:databases']) {
        expect(read(await ask(words, where))).toContain('Ask again in the channel');
      }
      expect(slack.modals(there(slack.ephemerals(where)[0]?.onlyFor))).toEqual([]);
    },
  );
});

describe('an edition that is asked for', () => {
  it('is posted once, though the button is pressed twice', async () => {
    const { slack, stage, ask, channel, user } = await aStage();
    const subscribed = await ask('subscribe theme:databases');
    const presses = [1, 2].map(() => stage.running.people.press("Post today's edition now", subscribed, user));
    for (const pressed of await Promise.all(presses)) await pressed.answer();
    expect(slack.messages(channel)).toHaveLength(1);
  });

  it('waits where Slack takes no more for a moment, and loses no reply (complaint 20: a 429 midway)', async () => {
    const { slack, ask, press, channel } = await aStage();
    const subscribed = await ask('subscribe theme:databases');
    slack.fail('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 }, { call: 2 });
    expect(read(await press("Post today's edition now", subscribed))).toContain('is posted');
    const [parent] = slack.messages(channel);
    const titles = slack.thread(channel, there(parent).ts).map(message => read(message).split('\n', 1)[0]);
    expect(titles).toHaveLength(new Set(titles).size);
    expect(titles).toHaveLength(5);
  });
});

describe('a token that is revoked while the bot runs', () => {
  it('leaves people their look-ups, tells them when nothing can be posted, and the operator what to do', async () => {
    const { slack, stage, ask, press, user } = await aStage();
    const subscribed = await ask('subscribe theme:databases');
    slack.revoke(slack.botToken);
    expect(read(await ask('company:acme'))).toMatch(/^1 entry for company:acme\n/);
    expect(read(await press("Post today's edition now", subscribed))).toContain(
      'install the app in the workspace again',
    );
    await stage.running.people.openHome(user);
    const line = await stage.running.bot.logged('The home tab in Slack could not be answered');
    expect(line.err?.message).toContain('install the app in the workspace again and set its new token');
  });
});

describe('a connection that breaks', () => {
  it.each(['drop', 'warning', 'refresh_requested', 'link_disabled'] as const)(
    'is opened again, and the next command is answered: %s',
    async end => {
      const { slack, ask } = await aStage();
      const connection = await slack.next('connection');
      if (end === 'drop') connection.drop();
      else connection.disconnect(end);
      await slack.next('connection');
      expect(read(await ask('company:acme'))).toMatch(/^1 entry for company:acme\n/);
    },
  );
});

describe('a request over HTTP that is not of Slack', () => {
  const isForged = (people: object): people is HttpPeople => 'forge' in people;

  it.each([
    ['wrong-signature', 'signature mismatch'],
    ['no-signature', 'x-slack-signature'],
    ['six-minutes-old', 'stale'],
  ] as const)('is refused in a clear line, and the next one of Slack is answered: %s', async (forgery, words) => {
    const { stage, ask, user, channel } = await aStage('HTTP');
    const { people, bot } = stage.running;
    if (!isForged(people)) throw new TypeError('These people do not come over HTTP.');
    expect((await people.forge(forgery, 'company:acme', { user, channel })).status).toBe(401);
    expect(await bot.logged(words)).toMatchObject({ level: 40 });
    expect(stage.slack.ephemerals(channel)).toEqual([]);
    expect(read(await ask('company:acme'))).toMatch(/^1 entry for company:acme\n/);
  });
});
