import { describe, expect, it } from 'vitest';
import { weekdays } from '../../src/edition/subscription.ts';
import { chatServers, folderWith, partsOfEdition, today } from './chat-servers.ts';
import { begin } from './digest.ts';

const servers = chatServers();

/** All but the day of the edition: it is not brought there by itself. */
const otherDays = weekdays.filter((_, index) => (index + 1) % 7 !== new Date(today).getUTCDay());

describe('run, beside another process on the same archive', () => {
  it('complaint 2: delivers nothing and says so at once, while it answers look-ups and says kindly that it cannot post', async () => {
    const { slack } = servers;
    const [one, two] = [servers.inSlack(), servers.inSlack()];
    const cwd = await folderWith(one, { ...two, weekdays: otherDays });
    const first = begin(['run'], { cwd, env: servers.slackEnv() });
    await first.said(/Subscribed: 2 channels of Slack/);

    const settings = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.url };
    const second = begin(['run'], { cwd, env: { ...settings, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: '0' } });
    await second.said(/Another process delivers from data\/archive\.db: this one answers look-ups/);
    const people = slack.peopleOverHttp(
      `http://127.0.0.1:${await second.said(/"port":(\d+),"path":"\/slack\/events"/)}/slack/events`,
    );
    const by = { user: slack.addUser({ isAdmin: true }).id, channel: one.channel };
    const lookUp = await (await people.command('company:acme', by)).answer();
    expect(JSON.stringify(lookUp.body)).toContain('Moving the ledger');
    const posting = await (await people.command('post', { ...by, channel: two.channel })).answer();
    expect(JSON.stringify(posting.body)).toMatch(/Nothing can be posted .*Try again/);

    await first.said(/Delivered/);
    for (const run of [first, second]) run.kill('SIGTERM');
    expect(await second.ended).toMatchObject({
      code: 0,
      stderr: expect.not.stringMatching(/Delivered|The next edition is made/),
    });
    await first.ended;
    const [parent, ...others] = slack.messages(one.channel);
    expect(others).toEqual([]);
    expect(slack.thread(one.channel, parent?.ts ?? '')).toHaveLength(partsOfEdition);
  });
});
