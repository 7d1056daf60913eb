import { createServer } from 'node:net';
import { ChannelType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { chatServers, folderWith, partsOfEdition, today } from './chat-servers.ts';
import { begin, digest } from './digest.ts';

const servers = chatServers();
const bothEnv = () => ({ ...servers.slackEnv(), ...servers.discordEnv() });

describe('run, with the tokens of both platforms', () => {
  it('posts what is due as a thread on each, and ends in order when it is told to', async () => {
    const { slack, discord } = servers;
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    const cwd = await folderWith(one, other);
    const posted = Promise.all([servers.slackMessages(partsOfEdition), servers.discordMessages(partsOfEdition)]);
    const run = await digest(['run'], { cwd, env: bothEnv(), endedAfter: posted });
    expect(run.code).toBe(0);
    const [parent] = slack.messages(one.channel);
    expect(slack.thread(one.channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
    const [thread] = discord.threads(other.channel);
    expect(discord.messages(thread?.id ?? '')).toHaveLength(partsOfEdition - 1);
  });

  it('says first who is subscribed, when the next edition comes, what runs and what to type', async () => {
    const cwd = await folderWith(servers.inSlack(), servers.inSlack(), servers.inDiscord());
    const run = begin(['run'], { cwd, env: bothEnv() });
    await Promise.all([run.said(/Listening in Slack/), run.said(/Listening in Discord/)]);
    run.kill('SIGTERM');
    const { stderr } = await run.ended;
    expect(stderr).toContain('Subscribed: 1 channel of Discord and 2 channels of Slack.');
    expect(stderr).toContain('Due now: 1 channel of Discord and 2 channels of Slack.');
    expect(stderr).toMatch(/Next: \w+ \w+, on \w+ \d+ \w+ at .*\bUTC\b/);
    expect(stderr).toMatch(/The next edition is made on \w+ \d+ \w+ at 08:00, UTC\./);
    expect(stderr).toContain('Listening in Slack: type /digest there.');
    expect(stderr).toContain('Listening in Discord: type /digest there.');
  });

  it('says what to do first where no channel is subscribed', async () => {
    const run = begin(['run'], { cwd: await folderWith(), env: bothEnv() });
    expect(await run.said(/(No channel is subscribed yet.*?)"/)).toBe(
      'No channel is subscribed yet. Invite the bot to a channel, then type /digest subscribe in a channel of Slack or /digest-channel subscribe in a channel of Discord.',
    );
    run.kill('SIGTERM');
    await run.ended;
  });

  it('posts nothing twice and loses nothing where it is killed amid a delivery', async () => {
    const { slack, discord } = servers;
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    const surroundings = { cwd: await folderWith(one, other), env: bothEnv() };
    const amid = Promise.all([servers.slackMessages(2), servers.discordMessages(2)]);
    // One platform may have got all of it by then, and has nothing to tell after the restart.
    const whole = Promise.all([
      amid.then(() => servers.slackMessages(partsOfEdition - 2)),
      servers.discordMessages(partsOfEdition),
    ]);
    await digest(['run'], { ...surroundings, killedAfter: amid });
    const run = begin(['run'], surroundings);
    await whole;
    run.kill('SIGTERM');
    await run.ended;
    const [parent, ...others] = slack.messages(one.channel);
    expect(others).toEqual([]);
    expect(slack.thread(one.channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
    expect(discord.messages(other.channel)).toHaveLength(1);
    expect(discord.messages(discord.threads(other.channel)[0]?.id ?? '')).toHaveLength(partsOfEdition - 1);
  });

  it('asks a person who is too quick to wait, and goes on for the others', async () => {
    const { slack, discord } = servers;
    const run = begin(['run'], { cwd: await folderWith(), env: bothEnv() });
    await Promise.all([run.said(/Listening in Slack/), run.said(/Listening in Discord/)]);
    const { id: channel } = slack.addChannel();
    const inSlack = async (user: string): Promise<string> => {
      const asked = await slack.people.command('kafka', { user, channel });
      return JSON.stringify((await asked.answer()).body);
    };
    const guild = discord.addGuild();
    const { id: news } = discord.addChannel(guild, { name: 'news', type: ChannelType.GuildText });
    const person = discord.addPerson(guild);
    const inDiscord = async () => (await person.command(news, 'digest', { words: 'kafka' })).answered();

    const tooQuick = /That was quick: .* Nothing was lost: try again in \d+ seconds?\..*Try again/;
    const [quick, other] = [slack.addUser().id, slack.addUser().id];
    const asked = await Promise.all(Array.from({ length: 40 }, () => inSlack(quick)));
    expect(asked.filter(answer => !tooQuick.test(answer)).length).toBeGreaterThanOrEqual(20);
    expect(asked.some(answer => tooQuick.test(answer))).toBe(true);
    expect(await inSlack(other)).not.toMatch(tooQuick);

    const shown = await Promise.all(Array.from({ length: 40 }, inDiscord));
    const told = shown.find(message => tooQuick.test(JSON.stringify(message)));
    if (told === undefined) throw new Error('Nobody was asked to wait.');
    expect((await person.press(told, 'Try again')).callback.type).toBe(6);

    run.kill('SIGTERM');
    expect((await run.ended).stderr.match(/come too often/g)).toHaveLength(2);
  });

  it('links what it posts and what it answers to the web where PUBLIC_URL says', async () => {
    const { slack, discord } = servers;
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    const env = { ...bothEnv(), PUBLIC_URL: 'https://digest.example.org' };
    const run = begin(['run'], { cwd: await folderWith(one, other), env });
    await Promise.all([run.said(/"slack".*Delivered/), run.said(/"discord".*Delivered/)]);
    const asked = await slack.people.command('', { user: slack.addUser().id, channel: one.channel });
    const answer = await asked.answer();
    run.kill('SIGTERM');
    await run.ended;
    const page = `https://digest.example.org/${today}`;
    expect(JSON.stringify(slack.messages(one.channel)[0]?.blocks)).toContain(page);
    expect(JSON.stringify(discord.messages(other.channel)[0])).toContain(page);
    expect(JSON.stringify(answer.body)).toContain(page);
  });

  it('shows no token in its log', async () => {
    const { slack, discord } = servers;
    const cwd = await folderWith();
    const listening = Promise.all([slack.next('connection'), discord.next('gateway', ({ kind }) => kind === 'ready')]);
    const run = await digest(['run'], { cwd, env: { ...bothEnv(), LOG_LEVEL: 'trace' }, endedAfter: listening });
    for (const secret of [slack.botToken, slack.appToken, discord.token]) expect(run.stderr).not.toContain(secret);
    expect(run.stderr).toContain('"level"');
  });

  it('goes on with one where the other refuses its token', async () => {
    const cwd = await folderWith(servers.inSlack());
    servers.discord.revokeToken();
    const run = await digest(['run'], { cwd, env: bothEnv(), endedAfter: servers.slackMessages(partsOfEdition) });
    expect(run.stderr).toContain('Discord could not be started, the rest goes on: ');
    expect(run.code).toBe(0);
  });

  it('tries the other again where that cannot be reached, and ends at once all the same', async () => {
    const { discord } = servers;
    discord.faults.on({ path: /gateway/, times: 100 }, { kind: 'status', status: 503, when: 'before' });
    const run = begin(['run'], { cwd: await folderWith(servers.inSlack()), env: bothEnv() });
    await Promise.all([
      run.said(/Discord could not be started and is tried again in 5 seconds/),
      run.said(/Delivered/),
    ]);
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  });

  it('ends at once where a platform hangs while its bot is started', async () => {
    const { slack } = servers;
    slack.fail('auth.test', { kind: 'hang', when: 'before' });
    const run = begin(['run'], { cwd: await folderWith(), env: bothEnv() });
    await run.said(/Listening in Discord/);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain('took too long');
  });

  it('ends with one clear line where Discord closes the only connection for good', async () => {
    const run = begin(['run'], { cwd: await folderWith(), env: servers.discordEnv() });
    await run.said(/Listening in Discord/);
    servers.discord.gateway.close(4014);
    const { code, stderr } = await run.ended;
    expect(code).toBe(1);
    expect(stderr.match(/No platform is left\. Discord: .*4014/g)).toHaveLength(1);
  });

  it('ends with one clear line where no token works', async () => {
    const { slack } = servers;
    slack.revoke(slack.botToken, 'invalid_auth');
    const run = await digest(['run'], { env: servers.slackEnv() });
    expect(run.stderr).toMatch(/^Error: No platform could be started\. Slack: .*\n$/m);
    expect(run.stderr).not.toContain(slack.botToken);
    expect(run.code).toBe(1);
  });
});

describe('run, where Slack calls over HTTP', () => {
  const httpEnv = (port: number) => {
    const { slack } = servers;
    const settings = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.url };
    return { ...settings, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
  };

  it('answers what is signed, refuses what is not, and posts what is due', async () => {
    const { slack } = servers;
    const { channel, ...one } = servers.inSlack();
    const run = begin(['run'], { cwd: await folderWith({ channel, ...one }), env: httpEnv(0) });
    // The web is opened on it before Slack is heard there.
    const port = await run.said(/"port":(\d+),.*Listening for requests of Slack/);
    const people = slack.peopleOverHttp(`http://127.0.0.1:${port}/slack/events`);
    const by = { user: slack.addUser().id, channel };
    const answer = await (await people.command('company:acme', by)).answer();
    expect(JSON.stringify(answer.body)).toContain('company:acme');
    for (const forgery of ['wrong-signature', 'no-signature', 'six-minutes-old'] as const) {
      expect(await people.forge(forgery, 'company:acme', by)).toMatchObject({ status: 401 });
    }
    await run.said(/Delivered/);
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain(httpEnv(0).SLACK_SIGNING_SECRET);
    expect(slack.messages(channel)).toHaveLength(1);
  });

  it('ends with one clear line where the port is taken', async () => {
    const neighbour = createServer();
    const port = await new Promise<number>(done => {
      neighbour.listen(0, () => {
        const address = neighbour.address();
        done(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const run = await digest(['run'], { env: httpEnv(port) });
    neighbour.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(new RegExp(`^Error: No platform could be started\\. Slack: Port ${port} .*\\n$`, 'm'));
  });
});
