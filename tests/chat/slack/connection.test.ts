import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { botScopes } from '../../../src/chat/slack/scopes.ts';
import { manualClock } from '../../servers/slack/clock.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { createBotIn, type RunningBot, startBot } from './a-bot.ts';
import { aConversation } from './a-conversation.ts';

const scopes = botScopes.map(({ name }) => name);

const running: RunningBot[] = [];
const kept = (bot: RunningBot): RunningBot => {
  running.push(bot);
  return bot;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map(bot => bot.close()));
});

const wrongLines = ({ log }: RunningBot): readonly string[] =>
  log.filter(({ level }) => level >= 40).map(({ msg }) => msg);

describe('over Socket Mode', () => {
  it.each([
    ['the network drops it', 'drop'],
    ['Slack asks for a new one', 'refresh_requested'],
  ] as const)('the bot comes back by itself when %s, and answers', async (_how, end) => {
    const { slack } = kept(await startBot());
    const user = slack.addUser().id;
    const channel = slack.addChannel().id;
    const connection = await slack.next('connection');
    if (end === 'drop') connection.drop();
    else connection.disconnect(end);
    await slack.next('connection');
    const { shown } = await (await slack.people.command('kafka', { user, channel })).answer();
    expect(JSON.stringify(shown?.blocks)).toContain('kafka');
  });

  it('comes back when Slack fails meanwhile, and the process lives', async () => {
    const bot = kept(await startBot());
    const connection = await bot.slack.next('connection');
    bot.slack.fail('apps.connections.open', { kind: 'rate-limited', retryAfter: 0 });
    connection.drop();
    await bot.slack.next('connection');
    await bot.logged('Connected to Slack again');
    expect(wrongLines(bot).join()).toContain('cannot be reached');
  });

  it('acknowledges before the work is done', async () => {
    const held = Promise.withResolvers<void>();
    const { slack } = kept(await startBot({ conversation: aConversation(held.promise) }));
    const asked = await slack.people.command('slow', { user: slack.addUser().id, channel: slack.addChannel().id });
    expect(asked.answers).toEqual([]);
    held.resolve();
    expect(JSON.stringify((await asked.answer()).body)).toContain('slow');
  });

  it('opens a form in time, though Slack does not say whether the bot is in the channel', async () => {
    const { slack } = kept(await startBot({ patience: 1 }));
    slack.fail('conversations.info', { kind: 'hang', when: 'before' });
    const by = { user: slack.addUser().id, channel: slack.addChannel().id };
    expect((await (await slack.people.command('subscribe', by)).view()).callbackId).toBe('form');
  });

  it('closes a form in time, and the answer follows', async () => {
    const held = Promise.withResolvers<void>();
    const { slack } = kept(await startBot({ conversation: aConversation(held.promise), patience: 1 }));
    const [user, channel] = [slack.addUser().id, slack.addChannel().id];
    const view = await (await slack.people.command('subscribe', { user, channel })).view();
    const done = await slack.people.submit(view, { at: '03:00' });
    expect(done.payload).toBeUndefined();
    held.resolve();
    const told = await slack.next('ephemeral', message => message.channel === channel);
    expect(JSON.stringify(told.blocks)).toContain('nobody is awake');
  });

  it('answers a form that was open too long in the messages of the app', async () => {
    const clock = manualClock(Date.parse('2026-11-25T08:00:00Z'));
    const bot = kept(createBotIn(await startSlack({ scopes, clock })));
    await bot.bot.start();
    const { slack } = bot;
    const [user, channel] = [slack.addUser().id, slack.addChannel().id];
    const view = await (await slack.people.command('subscribe', { user, channel })).view();
    clock.advance(31 * 60_000);
    await slack.people.submit(view, { at: '10:00' });
    const told = await slack.next('message');
    expect(slack.channel(told.channel)).toMatchObject({ kind: 'im', creator: user });
    expect(JSON.stringify(told.blocks)).toContain('Subscribed');
    // "This channel" would be that of the messages: the answer names the one that it is about, and has no buttons.
    expect(JSON.stringify(told.blocks)).toContain(`"channel_id":"${channel}"`);
    expect(JSON.stringify(told.blocks)).not.toContain('"button"');
  });

  it('answers though its token was revoked meanwhile, and tells the operator what to do', async () => {
    const { slack, logged } = kept(await startBot());
    const by = { user: slack.addUser().id, channel: slack.addChannel().id };
    slack.revoke(slack.botToken);
    const { shown } = await (await slack.people.command('subscribe', by)).answer();
    expect(JSON.stringify(shown?.blocks)).toContain('Slack did not open the form');
    const { err, requestId } = await logged('did not open a form');
    expect(err?.message).toContain('install the app');
    expect(requestId).toMatch(/^[\da-f]{8}$/);
  });

  it('stops once what was in hand is done', async () => {
    const held = Promise.withResolvers<void>();
    const { slack, bot } = kept(await startBot({ conversation: aConversation(held.promise) }));
    const channel = slack.addChannel().id;
    await slack.people.command('slow', { user: slack.addUser().id, channel });
    const stopped = bot.stop();
    held.resolve();
    await stopped;
    expect(slack.ephemerals(channel)).toHaveLength(1);
    expect(slack.connections.filter(({ isOpen }) => isOpen)).toEqual([]);
  });
});

