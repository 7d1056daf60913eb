/** What people do in the loopback Slack reaches the vendor's bolt, in Socket Mode and over HTTP alike. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Running, type Start, startInSocketMode, startOverHttp } from './slack/bolt-app.ts';
import type { Channel, SlackServer, User } from './slack/contract.ts';
import { startSlack } from './slack/server.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const button = { type: 'button' as const, action_id: 'share', value: 'e1', text: plain('Share in channel') };
const menu = {
  type: 'static_select' as const,
  action_id: 'sort',
  options: ['newest', 'oldest'].map(value => ({ text: plain(value), value })),
};
const blocks = [{ type: 'actions' as const, elements: [button, menu] }];
const form = {
  type: 'modal' as const,
  callback_id: 'subscribe',
  private_metadata: 'C1',
  title: plain('Subscribe'),
  submit: plain('Subscribe'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'themes',
      optional: true,
      label: plain('Themes'),
      element: {
        type: 'multi_static_select' as const,
        action_id: 'themes',
        options: ['caching', 'storage'].map(value => ({ text: plain(value), value })),
      },
    },
    {
      type: 'input' as const,
      block_id: 'zone',
      label: plain('Zone'),
      element: { type: 'external_select' as const, action_id: 'zone', min_query_length: 2 },
    },
    {
      type: 'input' as const,
      block_id: 'time',
      label: plain('Time'),
      element: { type: 'timepicker' as const, action_id: 'time', initial_time: '08:30' },
    },
  ],
};

/** An app that does a little of everything. */
const listen = (app: App): void => {
  app.command('/digest', async ({ ack, command, client, respond }) => {
    if (command.text === 'at once') return ack({ text: 'in the acknowledgement', response_type: 'in_channel' });
    await ack();
    if (command.text === 'form') await client.views.open({ trigger_id: command.trigger_id, view: form });
    else await respond({ text: command.text, blocks });
  });
  app.action('share', async ({ ack, action, body, respond }) => {
    await ack();
    const value = 'value' in action ? action.value : '';
    const container = 'container' in body ? String(body.container?.is_ephemeral) : '';
    await respond({ text: `${value} ${container}`, replace_original: true });
  });
  app.action('sort', async ({ ack, action, respond }) => {
    await ack();
    await respond({ text: 'selected_option' in action ? (action.selected_option?.value ?? '') : '' });
  });
  app.options('zone', async ({ ack, payload }) =>
    ack({ options: [{ text: plain(`Europe/${payload.value}`), value: `Europe/${payload.value}` }] }),
  );
  app.view('subscribe', async ({ ack, view, client, body }) => {
    const { themes, zone, time } = view.state.values;
    if (time?.time?.selected_time === '23:59')
      return ack({ response_action: 'errors', errors: { time: 'Too late in the day.' } });
    await ack();
    const chosen = themes?.themes?.selected_options?.map(({ value }) => value).join('+');
    const text = [chosen, zone?.zone?.selected_option?.value, time?.time?.selected_time, view.private_metadata].join(
      ' ',
    );
    await client.views.publish({
      user_id: body.user.id,
      view: { type: 'home', blocks: [{ type: 'header', text: plain(text) }] },
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
  });
};

const modes: readonly (readonly [string, Start])[] = [
  ['Socket Mode', startInSocketMode],
  ['HTTP', startOverHttp],
];

describe.each(modes)('people reach the app over %s', (_name, start) => {
  let slack: SlackServer;
  let running: Running;
  let user: User;
  let channel: Channel;

  beforeEach(async () => {
    slack = await startSlack();
    user = slack.addUser();
    channel = slack.addChannel();
    running = await start(slack, listen);
  });
  afterEach(async () => {
    await running.stop();
    await slack.close();
  });
  const command = (words: string) => running.people.command(words, { user: user.id, channel: channel.id });

  it('shows what is answered through the response URL to the person alone', async () => {
    const deed = await command('company:cloudflare');
    const answer = await deed.answer();
    expect(deed).toMatchObject({ status: 200, payload: undefined });
    expect(answer).toMatchObject({ via: 'response_url', shown: { text: 'company:cloudflare', onlyFor: user.id } });
    expect(slack.messages(channel.id)).toEqual([]);
  });

  it('shows what is answered in the acknowledgement', async () => {
    const answer = await (await command('at once')).answer();
    expect(answer).toMatchObject({ via: 'acknowledgement', shown: { onlyFor: undefined } });
    expect(slack.messages(channel.id)).toMatchObject([{ text: 'in the acknowledgement' }]);
  });

  it('lets a button of an ephemeral answer be pressed, and replaced', async () => {
    const { shown } = await (await command('kafka')).answer();
    if (shown === undefined) throw new Error('Nothing was shown.');
    const pressed = await running.people.press('Share in channel', shown, user.id);
    await pressed.answer();
    expect(slack.ephemerals(channel.id)).toMatchObject([{ ts: shown.ts, text: 'e1 true', isEdited: true }]);
  });

  it('lets something be chosen from a menu', async () => {
    const { shown } = await (await command('kafka')).answer();
    if (shown === undefined) throw new Error('Nothing was shown.');
    await expect(running.people.choose('sort', 'best', shown, user.id)).rejects.toThrow('not among the options');
    await expect(running.people.press('order', shown, user.id)).rejects.toThrow('There is: button share');
    const chosen = await running.people.choose('sort', 'oldest', shown, user.id);
    expect(await chosen.answer()).toMatchObject({ shown: { text: 'oldest', onlyFor: user.id } });
  });

  it('lets a button of a posted message be pressed', async () => {
    const said = slack.next('message');
    await fetch(`${slack.url}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ channel: channel.id, text: 'x', blocks }),
    });
    await (await running.people.press('share', await said, user.id)).answer();
    expect(slack.messages(channel.id)).toMatchObject([{ text: 'e1 false' }]);
  });

  it('fills in a modal: options that the app offers, errors, submission', async () => {
    const modal = await (await command('form')).view();
    await expect(running.people.type('zone', 'W', modal, user.id)).rejects.toThrow('min_query_length');
    const { options } = await running.people.type('zone', 'Warsaw', modal, user.id);
    expect(options).toEqual([{ label: 'Europe/Warsaw', value: 'Europe/Warsaw' }]);
    await expect(running.people.submit(modal)).rejects.toThrow('"zone" must be filled in');
    await expect(running.people.submit(modal, { zone: 'Mars/Base' })).rejects.toThrow('not among the options');

    const refused = await running.people.submit(modal, { zone: 'Europe/Warsaw', time: '23:59' });
    expect(refused.payload).toMatchObject({ errors: { time: 'Too late in the day.' } });
    expect(slack.modals(user.id)).toHaveLength(1);

    await running.people.submit(modal, { zone: 'Europe/Warsaw', themes: ['caching', 'storage'] });
    const home = await slack.next('view', ({ type }) => type === 'home');
    expect(home.blocks).toMatchObject([{ text: { text: 'caching+storage Europe/Warsaw 08:30 C1' } }]);
    expect(slack.modals(user.id)).toEqual([]);
  });

  it('opens the home tab', async () => {
    await running.people.openHome(user.id);
    await slack.next('view');
    expect(slack.home(user.id)?.blocks).toMatchObject([{ type: 'divider' }]);
  });

  it('sends the same once more', async () => {
    const deed = await command('kafka');
    await deed.answer();
    const again = await running.people.repeat(deed);
    await again.answer();
    expect(again.sent).toEqual(deed.sent);
    expect(slack.ephemerals(channel.id)).toHaveLength(2);
  });
});

describe('over HTTP', () => {
  it.each(['wrong-signature', 'no-signature', 'six-minutes-old'] as const)(
    'bolt refuses a request: %s',
    async forgery => {
      const slack = await startSlack();
      const running = await startOverHttp(slack, listen);
      const by = { user: slack.addUser().id, channel: slack.addChannel().id };
      const answer = await slack.peopleOverHttp(running.address).forge(forgery, 'kafka', by);
      expect(answer.status).toBe(401);
      expect(slack.ephemerals(by.channel)).toEqual([]);
      await running.stop();
      await slack.close();
    },
  );

  it('bolt answers the challenge and the check of the certificate', async () => {
    const slack = await startSlack();
    const running = await startOverHttp(slack, listen);
    const people = slack.peopleOverHttp(running.address);
    expect(await people.verifyUrl('made up')).toMatchObject({ status: 200, body: 'made up' });
    expect(await people.checkSsl()).toMatchObject({ status: 200 });
    await running.stop();
    await slack.close();
  });

  it('an event that was not acknowledged comes again, and says so', async () => {
    const slack = await startSlack();
    const retries: unknown[] = [];
    const app = createServer((request, response) => {
      retries.push(request.headers['x-slack-retry-num']);
      response.writeHead(retries.length === 1 ? 500 : 200).end();
    });
    app.listen(0, '127.0.0.1');
    await once(app, 'listening');
    const address = app.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    await slack.peopleOverHttp(`http://127.0.0.1:${port}/`).event({ type: 'channel_left', channel: 'C1' });
    expect(retries).toEqual([undefined, '1']);
    app.close();
    await slack.close();
  });
});
