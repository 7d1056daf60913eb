/** Many workspaces and several processes behind one address: each workspace has its own, whichever process answers. */
import { describe, expect, it } from 'vitest';
import { getInstallation } from '../../src/archive/installations.ts';
import { getSubscription } from '../../src/archive/subscriptions.ts';
import type { Fields, Message } from '../servers/slack/contract.ts';
import { fieldsOf } from '../servers/slack/fields.ts';
import type { Team } from '../servers/slack/teams/contract.ts';
import { type InstallsStage, key, type Process, startInstalls, subscribe } from './slack-installs-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

const hour = 3_600_000;

type Installed = Awaited<ReturnType<InstallsStage['installed']>>;

const peopleOf = ({ url }: InstallsStage, { team }: Installed) => team.peopleOverHttp(`${url}/slack/events`);

const read = (message: Message | undefined): string => readBlocks(there(message).blocks);

/** What a person sees for `/digest WORDS`. */
const ask = async (stage: InstallsStage, where: Installed, words: string): Promise<string> => {
  const asked = await peopleOf(stage, where).command(words, where);
  return read((await asked.answer()).shown);
};

const deliver = async ({ dispatcher }: Process): Promise<void> => {
  await dispatcher.takeUp();
  await dispatcher.idle();
};

const archiveOf = ({ processes }: InstallsStage) => there(processes[0]).secrets.archive;
const subscribed = (stage: InstallsStage, { team, channel, user }: Installed) =>
  subscribe(archiveOf(stage), team.teamId, channel, user);
const suspensionOf = async (stage: InstallsStage, { team: { teamId }, channel }: Installed) =>
  there(await getSubscription(archiveOf(stage), { platform: 'slack', workspace: teamId, channel })).suspension;
const installationOf = ({ processes }: InstallsStage, { teamId }: Team) =>
  getInstallation(there(processes[0]).secrets, { platform: 'slack', workspace: teamId });

/** The form is opened by one process, and what is filled in goes to the next. */
const subscribeByForm = async (stage: InstallsStage, where: Installed, user: string): Promise<void> => {
  const { channel } = where;
  const people = peopleOf(stage, where);
  const form = await (await people.command('subscribe', { user, channel })).view();
  await people.submit(form, { at: '09:30' });
  const told = await stage.slack.next('ephemeral', message => message.channel === channel);
  expect(read(told)).toContain('09:30');
};

/** The tokens with which a method was called for a channel. */
const tokensFor = (stage: InstallsStage, method: string, channel: string): readonly (string | undefined)[] =>
  stage.slack
    .calls(method)
    .filter(({ args }) => args.channel === channel)
    .map(({ token }) => token);

describe('two workspaces', () => {
  it('each subscribe by a form that one process opens and another takes, and see nothing of each other', async () => {
    const stage = await startInstalls();
    const [acme, globex] = [await stage.installed('Acme'), await stage.installed('Globex')];
    await subscribeByForm(stage, acme, acme.user);
    expect(await ask(stage, acme, 'status')).toContain('09:30');
    expect(await ask(stage, globex, 'status')).toContain('gets no editions');
    expect(await ask(stage, globex, 'kafka')).not.toBe('');
  });

  it('each have their own home tab, by their own token', async () => {
    const stage = await startInstalls();
    const [acme, globex] = [await stage.installed('Acme'), await stage.installed('Globex')];
    await subscribed(stage, acme);
    for (const one of [acme, globex]) {
      await peopleOf(stage, one).openHome(one.user);
      await stage.slack.next('view', ({ type, user }) => type === 'home' && user === one.user);
    }
    expect(readBlocks(there(acme.team.home(acme.user)).blocks)).toContain(acme.channel);
    expect(readBlocks(there(globex.team.home(globex.user)).blocks)).not.toContain(acme.channel);
    const tokens = stage.slack.calls('views.publish').map(({ token }) => token);
    expect(tokens).toEqual([acme.team.botToken, globex.team.botToken]);
  });

  it('each get the edition by their own token, whichever process brings it', async () => {
    const stage = await startInstalls();
    const both = [await stage.installed('Acme'), await stage.installed('Globex')];
    for (const one of both) await subscribed(stage, one);
    await deliver(there(stage.processes[1]));
    for (const { team, channel } of both) {
      expect(team.messages(channel)).toHaveLength(1);
      expect(new Set(tokensFor(stage, 'chat.postMessage', channel))).toEqual(new Set([team.botToken]));
    }
  });

  it('know their own administrators', async () => {
    const stage = await startInstalls({ managers: 'admins' });
    const [acme, globex] = [await stage.installed('Acme'), await stage.installed('Globex')];
    const admin = acme.team.addUser({ isAdmin: true }).id;
    await subscribeByForm(stage, acme, admin);
    expect(await ask(stage, globex, 'subscribe')).toContain('administrators');
    expect(await ask(stage, acme, 'status')).toContain('09:30');
  });
});

