/** What an app may do for a deed, and for how long: triggers, views, response URLs. */
import type { SlashCommand } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Running, silent, startInSocketMode } from './bolt-app.ts';
import { manualClock } from './clock.ts';
import type { Channel, SlackServer, User } from './contract.ts';
import type { Interaction } from './people/contract.ts';
import { startSlack } from './server.ts';

const clock = manualClock(Date.UTC(2026, 10, 25, 8));
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string, more = {}) => ({ type: 'modal' as const, title: plain(title), blocks: [], ...more });
const home = (text: string) => ({ type: 'home' as const, blocks: [{ type: 'header' as const, text: plain(text) }] });

let slack: SlackServer;
let running: Running;
let client: WebClient;
let user: User;
let channel: Channel;
let heard: SlashCommand[];

beforeEach(async () => {
  slack = await startSlack({ clock });
  user = slack.addUser();
  channel = slack.addChannel();
  heard = [];
  client = new WebClient(slack.botToken, {
    slackApiUrl: slack.url,
    logger: silent,
    retryConfig: { retries: 0 },
  });
  running = await startInSocketMode(slack, app =>
    app.command('/digest', async ({ ack, command }) => {
      heard.push(command);
      await ack();
    }),
  );
});
afterEach(async () => {
  await running.stop();
  await slack.close();
});

const command = async (): Promise<{ readonly deed: Interaction; readonly trigger: string; readonly url: string }> => {
  const deed = await running.people.command('', { user: user.id, channel: channel.id });
  const last = heard.at(-1);
  return { deed, trigger: last?.trigger_id ?? '', url: last?.response_url ?? '' };
};

describe('a trigger', () => {
  it('opens a view once', async () => {
    const { deed, trigger } = await command();
    await client.views.open({ trigger_id: trigger, view: modal('One') });
    expect(await deed.view()).toMatchObject({ user: user.id, type: 'modal' });
    await expect(client.views.open({ trigger_id: trigger, view: modal('Two') })).rejects.toThrow(
      'exchanged_trigger_id',
    );
  });

  it('opens a view within 3 s', async () => {
    const { trigger } = await command();
    clock.advance(3001);
    await expect(client.views.open({ trigger_id: trigger, view: modal('Late') })).rejects.toThrow('expired_trigger_id');
    await expect(client.views.open({ trigger_id: '1.2.3', view: modal('x') })).rejects.toThrow('invalid_trigger_id');
  });

  it('is kept for a view that is in order', async () => {
    const { trigger } = await command();
    const refused = client.views.open({ trigger_id: trigger, view: modal('x'.repeat(25)) });
    await expect(refused).rejects.toMatchObject({
      data: {
        error: 'invalid_arguments',
        response_metadata: { messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'] },
      },
    });
    expect(await client.views.open({ trigger_id: trigger, view: modal('x') })).toMatchObject({ ok: true });
  });

  it('pushes up to three views', async () => {
    for (const how of ['open', 'push', 'push'] as const)
      await client.views[how]({ trigger_id: (await command()).trigger, view: modal(how) });
    expect(slack.modals(user.id)).toHaveLength(3);
    const fourth = client.views.push({ trigger_id: (await command()).trigger, view: modal('four') });
    await expect(fourth).rejects.toThrow('push_limit_reached');
  });
});

describe('a view', () => {
  it('is updated unless it changed in the meantime', async () => {
    const opened = await client.views.open({ trigger_id: (await command()).trigger, view: modal('One') });
    const { id: view_id = '', hash = '' } = opened.view ?? {};
    await client.views.update({ view_id, hash, view: modal('Two') });
    await expect(client.views.update({ view_id, hash, view: modal('Three') })).rejects.toThrow('hash_conflict');
    await expect(client.views.update({ view_id: 'V0NONE', view: modal('x') })).rejects.toThrow('not_found');
    expect(slack.modals(user.id)).toMatchObject([{ json: { title: { text: 'Two' } } }]);
  });

  it('is published as the home tab', async () => {
    await client.views.publish({ user_id: user.id, view: home('One') });
    expect(slack.home(user.id)).toMatchObject({ type: 'home', blocks: [{ text: { text: 'One' } }] });
    const stale = client.views.publish({ user_id: user.id, hash: 'stale', view: home('Two') });
    await expect(stale).rejects.toThrow('hash_conflict');
    await expect(client.views.publish({ user_id: user.id, view: modal('x') })).rejects.toThrow('invalid_arguments');
  });

  it('tells of its closing where it asks to', async () => {
    await client.views.open({ trigger_id: (await command()).trigger, view: modal('x', { notify_on_close: true }) });
    const [view] = slack.modals(user.id);
    if (view === undefined) throw new Error('No view.');
    const closed = running.people.dismiss(view);
    // Nobody listens for it here, so bolt does not acknowledge it.
    clock.advance(3000);
    await expect(closed).rejects.toThrow('operation_timeout');
    expect(slack.modals(user.id)).toEqual([]);
  });
});

describe('a response URL', () => {
  const answer = async (url: string, body: object): Promise<readonly [number, string]> => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return [response.status, await response.text()];
  };

  it('takes five answers', async () => {
    const { url, deed } = await command();
    for (let count = 0; count < 5; count += 1) expect(await answer(url, { text: `${count}` })).toEqual([200, 'ok']);
    expect(await answer(url, { text: '5' })).toEqual([404, 'used_url']);
    expect(deed.answers.map(({ shown }) => shown?.text)).toEqual(['0', '1', '2', '3', '4']);
  });

  it('takes them within 30 minutes', async () => {
    const { url } = await command();
    clock.advance(30 * 60_000 + 1);
    expect(await answer(url, { text: 'late' })).toEqual([404, 'expired_url']);
  });

  it('takes no blocks over a limit', async () => {
    const { url } = await command();
    const blocks = [{ type: 'header', text: plain('x'.repeat(151)) }];
    expect(await answer(url, { blocks })).toEqual([400, 'invalid_blocks']);
    expect(await answer(url, {})).toEqual([400, 'no_text']);
    expect(slack.ephemerals(channel.id)).toEqual([]);
  });

  it('speaks in the channel where it is told to, though the bot is not in it', async () => {
    slack.removeBot(channel.id);
    const { url } = await command();
    await answer(url, { text: 'to all', response_type: 'in_channel' });
    expect(slack.messages(channel.id)).toMatchObject([{ text: 'to all' }]);
  });
});
