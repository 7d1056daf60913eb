import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Subscription, weekdays } from '../../src/edition/subscription.ts';
import { onPostgres } from '../engines.ts';
import { createDatabase, startPostgres } from '../postgres/server.ts';
import { chatServers, fillArchive, folderWith, partsOfEdition, subscribeIn, today } from './chat-servers.ts';
import { begin, digest, type Running } from './digest.ts';

const servers = chatServers();

/** All but the day of the edition: it is not brought there by itself. */
const otherDays = weekdays.filter((_, index) => (index + 1) % 7 !== new Date(today).getUTCDay());

describe('run --role, where the archive is a file,', () => {
  it.each(['bot', 'worker'])('says of %s that one process does all, and what to do', async role => {
    const env = { ...servers.slackEnv(), DATABASE_URL: 'data/archive.db' };
    const { code, stderr } = await digest(['run', '--role', role], { env });
    expect(code).toBe(1);
    expect(stderr).toContain(
      `--role ${role} divides the work between processes, and the archive data/archive.db is for one.`,
    );
    expect(stderr).toContain('Leave --role out, or name a Postgres database in DATABASE_URL.');
  });

  it('does all, as without it, where that is said', async () => {
    const run = begin(['run', '--role', 'all'], { cwd: await folderWith(servers.inSlack()), env: servers.slackEnv() });
    await run.said(/Delivered/);
    run.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
  });
});

describe('run --role, on a Postgres that several share,', () => {
  let place: Awaited<ReturnType<typeof onPostgres.createPlace>>;
  let runs: Running[];
  beforeEach(async () => {
    place = await onPostgres.createPlace();
    runs = [];
  });
  afterEach(async () => {
    for (const run of runs) run.kill('SIGTERM');
    await Promise.all(runs.map(run => run.ended));
    await place.remove();
  });

  const settings = () => ({
    ...servers.slackEnv(),
    DATABASE_URL: 'postgresUrl' in place.address ? place.address.postgresUrl : '',
  });
  const start = (role: string, env: Readonly<Record<string, string>> = {}): Running => {
    const run = begin(['run', '--role', role], { env: { ...settings(), ...env } });
    runs.push(run);
    return run;
  };
  const subscribe = (...channels: readonly Partial<Subscription>[]) => fillArchive(place.address, ...channels);
  /** Ordinals of the parts that stand in a channel's one thread, in order. */
  const threadIn = (channel: string) => {
    const [parent, ...others] = servers.slack.messages(channel);
    expect(others).toEqual([]);
    return servers.slack.thread(channel, parent?.ts ?? '');
  };

  it('worker delivers and hears nobody, and bot answers, and has posted now what a person asks for', async () => {
    const { slack } = servers;
    const [one, two] = [servers.inSlack(), servers.inSlack()];
    await subscribe(one, { ...two, weekdays: otherDays });
    const worker = start('worker');
    const bot = start('bot');
    await Promise.all([worker.said(/Delivered/), bot.said(/Listening in Slack/)]);
    expect(threadIn(one.channel)).toHaveLength(partsOfEdition);

    const asked = await slack.people.command('post', {
      user: slack.addUser({ isAdmin: true }).id,
      channel: two.channel,
    });
    expect(JSON.stringify((await asked.answer()).body ?? '')).toMatch(/is on its way|is posted/);
    await worker.said(new RegExp(`${two.channel}.*Delivered`));
    expect(threadIn(two.channel)).toHaveLength(partsOfEdition);

    for (const run of [worker, bot]) run.kill('SIGTERM');
    const said = await Promise.all([worker.ended, bot.ended]);
    expect(said.map(({ code }) => code)).toEqual([0, 0]);
    expect(said[0].stderr).toContain('This process makes editions and delivers them.');
    expect(said[0].stderr).not.toContain('Listening');
    expect(said[1].stderr).toContain('This process answers people.');
    expect(said[1].stderr).not.toContain('Delivered');
  });

  it('all works beside another of its kind, and neither says that the other delivers', async () => {
    const channels = Array.from({ length: 6 }, () => servers.inSlack());
    await subscribe(...channels);
    const all = [start('all'), start('all')];
    await servers.slackMessages(partsOfEdition * channels.length);
    for (const run of all) run.kill('SIGTERM');
    for (const { stderr } of await Promise.all(all.map(run => run.ended))) {
      expect(stderr).not.toContain('Another process');
      expect(stderr).toContain('The next edition is made on');
    }
    for (const { channel } of channels) expect(threadIn(channel)).toHaveLength(partsOfEdition);
  });

  it('worker hands over what it has in hand when it is told to end: another goes on at once, with no part lost or doubled', async () => {
    // So many that the first is far from done when the second is up, however long that takes.
    const channels = Array.from({ length: 24 }, () => servers.inSlack());
    await subscribe(...channels);
    const first = start('worker');
    await servers.slackMessages(6);
    const second = start('worker');
    await second.said(/This process makes editions/);
    const left = partsOfEdition * channels.length - 6;
    const rest = servers.slackMessages(left);
    first.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0 });
    const handedOver = Date.now();
    await rest;
    // What is left takes some twenty seconds, five messages in each; that the first was dead would be noticed after a minute.
    expect(Date.now() - handedOver).toBeLessThan(50_000);
    await second.said(/Delivered/);
    for (const { channel } of channels) expect(threadIn(channel)).toHaveLength(partsOfEdition);
  });

  it('post works beside a worker: what the other has in hand is said to be on its way, and nothing is doubled', async () => {
    const channels = Array.from({ length: 6 }, () => servers.inSlack());
    await subscribe(...channels);
    const worker = start('worker');
    await servers.slackMessages(1);
    const rest = servers.slackMessages(partsOfEdition * channels.length - 1);
    const { code, stdout, stderr } = await digest(['post'], { env: settings() });
    expect({ code, stderr: stderr.includes('Error') }).toEqual({ code: 0, stderr: false });
    expect(stdout).toMatch(
      /^The edition of .* stands in \d+ channels?\.( Another process brings it to \d+ more channels?\.)?\n$/,
    );
    await rest;
    worker.kill('SIGTERM');
    await worker.ended;
    for (const { channel } of channels) expect(threadIn(channel)).toHaveLength(partsOfEdition);
  });

  it('a run outlives a Postgres that is down for a while: it says so once a minute, and delivers once it is up again', async () => {
    const server = await startPostgres();
    const [one, two] = [servers.inSlack(), servers.inSlack()];
    const address = { postgresUrl: await createDatabase(server.url) };
    await fillArchive(address, one);
    const run = start('all', { DATABASE_URL: address.postgresUrl });
    await servers.slackMessages(partsOfEdition);
    await run.said(/Delivered/);
    await server.stop();
    await run.said(/does not answer/);
    await server.start();
    await subscribeIn(address, two);
    await servers.slackMessages(partsOfEdition);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr.match(/Nothing is posted until then/g)?.length).toBeLessThanOrEqual(3);
    expect(stderr).not.toMatch(/Something failed|unhandled|postgres:postgres/i);
    for (const { channel } of [one, two]) expect(threadIn(channel)).toHaveLength(partsOfEdition);
    await server.close();
  });
});