describe('a workspace that never installed the app', () => {
  it('gets nothing posted, is said not to have it, and costs the others nothing', async () => {
    const stage = await startInstalls({ processes: 1 });
    const acme = await stage.installed('Acme');
    const stranger = stage.slack.addTeam({ name: 'Stranger', isInstalled: false });
    await subscribed(stage, acme);
    await subscribe(archiveOf(stage), stranger.teamId, 'C0STRANGER', 'U0STRANGER');
    await deliver(there(stage.processes[0]));
    expect(acme.team.messages(acme.channel)).toHaveLength(1);
    expect(stage.log()).toMatch(
      new RegExp(`not installed in the Slack workspace ${stranger.teamId}: .*/slack/install`),
    );
  });
});

describe('a request that comes twice, the second time at another process', () => {
  it('is answered once: a command', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    const people = peopleOf(stage, acme);
    const asked = await people.command('kafka', acme);
    await asked.answer();
    await people.repeat(asked);
    await there(stage.processes[0]).bot.stop();
    await there(stage.processes[1]).bot.stop();
    expect(asked.answers).toHaveLength(1);
  });

  it('is answered once: an event that Slack had no acknowledgement of', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    const people = peopleOf(stage, acme);
    const opened = await people.openHome(acme.user);
    await stage.slack.next('view', ({ type }) => type === 'home');
    expect((await people.repeat(opened)).status).toBe(200);
    for (const { bot } of stage.processes) await bot.stop();
    expect(stage.slack.count('views.publish')).toBe(1);
  });

  it('shares an answer once, though its button is pressed twice', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    const people = peopleOf(stage, acme);
    const { shown } = await (await people.command('company:acme', acme)).answer();
    const answers = [];
    for (let press = 0; press < 2; press += 1) {
      answers.push((await (await people.press('Share in channel', there(shown), acme.user)).answer()).shown);
    }
    expect(answers.map(one => one?.onlyFor)).toEqual([undefined, acme.user]);
    expect(read(answers[1])).toContain('shared this already');
  });
});

describe('tokens that expire', () => {
  const refreshes = (stage: InstallsStage) =>
    stage.slack.calls('oauth.v2.access').filter(({ args }) => args.grant_type === 'refresh_token');
  const rotating = (processes = 2) => startInstalls({ slack: { botTokens: 'rotating' }, processes });
  const bodyOf = ({ answer }: { answer: { body: Fields } | undefined }): Fields => fieldsOf(answer?.body);
  const statuses = (stage: InstallsStage, where: Installed) =>
    Promise.all(
      stage.processes.map(({ bot }) =>
        bot.platform.tell(
          { workspace: where.team.teamId, id: where.user },
          {
            blocks: [{ kind: 'paragraph', content: [{ text: 'Hello' }] }],
          },
        ),
      ),
    );

  it('are renewed before they do, once, though all processes need them at once; for days', async () => {
    const stage = await rotating(4);
    const acme = await stage.installed('Acme');
    for (let times = 1; times <= 6; times += 1) {
      stage.clock.advance(11 * hour);
      await statuses(stage, acme);
      expect(refreshes(stage)).toHaveLength(times);
    }
    expect(refreshes(stage).every(call => bodyOf(call).ok)).toBe(true);
    expect(stage.slack.calls('chat.postMessage').every(call => bodyOf(call).ok)).toBe(true);
  });

  it('are renewed after they did, by one process while the others wait for it', async () => {
    const stage = await rotating(3);
    const acme = await stage.installed('Acme');
    stage.clock.advance(48 * hour);
    await statuses(stage, acme);
    expect(refreshes(stage)).toHaveLength(1);
    expect(stage.slack.calls('chat.postMessage').map(bodyOf)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ ok: true })),
    );
  });

  it('stay in use while they cannot be renewed, which is said, and are renewed later', async () => {
    const stage = await rotating(1);
    const acme = await stage.installed('Acme');
    stage.slack.fail('oauth.v2.access', { kind: 'error', error: 'internal_error' });
    stage.clock.advance(11 * hour);
    await statuses(stage, acme);
    expect(stage.log()).toContain('could not be renewed; it is tried again');
    stage.clock.advance(60_000);
    await statuses(stage, acme);
    expect(refreshes(stage).map(call => bodyOf(call).ok)).toEqual([false, true]);
  });

  it('that expired and cannot be renewed are said to be those of no workspace of ours, once Slack says so', async () => {
    const stage = await rotating(1);
    const acme = await stage.installed('Acme');
    stage.slack.fail('oauth.v2.access', { kind: 'error', error: 'invalid_refresh_token' });
    stage.clock.advance(13 * hour);
    await expect(statuses(stage, acme)).rejects.toMatchObject({
      code: 'revoked',
      reach: 'workspace',
      message: expect.stringMatching(/invalid_refresh_token.*install the app in the workspace again/),
    });
    await statuses(stage, acme);
  });
});

