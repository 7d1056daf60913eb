import pino from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { createSlackClient } from '../../../src/chat/slack/client.ts';
import { createRights, type Managers, type RightsOf } from '../../../src/chat/slack/managers.ts';
import { adminsScope, botScopes } from '../../../src/chat/slack/scopes.ts';
import type { SlackServer } from '../../servers/slack/contract.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { type RunningBot, startBot } from './a-bot.ts';
import { aConversation } from './a-conversation.ts';

const minute = 60_000;
const withoutAdmins = botScopes.map(({ name }) => name);
const withAdmins = [...withoutAdmins, adminsScope.name];

let slack: SlackServer;
let now = 0;
let running: RunningBot | undefined;

afterEach(async () => {
  await (running ?? slack).close();
  running = undefined;
});

const start = async (
  managers: Managers,
  scopes: readonly string[] = withAdmins,
): Promise<(person: string, workspace?: string) => ReturnType<RightsOf>> => {
  slack = await startSlack({ scopes });
  const logger = pino({ level: 'silent' });
  const client = createSlackClient({ token: slack.botToken, apiUrl: slack.url, logger });
  const rightsOf = createRights({ managers, clientOf: async () => client, logger, patience: 1_000, now: () => now });
  return (person, workspace = slack.teamId) => rightsOf(workspace, person);
};

const lookUps = (): number => slack.calls('users.info').length;

describe('who may change what a channel gets', () => {
  it('is whoever is in it, where nothing else is said, and Slack is not asked', async () => {
    const rightsOf = await start('members', withoutAdmins);
    expect(await rightsOf(slack.addUser().id)).toEqual({ mayManage: true });
    expect(lookUps()).toBe(0);
  });

  it('is whom the operator named, and Slack is not asked', async () => {
    const rightsOf = await start(['U024BE7LH', 'W0G9QF9C6'], withoutAdmins);
    expect(await rightsOf('W0G9QF9C6')).toEqual({ mayManage: true });
    expect(await rightsOf('U024BE7L')).toEqual({
      mayManage: false,
      whoMayManage: expect.stringContaining('operator of the bot has named'),
    });
    expect(lookUps()).toBe(0);
  });

  it.each([
    ['an administrator', { isAdmin: true }, true],
    ['an owner', { isOwner: true }, true],
    ['anybody else', {}, false],
    ['an administrator who left', { isAdmin: true, isDeleted: true }, false],
  ])('is an administrator of the workspace, where that is asked for: %s', async (_who, person, mayManage) => {
    const rightsOf = await start('admins');
    expect(await rightsOf(slack.addUser(person).id)).toMatchObject({ mayManage });
  });

  it('is asked of Slack once in a few minutes', async () => {
    const rightsOf = await start('admins');
    const { id } = slack.addUser({ isAdmin: true });
    for (let count = 0; count < 3; count += 1) expect(await rightsOf(id)).toEqual({ mayManage: true });
    expect(lookUps()).toBe(1);
    now += 5 * minute;
    expect(await rightsOf(id)).toEqual({ mayManage: true });
    expect(lookUps()).toBe(2);
  });

  it('is nobody while the bot may not see who is an administrator, and the scope is named', async () => {
    const rightsOf = await start('admins', withoutAdmins);
    const { id } = slack.addUser({ isOwner: true });
    const { mayManage, whoMayManage } = await rightsOf(id);
    expect(mayManage).toBe(false);
    expect(whoMayManage).toMatch(/users:read.*SLACK_MANAGERS/);
    slack.grant(withAdmins);
    expect(await rightsOf(id)).toEqual({ mayManage: true });
  });

  it.each([
    { kind: 'error', error: 'internal_error' },
    { kind: 'rate-limited', retryAfter: 30 },
    { kind: 'reset', when: 'before' },
  ] as const)('is nobody for the moment where Slack does not say: $kind', async fault => {
    const rightsOf = await start('admins');
    const { id } = slack.addUser({ isAdmin: true });
    slack.fail('users.info', fault);
    expect(await rightsOf(id)).toEqual({ mayManage: false, whoMayManage: expect.stringContaining('try again') });
    expect(await rightsOf(id)).toEqual({ mayManage: true });
  });
});

describe('the bot, where administrators alone may change what a channel gets', () => {
  const conversation = aConversation();
  const startFor = async (scopes: readonly string[]): Promise<RunningBot> => {
    running = await startBot({ conversation, managers: 'admins' }, scopes);
    return running;
  };

  it.each([
    ['an administrator', true],
    ['somebody else', false],
  ])('says so of %s, for a command, a button and a form', async (_who, isAdmin) => {
    const { slack: server } = await startFor(withAdmins);
    const { id: user } = server.addUser({ isAdmin });
    const { id: channel } = server.addChannel();
    const mayManage = (): unknown => conversation.asked.at(-1)?.person.mayManage;

    const { shown } = await (await server.people.command('page 1', { user, channel })).answer();
    expect(mayManage()).toBe(isAdmin);
    if (shown === undefined) throw new Error('nothing is shown');
    await (await server.people.press('Next', shown, user)).answer();
    expect(mayManage()).toBe(isAdmin);
    const view = await (await server.people.command('subscribe', { user, channel })).view();
    await server.people.submit(view, { at: '09:30' });
    expect(mayManage()).toBe(isAdmin);
    expect(server.calls('users.info')).toHaveLength(1);
  });

  it('acknowledges in time and answers, though Slack never says who is one', async () => {
    const { slack: server } = await startFor(withAdmins);
    const { id: user } = server.addUser({ isAdmin: true });
    server.fail('users.info', { kind: 'hang', when: 'before' });
    const { answers, answer } = await server.people.command('kafka', { user, channel: server.addChannel().id });
    expect(answers).toEqual([]);
    expect((await answer()).shown?.onlyFor).toBe(user);
    expect(conversation.asked.at(-1)?.person).toMatchObject({ mayManage: false });
  });

  it('tells the operator at its start that it may not see who is one', async () => {
    const { log } = await startFor(withoutAdmins);
    expect(log.map(({ msg }) => msg)).toContainEqual(expect.stringContaining('SLACK_MANAGERS=admins'));
  });
});
