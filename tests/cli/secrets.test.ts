/** Whole processes, each with a secret in every setting that is one, amid errors of every kind: none says a part of any. */
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { settings } from '../../src/settings.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';
import { begin, digest, emptyFolder } from './digest.ts';

const random = (bytes = 24): string => randomBytes(bytes).toString('base64url').replace(/[-_]/g, 'x');

const discordToken = `${random(18)}.${random(6)}.${random(28)}`;
const password = `pass/${random()}@word`;

/** One for each setting that is secret; those that a platform has to take are its own. */
const secretEnv = () => ({
  ANTHROPIC_API_KEY: `sk-ant-${random()}`,
  OPENAI_API_KEY: `sk-${random()}`,
  DIGEST_MODEL_KEY: random(),
  SLACK_BOT_TOKEN: `xoxb-${random()}`,
  SLACK_APP_TOKEN: `xapp-${random()}`,
  SLACK_SIGNING_SECRET: random(),
  SLACK_CLIENT_SECRET: random(),
  DIGEST_TOKEN_KEY: randomBytes(32).toString('hex'),
  DISCORD_TOKEN: discordToken,
  OPERATOR_TOKEN: random(),
});

/** As many letters of a secret tell which it is. */
const distinctive = 8;

/** Parts of the values in `env` that `text` shows, but for what every token of their kind begins with. */
const shownIn = (text: string, env: Readonly<Record<string, string>>): readonly string[] => {
  const names = settings.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  const values = names.flatMap(name => env[name] ?? []);
  const secrets = [...values, password, encodeURIComponent(password)].map(value =>
    value.replace(/^(sk-ant-|sk-|x\w+-)/, ''),
  );
  const forms = secrets.flatMap(secret => [secret, Buffer.from(secret).toString('base64'), encodeURIComponent(secret)]);
  return forms.flatMap(form =>
    Array.from({ length: Math.max(0, form.length - distinctive + 1) }, (_, from) =>
      form.slice(from, from + distinctive),
    ).filter(part => text.includes(part)),
  );
};

/** A server that says back what it was sent, as an error. */
let echo = '';
beforeAll(async () => {
  const server = createServer((request, response) => {
    const { authorization, 'x-api-key': key } = request.headers;
    const told = `Refused: ${authorization} ${String(key)}`;
    const isSlack = request.url?.startsWith('/api/') === true;
    response.writeHead(isSlack ? 200 : 401, { 'content-type': 'application/json' });
    const ofSlack = { ok: false, error: 'invalid_auth', response_metadata: { messages: [told] } };
    response.end(JSON.stringify(isSlack ? ofSlack : { message: told, code: 0, error: { message: told } }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  echo = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return () => void server.close();
});

const elsewhere = () => ({
  SLACK_API_URL: `${echo}/api`,
  DISCORD_API_URL: echo,
  ANTHROPIC_BASE_URL: echo,
  OPENAI_BASE_URL: echo,
});

/** A folder whose one blog is nowhere: nothing leaves the machine. */
const folder = (): string => {
  const cwd = emptyFolder();
  const blog = '<outline type="rss" text="Blog" xmlUrl="http://127.0.0.1:1/feed" htmlUrl="http://127.0.0.1:1/"/>';
  writeFileSync(join(cwd, 'list.opml'), `<opml version="2.0"><body>${blog}</body></opml>`);
  return cwd;
};

/** As the bot of one workspace, whose secrets are all but that of an app for many. */
const envOfOne = (): Readonly<Record<string, string>> => {
  const { SLACK_CLIENT_SECRET: _, ...rest } = secretEnv();
  return { ...rest, DIGEST_SOURCES: 'list.opml', LOG_LEVEL: 'trace', ...elsewhere() };
};

it('is looked for in every setting that is secret', () => {
  const names = settings.filter(({ isSecret }) => isSecret).map(({ name }) => name);
  expect(Object.keys(secretEnv()).toSorted()).toEqual(names.toSorted());
});

it('would be found by any part of it', () => {
  const env = secretEnv();
  for (const secret of Object.values(env)) {
    expect(shownIn(`… ${secret.slice(-12)} …`, env)).not.toEqual([]);
    expect(shownIn('nothing of it', env)).toEqual([]);
  }
});

describe('no process says a secret', () => {
  it('that runs in both platforms and on the web, at the level that tells most', async () => {
    const [slack, discord] = await Promise.all([startSlack(), startDiscord({ token: discordToken })]);
    onTestFinished(async () => {
      await Promise.all([slack.close(), discord.close()]);
    });
    const { SLACK_SIGNING_SECRET: _, ...rest } = envOfOne();
    const { botToken: SLACK_BOT_TOKEN, appToken: SLACK_APP_TOKEN, url: SLACK_API_URL } = slack;
    const env = { ...rest, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL, DISCORD_API_URL: discord.api };
    const run = begin(['run'], { cwd: folder(), env });
    const [port] = await Promise.all(
      [/"port":(\d+),"msg":"The editions can be read/, /Listening in Slack/, /Listening in Discord/].map(run.said),
    );
    const asked = await slack.people.command('kafka', { user: slack.addUser().id, channel: slack.addChannel().id });
    await asked.answer();
    const answers: string[] = [];
    for (const path of ['/metrics', '/preview?channel=x', '/readyz', `/${rest.OPERATOR_TOKEN}`]) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { Authorization: 'Bearer wrong-one' } });
      answers.push(await answer.text());
    }
    run.kill('SIGTERM');
    const { stdout, stderr } = await run.ended;
    expect(stderr).toContain('Provided token');
    expect(shownIn(stdout + stderr + answers.join(), env)).toEqual([]);
  });

  it('whose tokens are refused by whoever repeats them', async () => {
    const env = envOfOne();
    const { code, stdout, stderr } = await digest(['run'], { cwd: folder(), env });
    expect(code).toBe(1);
    expect(stderr).toContain('Refused: Bearer [hidden]');
    expect(shownIn(stdout + stderr, env)).toEqual([]);
  });

  it('that examines platforms and models which refuse it and repeat what they were sent', async () => {
    const env = { ...envOfOne(), DIGEST_MODEL: `anthropic:claude-x, openai:gpt-x, ${echo}/v1#local` };
    const { stdout, stderr } = await digest(['doctor'], { cwd: folder(), env });
    expect(stdout).toContain('WRONG');
    expect(shownIn(stdout + stderr, env)).toEqual([]);
  });

  it.each([['run'], ['search', 'kafka'], ['doctor'], ['status']])(
    'whose archive cannot be reached: %s',
    async (...args) => {
      const DATABASE_URL = `postgres://bot:${encodeURIComponent(password)}@127.0.0.1:1/digest`;
      const env = { ...envOfOne(), DATABASE_URL };
      const run = begin(args, { cwd: folder(), env });
      if (args[0] === 'run') void run.said(/127\.0\.0\.1:1/).then(() => run.kill('SIGTERM'));
      const { stdout, stderr } = await run.ended;
      expect(stdout + stderr).toContain('127.0.0.1:1');
      expect(shownIn(stdout + stderr, env)).toEqual([]);
    },
  );

  it('whose settings are of the wrong form, or in each other’s place', async () => {
    const given = secretEnv();
    const [names, values] = [Object.keys(given), Object.values(given)];
    const env = Object.fromEntries(names.map((name, index) => [name, `${values[(index + 1) % names.length]} !`]));
    const { code, stdout, stderr } = await digest(['run'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('SLACK_BOT_TOKEN');
    expect(shownIn(stdout + stderr, given)).toEqual([]);
  });
});
