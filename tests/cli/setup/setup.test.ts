import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { parseEnv, stripVTControlCharacters } from 'node:util';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { listSubscriptions } from '../../../src/archive/subscriptions.ts';
import { createDialogue, SetupLeft } from '../../../src/cli/setup/dialogue.ts';
import { setUp } from '../../../src/cli/setup/setup.ts';
import { chatServers } from '../chat-servers.ts';
import { digest } from '../digest.ts';

const enter = '\r';
const down = '\x1b[B';
const right = '\x1b[C';
const ctrlC = '\x03';

/** What is typed once the terminal shows something that it did not show before. */
type Answer = readonly [shown: string, ...keys: readonly string[]];

/** Sits at a terminal and answers, each question as it comes. */
const typist = (answers: readonly Answer[]) => {
  const input = new PassThrough();
  const waiting = [...answers];
  let shown = '';
  let unread = '';
  const output = new Writable({
    write: (chunk, _, done) => {
      const text = stripVTControlCharacters(String(chunk));
      shown += text;
      unread += text;
      const [next] = waiting;
      if (next !== undefined && unread.includes(next[0])) {
        waiting.shift();
        unread = '';
        const [, ...keys] = next;
        const press = (): void => {
          const key = keys.shift();
          if (key === undefined) return;
          input.write(key);
          setImmediate(press);
        };
        setImmediate(press);
      }
      done();
    },
  });
  return { dialogue: createDialogue({ input, output }), shown: () => shown, unanswered: waiting };
};

