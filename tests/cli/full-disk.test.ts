import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatServers, folderWith, partsOfEdition } from './chat-servers.ts';
import { begin, type Running } from './digest.ts';

const servers = chatServers();

/** Of util-linux. */
const prlimit = '/usr/bin/prlimit';

/** Lets no file of a process grow past so many bytes; what is shorter it may write as before. */
const limitFiles = ({ pid }: Running, bytes: number | 'unlimited'): void => {
  execFileSync(prlimit, [`--pid=${pid}`, `--fsize=${bytes}:`]);
};

describe.skipIf(!existsSync(prlimit))('run, where its files cannot grow (which takes prlimit)', () => {
  it('posts nothing and says why, answers look-ups, and posts all of it once there is room', async () => {
    const { slack } = servers;
    const one = servers.inSlack();
    const by = { user: slack.addUser({ isAdmin: true }).id, channel: one.channel };
    const ask = async (words: string) => JSON.stringify((await (await slack.people.command(words, by)).answer()).body);
    // So that there is time to limit the process before it delivers.
    slack.fail('auth.test', { kind: 'status', status: 503 });
    const run = begin(['run'], { cwd: await folderWith(one), env: servers.slackEnv() });
    await run.said(/Slack could not be started and is tried again/);
    limitFiles(run, 1);

    const told = await run.said(/"msg":"(The archive .*?)"/);
    expect(told).toMatch(
      /^The archive data\/archive\.db cannot be written \(.*\)\. .* Nothing is posted until then\.$/,
    );
    expect(await ask('company:acme')).toContain('Moving the ledger');
    expect(await ask('post')).toContain('That did not work');
    expect(slack.messages(one.channel)).toEqual([]);

    limitFiles(run, 'unlimited');
    await ask('post');
    await run.said(/Delivered/);
    run.kill('SIGTERM');
    expect(await run.ended).toMatchObject({ code: 0 });
    const [parent, ...others] = slack.messages(one.channel);
    expect(others).toEqual([]);
    expect(slack.thread(one.channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
  });
});