describe('over HTTP', () => {
  const startHttp = async () => {
    const slack = await startSlack({ scopes });
    const conversation = aConversation();
    const bot = kept(createBotIn(slack, { signingSecret: slack.signingSecret, port: 0, conversation }));
    await bot.bot.start();
    const { port } = await bot.logged('Listening for requests of Slack');
    const people = slack.peopleOverHttp(`http://127.0.0.1:${port}/slack/events`);
    const by = { user: slack.addUser().id, channel: slack.addChannel().id };
    return { ...bot, slack, port, conversation, people, by };
  };

  it('answers commands, buttons, forms and the home tab', async () => {
    const { slack, people, by } = await startHttp();
    const { shown } = await (await people.command('page 1', by)).answer();
    if (shown === undefined) throw new Error('nothing is shown');
    const turned = await (await people.press('Next', shown, by.user)).answer();
    expect(JSON.stringify(turned.shown?.blocks)).toContain('Page 2');
    const view = await (await people.command('subscribe', by)).view();
    const { options } = await people.type('company', 'net', view, by.user);
    expect(options).toHaveLength(1);
    const refused = await people.submit(view, { at: '03:00' });
    expect(refused.payload).toMatchObject({ response_action: 'errors' });
    await people.openHome(by.user);
    await slack.next('view', ({ type }) => type === 'home');
  });

  it('says when it starts what Slack has to be told of it (a bot that runs and is never called)', async () => {
    const { logged } = await startHttp();
    const { msg } = await logged('Listening for requests of Slack');
    for (const words of ['Socket Mode off', '/slack/events', 'select menus', 'events']) expect(msg).toContain(words);
  });

  it('answers a request once that Slack sends again', async () => {
    const { people, by, conversation } = await startHttp();
    const first = await people.command('kafka', by);
    await first.answer();
    await people.repeat(first);
    await (await people.command('kafka', by)).answer();
    expect(conversation.asked).toHaveLength(2);
  });

  it('answers once what somebody recorded and sends again as it was, signature and all, within the five minutes', async () => {
    const { slack, port, conversation, by } = await startHttp();
    const body = new URLSearchParams({
      command: '/digest',
      text: 'kafka',
      team_id: slack.teamId,
      user_id: by.user,
      channel_id: by.channel,
      trigger_id: '1.2.recorded',
      response_url: `${slack.url}/nowhere`,
    }).toString();
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', slack.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const send = (changes: Readonly<Record<string, string>> = {}, sent = body) =>
      fetch(`http://127.0.0.1:${port}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signature}`,
          ...changes,
        },
        body: sent,
      });
    for (let times = 0; times < 3; times++) expect((await send()).status).toBe(200);
    // Neither its time nor anything of it can be another.
    expect((await send({ 'x-slack-request-timestamp': String(Number(timestamp) + 1) })).status).toBe(401);
    expect((await send({}, body.replace('recorded', 'once-more'))).status).toBe(401);
    expect((await send({ 'x-slack-signature': `v0=${signature.slice(0, -1)}` })).status).toBe(401);
    expect(conversation.asked.map(({ asked }) => asked)).toEqual(['kafka']);
  });

  it('lets nobody fill the log with requests that are refused', async () => {
    const bot = await startHttp();
    for (let sent = 0; sent < 30; sent++) await bot.people.forge('wrong-signature', 'kafka', bot.by);
    expect(wrongLines(bot)).toHaveLength(20);
    await (await bot.people.command('kafka', bot.by)).answer();
  });

  it('refuses more than Slack ever sends before it is signed for, and lives', async () => {
    const { port, people, by, conversation } = await startHttp();
    const answer = await fetch(`http://127.0.0.1:${port}/slack/events`, {
      method: 'POST',
      body: 'x'.repeat(1_100_000),
    });
    expect(answer.status).toBe(413);
    await (await people.command('kafka', by)).answer();
    expect(conversation.asked).toHaveLength(1);
  });

  it.each([
    ['wrong-signature', 'signature mismatch'],
    ['no-signature', 'x-slack-signature'],
    ['six-minutes-old', 'stale'],
  ] as const)('refuses a request with %s, in a clear log line, and lives', async (forgery, words) => {
    const { people, by, logged, conversation } = await startHttp();
    expect((await people.forge(forgery, 'kafka', by)).status).toBe(401);
    expect((await logged(words)).level).toBe(40);
    expect(conversation.asked).toEqual([]);
    await (await people.command('kafka', by)).answer();
    expect(conversation.asked).toHaveLength(1);
  });

  it('passes the checks that Slack makes of an address', async () => {
    const { people } = await startHttp();
    expect(await people.verifyUrl('3eZbrw1aB')).toMatchObject({
      status: 200,
      body: expect.stringContaining('3eZbrw1aB'),
    });
    expect((await people.checkSsl()).status).toBe(200);
  });
});