describe('the setup', () => {
  const servers = chatServers();

  const begin = async (answers: readonly Answer[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'setup-'));
    const envFile = join(folder, '.env');
    const browsed: string[] = [];
    const archivePath = join(folder, 'archive.db');
    const { SLACK_API_URL } = servers.slackEnv();
    const { DISCORD_API_URL } = servers.discordEnv();
    const person = typist(answers);
    const done = setUp({
      dialogue: person.dialogue,
      environment: { SLACK_API_URL, DISCORD_API_URL, DATABASE_URL: archivePath, TZ: 'Europe/Berlin' },
      envFile,
      exampleFile: '.env.example',
      browse: async address => void browsed.push(address),
      logger: pino({ level: 'silent' }),
      now: () => new Date('2026-04-01T06:00:00Z'),
    });
    const subscriptions = async () => {
      const archive = await openArchive({ path: archivePath });
      const found = await listSubscriptions(archive);
      await archive.close();
      return found;
    };
    return { ...person, done, browsed, envFile, subscriptions };
  };

  const slackTokens = (): readonly Answer[] => [
    ['Open it in the browser?', enter],
    ['Bot User OAuth Token', servers.slack.botToken, enter],
    ['App-Level Token (xapp', servers.slack.appToken, enter],
  ];
  const when: readonly Answer[] = [
    ['Which time zone?', enter],
    ['At what time', enter],
  ];

  it('makes a .env for Slack, and has a first channel subscribed that gets a message', async () => {
    const channel = servers.slack.addChannel({ name: 'engineering' });
    const { done, browsed, envFile, subscriptions, shown } = await begin([
      ['Where is your team?', ' ', enter],
      ...slackTokens(),
      ...when,
      ['Which channel gets', enter],
    ]);
    await done;
    expect(parseEnv(readFileSync(envFile, 'utf8'))).toEqual({
      SLACK_BOT_TOKEN: servers.slack.botToken,
      SLACK_APP_TOKEN: servers.slack.appToken,
      DIGEST_AT: '08:00',
      TZ: 'Europe/Berlin',
    });
    expect(await subscriptions()).toMatchObject([
      { platform: 'slack', channel: channel.id, at: '08:00', timeZone: 'Europe/Berlin', themes: [], companies: [] },
    ]);
    expect(JSON.stringify(servers.slack.messages(channel.id))).toContain('Engineering @ Scale is set up');
    expect(browsed).toHaveLength(1);
    expect(shown()).not.toContain(servers.slack.botToken);
  });

  it('fills Slack’s form for a new app in with the manifest', async () => {
    const { done, browsed } = await begin([
      ['Where is your team?', ' ', enter],
      ['Open it in the browser?', enter],
      ['Bot User OAuth Token', ctrlC],
    ]);
    await expect(done).rejects.toThrow(SetupLeft);
    const { origin, pathname, searchParams } = new URL(browsed[0] ?? '');
    expect(origin + pathname).toBe('https://api.slack.com/apps');
    expect(searchParams.get('new_app')).toBe('1');
    expect(JSON.parse(searchParams.get('manifest_json') ?? '')).toEqual(
      JSON.parse(readFileSync('manifest.json', 'utf8')),
    );
  });

  it('keeps the tokens of the platform before, where the person leaves amid the next one', async () => {
    const { done, envFile } = await begin([
      ['Where is your team?', ' ', down, ' ', enter],
      ...slackTokens(),
      ['Open it in the browser?', enter],
      ['Token of the bot', ctrlC],
    ]);
    await expect(done).rejects.toThrow(SetupLeft);
    const { slack } = servers;
    expect(parseEnv(readFileSync(envFile, 'utf8'))).toEqual({
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
    });
  });

  it('asks again for a token of the wrong kind, and for one that Slack does not take', async () => {
    servers.slack.addChannel({ name: 'engineering' });
    const { done, shown } = await begin([
      ['Where is your team?', ' ', enter],
      ['Open it in the browser?', right, enter],
      ['Bot User OAuth Token', 'xoxp-1', enter],
      ['not of a bot', ...Array.from('xoxp-1', () => '\x7f'), 'xoxb-of-nobody', enter],
      ['This token is not taken', servers.slack.botToken, enter],
      ['App-Level Token (xapp', servers.slack.appToken, enter],
      ...when,
      ['Which channel gets', down, enter],
    ]);
    await done;
    expect(shown()).toMatch(/This holds the token of a person, not of a bot\./);
    expect(shown()).not.toContain('xoxb-of-nobody');
  });

  it('waits until the bot was invited to the channel', async () => {
    const channel = servers.slack.addChannel({ name: 'engineering', isMember: false });
    const { done, shown, subscriptions } = await begin([
      ['Where is your team?', ' ', enter],
      ...slackTokens(),
      ...when,
      ['Which channel gets', enter],
      ['Done? Then I look again.', right, enter],
    ]);
    await done;
    expect(shown()).toMatch(/The bot is not in Slack's #engineering\. Type \/invite @\S+ there\./);
    expect(await subscriptions()).toEqual([]);
    expect(servers.slack.messages(channel.id)).toEqual([]);
  });

  it('makes a .env for Discord, with the link that invites the bot, and waits until it is in a server', async () => {
    const answers: Answer[] = [
      ['Where is your team?', down, ' ', enter],
      ['Open it in the browser?', right, enter],
      ['Token of the bot', servers.discord.token, enter],
      ['Done? Then I look again.', right, enter],
      ...when,
      ['Which channel gets', enter],
    ];
    const { done, envFile, shown } = await begin(answers);
    await done;
    expect(shown()).toContain(
      `https://discord.com/oauth2/authorize?client_id=${servers.discord.applicationId}&scope=bot%20applications.commands&permissions=`,
    );
    expect(parseEnv(readFileSync(envFile, 'utf8'))).toMatchObject({ DISCORD_TOKEN: servers.discord.token });
  });

  it('has a channel of Discord subscribed', async () => {
    const { channel } = servers.inDiscord();
    const { done, subscriptions } = await begin([
      ['Where is your team?', down, ' ', enter],
      ['Open it in the browser?', right, enter],
      ['Token of the bot', servers.discord.token, enter],
      ...when,
      ['Which channel gets', enter],
    ]);
    await done;
    expect(await subscriptions()).toMatchObject([{ platform: 'discord', channel }]);
    expect(JSON.stringify(servers.discord.messages(channel))).toContain('Engineering @ Scale is set up');
  });

  it('says so where there is no terminal, and changes nothing', async () => {
    const { code, stderr } = await digest(['setup']);
    expect(code).toBe(1);
    expect(stderr).toContain('run it in a terminal');
  });
});
