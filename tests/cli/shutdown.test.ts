/** How `run` ends amid a delivery: in order, within ten seconds (an end that takes longer exits with 1), and nothing is doubled or lost. */
import { once } from 'node:events';
import { existsSync, mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { deliveryKey } from '../../src/archive/deliveries.ts';
import { partsOf } from '../../src/archive/parts.ts';
import type { SubscribedChannel } from '../../src/archive/subscriptions.ts';
import { chatServers, folderWith, partsOfEdition, today } from './chat-servers.ts';
import { begin, emptyFolder } from './digest.ts';

const servers = chatServers();

const archiveIn = (cwd: string) => join(cwd, 'data/archive.db');

const statesIn = async (cwd: string, channel: SubscribedChannel): Promise<readonly string[]> => {
  const archive = await openArchive({ path: archiveIn(cwd) });
  const parts = await partsOf(archive, deliveryKey({ ...channel, edition: today }));
  await archive.close();
  return parts.map(({ state }) => state);
};

/** SQLite removes its log once a database is closed, and leaves it where the process was killed. */
const wasClosed = (cwd: string) => !existsSync(`${archiveIn(cwd)}-wal`);

const slackThread = (channel: string) => {
  const [parent, ...others] = servers.slack.messages(channel);
  expect(others).toEqual([]);
  return servers.slack.thread(channel, parent?.ts ?? '');
};

describe('run, told to end while it is loaded', () => {
  it('does not begin, closes the database and exits with 0 (a signal in the first second was not heard)', async () => {
    const cwd = emptyFolder();
    mkdirSync(join(cwd, 'data'));
    const folder = watch(join(cwd, 'data'));
    const opened = once(folder, 'change');
    const run = begin(['run'], { cwd, env: servers.slackEnv() });
    await opened;
    folder.close();
    run.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
    expect(wasClosed(cwd)).toBe(true);
    expect(servers.slack.calls('chat.postMessage')).toEqual([]);
  });
});

describe('run, told to end amid a delivery', () => {
  it('finishes and keeps the part in hand, begins no other, closes the database and exits with 0', async () => {
    const one = servers.inSlack();
    const cwd = await folderWith(one);
    // The rest has to wait, however late the signal comes.
    servers.slack.fail('chat.postMessage', { kind: 'rate-limited', retryAfter: 60 }, { call: 3 });
    const run = begin(['run'], { cwd, env: servers.slackEnv() });
    await servers.slackMessages(1);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('Stopping: what is in hand is finished.');
    expect(wasClosed(cwd)).toBe(true);
    const posted = slackThread(one.channel).length;
    expect(posted).toBeLessThan(partsOfEdition);
    const states = await statesIn(cwd, one);
    expect(states).toEqual(states.map((_, ordinal) => (ordinal < posted ? 'posted' : 'planned')));
  });

  it('lets a call go that hangs, and finds at the next start what it posted', async () => {
    const one = servers.inSlack();
    const surroundings = { cwd: await folderWith(one), env: servers.slackEnv() };
    servers.slack.fail('chat.postMessage', { kind: 'hang', when: 'after' }, { call: 2 });
    const run = begin(['run'], surroundings);
    await servers.slackMessages(2);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).toContain('is not answered and is let go');
    expect(wasClosed(surroundings.cwd)).toBe(true);
    expect(await statesIn(surroundings.cwd, one)).toEqual(['posted', 'sending', 'planned', 'planned', 'planned']);

    const next = begin(['run'], surroundings);
    await next.said(/Delivered/);
    next.kill('SIGTERM');
    await next.ended;
    expect(slackThread(one.channel)).toHaveLength(partsOfEdition);
  });

  it('ends at once where it is told so twice', async () => {
    const one = servers.inSlack();
    const cwd = await folderWith(one);
    servers.slack.fail('chat.postMessage', { kind: 'hang', when: 'after' });
    const run = begin(['run'], { cwd, env: servers.slackEnv() });
    await servers.slackMessages(1);
    run.kill('SIGTERM');
    await run.said(/Stopping/);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBeNull();
    expect(stderr).not.toContain('is let go');
  });
});

describe('run, that loses its last platform amid a delivery', () => {
  it('lets a call go that hangs as well, closes the database and exits with 1', async () => {
    const one = servers.inDiscord();
    const cwd = await folderWith(one);
    servers.discord.faults.on({ method: 'POST', path: /messages$/, nth: 2 }, { kind: 'silence', when: 'after' });
    const run = begin(['run'], { cwd, env: servers.discordEnv() });
    await servers.discordMessages(2);
    servers.discord.gateway.close(4014);
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr).toContain('No platform is left.');
    expect(stderr).toContain('is not answered and is let go');
    expect(stderr).not.toContain('took too long');
    expect(wasClosed(cwd)).toBe(true);
    expect(await statesIn(cwd, one)).toContain('sending');
  });
});