describe('a start that cannot succeed says what to do', () => {
  it('for a token that was revoked', async () => {
    const slack = await startSlack({ scopes });
    slack.revoke(slack.botToken);
    const { bot } = kept(createBotIn(slack));
    await expect(bot.start()).rejects.toMatchObject({
      code: 'revoked',
      message: expect.stringContaining('install the app'),
    });
  });

  it('for an app-level token that is refused', async () => {
    const slack = await startSlack({ scopes });
    slack.revoke(slack.appToken, 'invalid_auth');
    const { bot } = kept(createBotIn(slack));
    await expect(bot.start()).rejects.toMatchObject({ code: 'revoked' });
  });

  it('for a token of the wrong kind', async () => {
    const slack = await startSlack({ scopes });
    const { bot } = kept(createBotIn(slack, { appToken: slack.botToken }));
    await expect(bot.start()).rejects.toMatchObject({ message: expect.stringContaining('xapp-') });
  });

  it('for a scope without which nothing works', async () => {
    const { bot } = kept(createBotIn(await startSlack({ scopes: ['chat:write'] })));
    await expect(bot.start()).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('commands (to answer /digest)'),
    });
  });

  it('for an app-level token without its scope', async () => {
    const { bot } = kept(createBotIn(await startSlack({ scopes, appScopes: [] })));
    await expect(bot.start()).rejects.toMatchObject({
      code: 'no-permission',
      message: expect.stringContaining('connections:write'),
    });
  });

  it('for a port that is taken', async () => {
    const slack = await startSlack({ scopes });
    const port = Number(new URL(slack.url).port);
    const { bot } = kept(createBotIn(slack, { signingSecret: slack.signingSecret, port }));
    await expect(bot.start()).rejects.toMatchObject({
      code: 'no-port',
      message: expect.stringContaining(`${port}`),
    });
  });

  it('but starts without the scopes that it can do without, and says so', async () => {
    const bot = kept(createBotIn(await startSlack({ scopes: ['commands', 'chat:write'] })));
    await bot.bot.start();
    expect(wrongLines(bot)).toHaveLength(4);
  });
});
