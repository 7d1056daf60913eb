import { describe, expect, it } from 'vitest';
import { chatServers, folderWith, partsOfEdition, today } from './chat-servers.ts';
import { digest } from './digest.ts';

const servers = chatServers();

describe('post --dry-run', () => {
  it('says what would go where and when, on both platforms, and posts nothing', async () => {
    const [one, two, other] = [servers.inSlack(), servers.inSlack(), servers.inDiscord()];
    const cwd = await folderWith(one, { ...two, companies: ['Nobody'] }, other);
    const run = await digest(['post', '--dry-run'], { cwd, env: servers.slackEnv() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const [title, ...lines] = run.stdout.trimEnd().split('\n');
    expect(title).toBe(`Engineering @ Scale — ${today}`);
    expect(lines.filter(line => !line.startsWith(' '))).toEqual([
      expect.stringMatching(
        `^discord ${other.channel} \\(in ${other.workspace}\\): due since .* at 00:00, UTC, 5 parts$`,
      ),
      expect.stringMatching(`^slack ${one.channel} \\(in ${one.workspace}\\): due since .* at 00:00, UTC, 5 parts$`),
      expect.stringMatching(
        `^slack ${two.channel} \\(in ${two.workspace}\\): due since .*, nothing, as it is a quiet day$`,
      ),
    ]);
    expect(lines.filter(line => /^ +1 {2}parent {2}.*Engineering @/.test(line))).toHaveLength(2);
    expect(lines.filter(line => /^ +\d {2}reply {3}\S/.test(line))).toHaveLength(2 * (partsOfEdition - 1));
    expect(servers.slack.calls()).toEqual([]);
  });

  it('says so where no channel is subscribed', async () => {
    const run = await digest(['post', '--dry-run'], { cwd: await folderWith() });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^Error: No channel is subscribed\. /);
  });

  it('needs no token', async () => {
    expect(await digest(['post', '--dry-run'], { cwd: await folderWith(servers.inSlack()) })).toMatchObject({
      code: 0,
    });
  });
});

describe('post', () => {
  it('posts once, however often it is called', async () => {
    const one = servers.inSlack();
    const surroundings = { cwd: await folderWith(one), env: servers.slackEnv() };
    expect(await digest(['post'], surroundings)).toMatchObject({
      code: 0,
      stdout: `The edition of ${today} stands in 1 channel.\n`,
    });
    expect(await digest(['post'], surroundings)).toMatchObject({ code: 0 });
    expect(servers.slack.messages(one.channel)).toHaveLength(1);
    expect((await digest(['post', '--dry-run'], surroundings)).stdout).toContain(': delivered\n');
  });

  it('names each channel that it cannot reach, and fails', async () => {
    const [one, other] = [servers.inSlack(), servers.inDiscord()];
    servers.slack.archive(one.channel);
    const run = await digest(['post'], { cwd: await folderWith(one, other), env: servers.slackEnv() });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`slack ${one.channel} (in ${one.workspace}): `);
    expect(run.stderr).toContain(`discord ${other.channel} (in ${other.workspace}): DISCORD_TOKEN is not set.`);
  });

  it('links to the web where PUBLIC_URL says', async () => {
    const one = servers.inSlack();
    const env = { ...servers.slackEnv(), PUBLIC_URL: 'https://digest.example.org/' };
    await digest(['post'], { cwd: await folderWith(one), env });
    const posted = JSON.stringify(servers.slack.messages(one.channel)[0]?.blocks);
    expect(posted).toContain(`https://digest.example.org/${today}`);
  });

  it.each([
    ['there is no edition', [], /^Error: There is no edition\. Make it first with `build`\.\n$/],
    ['there is none of the date', ['--date', '2020-01-01'], /^Error: There is no edition of 2020-01-01\. .*\n$/],
    ['the date is none', ['--date', '2026-02-30'], /^Error: "2026-02-30" is not a date of the calendar\. .*\n$/],
    ['the date is a word', ['--date', 'yesterday', '--dry-run'], /^Error: "yesterday" is not a date .*\n$/],
  ])('says so in one line where %s', async (_, options, message) => {
    const run = await digest(['post', ...options]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(message);
  });
});
