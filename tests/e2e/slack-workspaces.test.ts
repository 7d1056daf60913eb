/** Many workspaces and several processes behind one address: each workspace has its own, whichever process answers. */
import { describe, expect, it } from 'vitest';
import { ask, deliver, type Installed, peopleOf, read, subscribe, subscribed } from './slack-installs.ts';
import { type InstallsStage, startInstalls } from './slack-installs-stage.ts';
import { readBlocks } from './slack-text.ts';
import { there } from './there.ts';

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
    await subscribe(stage, stranger.teamId, 'C0STRANGER', 'U0STRANGER');
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
