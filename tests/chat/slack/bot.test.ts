import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person, Place } from '../../../src/chat/conversation.ts';
import { typedCommand } from '../../../src/chat/slack/actions.ts';
import type { Channel, Message } from '../../servers/slack/contract.ts';
import { type RunningBot, startBot } from './a-bot.ts';
import { aConversation } from './a-conversation.ts';

const conversation = aConversation();
let running: RunningBot;
let user: string;

beforeAll(async () => {
  running = await startBot({ conversation });
  user = running.slack.addUser().id;
});
afterAll(() => running.close());

const aChannel = (channel: { isMember?: boolean; kind?: Channel['kind'] } = {}): string =>
  running.slack.addChannel(channel).id;

const wordsOf = (message: Message | undefined): string => JSON.stringify(message?.blocks ?? []);

const command = (words: string, channel: string) => running.slack.people.command(words, { user, channel });

/** The answer to a command, as it stands in the channel. */
const answerTo = async (words: string, channel: string): Promise<Message> => {
  const { shown } = await (await command(words, channel)).answer();
  if (shown === undefined) throw new Error('nothing is shown');
  return shown;
};

describe('a look-up', () => {
  it('is answered to the person alone', async () => {
    const channel = aChannel();
    const shown = await answerTo('company:cloudflare', channel);
    expect(shown.onlyFor).toBe(user);
    expect(wordsOf(shown)).toContain('company:cloudflare');
    expect(running.slack.messages(channel)).toEqual([]);
  });

  it('is asked with its person and place', async () => {
    const channel = aChannel();
    await answerTo('theme:"zero trust"', channel);
    const person: Person = { id: user, mayManage: true };
    const place: Place = { platform: 'slack', workspace: running.slack.teamId, channel };
    const requestId = expect.stringMatching(/^[\da-f]{8}$/);
    expect(conversation.asked.at(-1)).toEqual({ asked: 'theme:"zero trust"', person, place, requestId });
  });

  it.each([
    ['empty', ''],
    ['blank', '   '],
    ['characters that Slack escapes', 'C++ <T> & co'],
    ['mentions', '<!channel> <@U1>'],
    ['as long as a page', 'x'.repeat(10_000)],
    ['in any script', 'ünïcode 👩‍👩‍👧‍👦 \u202e'],
  ])('may be %s', async (_what, words) => {
    await answerTo(words, aChannel());
    expect(conversation.asked.at(-1)?.asked).toBe(words.trim());
  });

  it('complaint 22: that is asked twice by a network is answered once (operation_timeout, users retry, duplicates)', async () => {
    const channel = aChannel();
    const first = await command('page 1', channel);
    await first.answer();
    await running.slack.people.repeat(first);
    await answerTo('page 2', channel);
    expect(running.slack.ephemerals(channel).map(wordsOf)).toEqual([
      expect.stringContaining('Page 1'),
      expect.stringContaining('Page 2'),
    ]);
  });

  it('works in a channel that the bot is not in', async () => {
    expect(wordsOf(await answerTo('kafka', aChannel({ isMember: false })))).toContain('kafka');
  });
});