describe('a workspace that removes the app', () => {
  it.each(['tokens_revoked', 'app_uninstalled'] as const)(
    'has its token removed and its channels suspended, and the others go on; %s comes first',
    async first => {
      const stage = await startInstalls();
      const [acme, globex] = [await stage.installed('Acme'), await stage.installed('Globex')];
      await subscribed(stage, acme);
      await subscribed(stage, globex);
      await peopleOf(stage, acme).uninstall(first);
      for (const { bot } of stage.processes) await bot.stop();
      expect(await installationOf(stage, acme.team)).toBeUndefined();
      expect(await installationOf(stage, globex.team)).toBeDefined();
      expect(await suspensionOf(stage, acme)).toMatchObject({ reason: expect.stringContaining('was removed') });
      expect(await suspensionOf(stage, globex)).toBeUndefined();
      await deliver(await stage.start());
      expect(acme.team.messages(acme.channel)).toEqual([]);
      expect(globex.team.messages(globex.channel)).toHaveLength(1);
    },
  );

  it('gets its editions again once it installs the app again, whichever process it had removed it at', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    await subscribed(stage, acme);
    await peopleOf(stage, acme).uninstall();
    await until(async () => (await suspensionOf(stage, acme)) !== undefined);
    await deliver(there(stage.processes[0]));
    await acme.team.install(stage.installUrl, acme.user);
    acme.team.inviteBot(acme.channel);
    expect(await suspensionOf(stage, acme)).toBeUndefined();
    expect(await ask(stage, acme, 'status')).not.toContain('was removed');
    await deliver(there(stage.processes[1]));
    expect(acme.team.messages(acme.channel)).toHaveLength(1);
  });

  it('is noticed by every process within half a minute', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    const [, other] = stage.processes;
    await subscribed(stage, acme);
    await deliver(there(other));
    await acme.team.peopleOverHttp(`${there(stage.processes[0]).url}/slack/events`).uninstall();
    await until(async () => (await installationOf(stage, acme.team)) === undefined);
    stage.clock.advance(30_000);
    await expect(
      there(other).bot.platform.tell({ workspace: acme.team.teamId, id: acme.user }, { blocks: [] }),
    ).rejects.toMatchObject({ code: 'revoked', message: expect.stringContaining('/slack/install') });
  });

  it('and installs it again before Slack tells of it keeps what it has', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    await subscribed(stage, acme);
    const people = peopleOf(stage, acme);
    for (const event of [
      { type: 'app_uninstalled' },
      { type: 'tokens_revoked', tokens: { bot: [acme.team.botUserId] } },
    ]) {
      await people.event(event);
    }
    for (const { bot } of stage.processes) await bot.stop();
    expect(await installationOf(stage, acme.team)).toBeDefined();
    expect(await suspensionOf(stage, acme)).toBeUndefined();
    expect(stage.log()).toContain('in which it works: it stays');
  });

  it('is not taken to where only the token of a person was revoked', async () => {
    const stage = await startInstalls();
    const acme = await stage.installed('Acme');
    const calls = stage.slack.count('auth.test');
    await peopleOf(stage, acme).event({ type: 'tokens_revoked', tokens: { oauth: [acme.user] } });
    for (const { bot } of stage.processes) await bot.stop();
    expect(stage.slack.count('auth.test')).toBe(calls);
  });
});

describe('a key that is not the one', () => {
  const [other, next] = [Buffer.alloc(32, 8), Buffer.alloc(32, 9)];

  it('keeps the bot from starting, is said with what to do, and changes nothing', async () => {
    const stage = await startInstalls({ processes: 1 });
    const acme = await stage.installed('Acme');
    const before = await archiveOf(stage).db.selectFrom('installations').selectAll().execute();
    await expect(stage.start({ keys: [other] })).rejects.toMatchObject({
      code: 'wrong-key',
      message: expect.stringMatching(new RegExp(`${acme.team.teamId}.*DIGEST_TOKEN_KEY`)),
    });
    expect(await archiveOf(stage).db.selectFrom('installations').selectAll().execute()).toEqual(before);
    expect(await ask(stage, acme, 'status')).toContain('gets no editions');
  });

  it('is replaced by another without a stop: old and new, new and old, new', async () => {
    const stage = await startInstalls({ processes: 1, keys: [key, next] });
    const acme = await stage.installed('Acme');
    await subscribed(stage, acme);
    await stage.start({ keys: [next, key] });
    const last = await stage.start({ keys: [next] });
    await deliver(last);
    expect(acme.team.messages(acme.channel)).toHaveLength(1);
    const globex = await stage.installed('Globex');
    await subscribed(stage, globex);
    for (const process of stage.processes) await deliver(process);
    expect(globex.team.messages(globex.channel)).toHaveLength(1);
  });
});

/** Resolves once a process has seen to it. */
const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise(setImmediate);
};
