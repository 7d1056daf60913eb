/** A workspace removes the app and installs it again, while the others go on. */
import { describe, expect, it } from 'vitest';
import { ask, deliver, installationOf, peopleOf, subscribed, suspensionOf, until } from './slack-installs.ts';
import { startInstalls } from './slack-installs-stage.ts';
import { there } from './there.ts';

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