describe('a button', () => {
  it('of an answer turns the page in place', async () => {
    const channel = aChannel();
    const shown = await answerTo('page 1', channel);
    const turned = await (await running.slack.people.press('Next', shown, user)).answer();
    expect(wordsOf(turned.shown)).toContain('Page 2');
    expect(running.slack.ephemerals(channel)).toHaveLength(1);
  });

  it('shares an answer with the channel, and the answer stays', async () => {
    const channel = aChannel();
    const shown = await answerTo('page 1', channel);
    const shared = await (await running.slack.people.press('Share', shown, user)).answer();
    expect(shared.shown?.onlyFor).toBeUndefined();
    expect(running.slack.messages(channel).map(wordsOf)).toEqual([expect.stringContaining('Shared page 1')]);
    expect(running.slack.ephemerals(channel).map(wordsOf)).toEqual([expect.stringContaining('Page 1')]);
  });

  it('shares once, though it is pressed twice', async () => {
    const channel = aChannel();
    const shown = await answerTo('page 1', channel);
    const presses = [1, 2].map(() => running.slack.people.press('Share', shown, user));
    for (const pressed of await Promise.all(presses)) await pressed.answer();
    expect(running.slack.messages(channel)).toHaveLength(1);
    expect(running.slack.ephemerals(channel).map(wordsOf)).toContainEqual(
      expect.stringContaining('You have shared this already.'),
    );
  });

  it('of a message for all answers the person alone, and the message stays', async () => {
    const channel = aChannel();
    const part = running.bot.platform.render({
      blocks: [{ kind: 'actions', actions: [{ label: 'Browse', command: 'page 7' }] }],
    })[0];
    if (part === undefined) throw new TypeError('no part');
    await running.bot.platform.post({ workspace: running.slack.teamId, channel }, part, 'e/s/0');
    const [edition] = running.slack.messages(channel);
    if (edition === undefined) throw new Error('nothing stands in the channel');
    const answer = await (await running.slack.people.press('Browse', edition, user)).answer();
    expect(answer.shown?.onlyFor).toBe(user);
    expect(wordsOf(answer.shown)).toContain('Page 7');
    expect(running.slack.messages(channel).map(wordsOf)).toEqual([expect.stringContaining('Browse')]);
  });

  it('that is a link is acknowledged and asks nothing', async () => {
    const shown = await answerTo('page 1', aChannel());
    const before = conversation.asked.length;
    const { status } = await running.slack.people.press('Read', shown, user);
    expect(status).toBe(200);
    expect(conversation.asked).toHaveLength(before);
  });
});

describe('a form', () => {
  it('opens at once, offers what is found, and its answers arrive by name', async () => {
    const channel = aChannel();
    const asked = await command('subscribe', channel);
    const view = await asked.view();
    const { options } = await running.slack.people.type('company', 'cloud', view, user);
    expect(options).toEqual([{ label: 'company like cloud', value: 'company-cloud' }]);

    const done = await running.slack.people.submit(view, {
      theme: ['zero-trust', 'databases'],
      company: ['company-cloud'],
      at: '09:30',
    });
    expect(done.payload).toBeUndefined();
    expect(conversation.asked.at(-1)).toMatchObject({
      asked: {
        command: 'subscribe',
        options: { theme: ['zero-trust', 'databases'], company: ['company-cloud'], at: ['09:30'], zone: [] },
      },
      place: { channel },
    });
    const told = await running.slack.next('ephemeral', message => message.channel === channel);
    expect(wordsOf(told)).toContain('Subscribed');
  });

  it('stays open and says at the field what is wrong', async () => {
    const view = await (await command('subscribe', aChannel())).view();
    const refused = await running.slack.people.submit(view, { at: '03:00' });
    expect(refused.payload).toEqual({ response_action: 'errors', errors: { at: 'Take a later time.' } });
    const done = await running.slack.people.submit(view, { at: '09:00' });
    expect(done.payload).toBeUndefined();
  });

  it('opens from a button as well', async () => {
    const shown = await answerTo('page 1', aChannel());
    const view = await (await running.slack.people.press('Subscribe', shown, user)).view();
    expect(view.callbackId).toBe('form');
  });

  it.each([
    { kind: 'error', error: 'expired_trigger_id' },
    { kind: 'status', status: 500 },
    { kind: 'rate-limited', retryAfter: 30 },
    { kind: 'reset', when: 'before' },
  ] as const)('changes nothing where Slack does not open it, and can be tried again: $kind', async fault => {
    running.slack.fail('views.open', fault);
    const shown = await answerTo('subscribe', aChannel());
    expect(wordsOf(shown)).toContain('Slack did not open the form, so nothing was changed.');
    expect(wordsOf(shown)).not.toContain('You asked for');
    const view = await (await running.slack.people.press('Try again', shown, user)).view();
    expect(view.callbackId).toBe('form');
  });
});

describe('a channel that the bot is not in', () => {
  const invitation = '/invite @engineering_at_scale';

  it.each(['public', 'private'] as const)('gets no form, but its people can invite it and go on: %s', async kind => {
    const channel = aChannel({ isMember: false, kind });
    const shown = await answerTo('subscribe', channel);
    expect(wordsOf(shown)).toContain(invitation);
    running.slack.inviteBot(channel);
    const view = await (await running.slack.people.press('Go on', shown, user)).view();
    expect(view.callbackId).toBe('form');
  });

  it('is told so with the answer to a command for which it has to post', async () => {
    const shown = await answerTo('subscribe theme:databases', aChannel({ isMember: false }));
    expect(wordsOf(shown)).toContain('You asked for');
    expect(wordsOf(shown)).toContain(invitation);
  });

  it.each(['unsubscribe', 'subscriptions', 'kafka'])('needs no invitation for %s', async words => {
    expect(wordsOf(await answerTo(words, aChannel({ isMember: false })))).not.toContain('/invite');
  });

  it('is not told so once it was invited', async () => {
    expect(wordsOf(await answerTo('subscribe theme:databases', aChannel()))).not.toContain('/invite');
  });
});

describe('direct messages, in which an app cannot post', () => {
  it.each(['im', 'mpim'] as const)('are no channel to subscribe: %s', async kind => {
    await answerTo('subscribe theme:databases', aChannel({ kind }));
    expect(conversation.asked.at(-1)).not.toHaveProperty('place');
  });

  it.each(['im', 'mpim'] as const)('have look-ups with buttons: %s', async kind => {
    const shown = await answerTo('page 1', aChannel({ kind }));
    const turned = await (await running.slack.people.press('Next', shown, user)).answer();
    expect(wordsOf(turned.shown)).toContain('Page 2');
    expect(conversation.asked.at(-1)).not.toHaveProperty('place');
  });
});

describe('the home tab', () => {
  it('shows the page of the app, and its buttons answer in a modal that can be paged', async () => {
    const someone = running.slack.addUser().id;
    await running.slack.people.openHome(someone);
    const home = await running.slack.next('view', view => view.type === 'home' && view.user === someone);
    expect(JSON.stringify(home.blocks)).toContain(`Home of ${running.slack.teamId}`);

    const modal = await (await running.slack.people.press('Next', home, someone)).view();
    expect(JSON.stringify(modal.blocks)).toContain('Page 2');
    const turned = await (await running.slack.people.press('Next', modal, someone)).view();
    expect(turned.id).toBe(modal.id);
    expect(JSON.stringify(turned.blocks)).toContain('Page 3');
  });

  it('opens a form, whose answer reaches the person', async () => {
    const someone = running.slack.addUser().id;
    await running.slack.people.openHome(someone);
    const home = await running.slack.next('view', view => view.type === 'home' && view.user === someone);
    const form = await (await running.slack.people.press('Subscribe', home, someone)).view();
    await running.slack.people.submit(form, { at: '10:00' });
    const call = await running.slack.next(
      'call',
      ({ method, args }) => method === 'chat.postMessage' && args.channel === someone,
    );
    expect(call.answer?.body).toMatchObject({ ok: true });
  });
});

it('tells the operator of an app that was removed from its one workspace, whose token is theirs to set', async () => {
  const removed = await startBot();
  await removed.slack.people.uninstall();
  expect(await removed.logged('was removed')).toMatchObject({ msg: expect.stringContaining('set its new token') });
  await removed.close();
});

it('a thread of an edition answers its buttons in the thread', async () => {
  const channel = aChannel();
  const target = { workspace: running.slack.teamId, channel };
  const { platform } = running.bot;
  const [parent, reply] = platform.render({
    blocks: [],
    thread: [{ blocks: [{ kind: 'actions', actions: [{ label: 'More', command: 'page 4' }] }] }],
  });
  if (parent === undefined || reply === undefined) throw new TypeError('no parts');
  const { thread } = await platform.post(target, parent, 'e/s/0');
  const { id } = await platform.post({ ...target, thread }, reply, 'e/s/1');
  const entry = running.slack.thread(channel, thread).find(({ ts }) => ts === id);
  if (entry === undefined) throw new Error('no reply');
  const answer = await (await running.slack.people.press('More', entry, user)).answer();
  expect(answer.body).toMatchObject({ thread_ts: thread, replace_original: false });
});

it('a button tells what to type where it cannot be pressed', () => {
  expect(typedCommand('page 2')).toBe('/digest page 2');
});

it('what Slack was told of was logged without a fault', () => {
  expect(running.log.filter(({ level }) => level >= 50)).toEqual([]);
});
