/** The Socket Mode of the loopback Slack, with the vendor's bolt and with a bare WebSocket. */
import { on } from 'node:events';
import { setImmediate as immediate } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startInSocketMode } from './bolt-app.ts';
import { manualClock } from './clock.ts';
import { fieldsOf } from './fields.ts';
import { startSlack } from './server.ts';

describe('Socket Mode', () => {
  const clock = manualClock(Date.UTC(2026, 10, 25, 8));

  it('tells a person that nothing was acknowledged after 3 s', async () => {
    const slack = await startSlack({ clock });
    const deed = slack.people.command('kafka', { user: slack.addUser().id, channel: slack.addChannel().id });
    clock.advance(2999);
    const state = await Promise.race([deed.then(() => 'acknowledged'), Promise.resolve('waiting')]);
    expect(state).toBe('waiting');
    clock.advance(1);
    await expect(deed).rejects.toThrow('operation_timeout');
    await slack.close();
  });

  it('tells the milliseconds to the acknowledgement', async () => {
    const slack = await startSlack({ clock });
    const running = await startInSocketMode(slack, app =>
      app.command('/digest', async ({ ack }) => {
        clock.advance(1234);
        await ack();
      }),
    );
    const deed = await running.people.command('', { user: slack.addUser().id, channel: slack.addChannel().id });
    expect(deed.milliseconds).toBe(1234);
    await running.stop();
    await slack.close();
  });

  it('sends an envelope again over another connection when the first is lost before the acknowledgement', async () => {
    const slack = await startSlack();
    let received = 0;
    const losesTheFirst = (app: App): void =>
      void app.command('/digest', async ({ ack }) => {
        received += 1;
        if (received > 1) return ack();
        for (const connection of slack.connections) connection.drop();
      });
    const running = await startInSocketMode(slack, losesTheFirst);
    await running.people.command('kafka', { user: slack.addUser().id, channel: slack.addChannel().id });
    expect(received).toBe(2);
    await running.stop();
    await slack.close();
  });

  it('sends an event that is not acknowledged again: at once, after a minute', async () => {
    const slack = await startSlack({ clock });
    const { url } = await new WebClient(slack.appToken, { slackApiUrl: slack.url }).apps.connections.open();
    const socket = new WebSocket(url ?? '');
    const frames = on(socket, 'message');
    const nextAttempt = async (): Promise<unknown> => fieldsOf(JSON.parse(String((await frames.next()).value?.[0])));
    expect(await nextAttempt()).toMatchObject({ type: 'hello', num_connections: 1 });

    const deed = slack.people.event({ type: 'channel_archive', channel: 'C1', user: 'U1' });
    expect(await nextAttempt()).toMatchObject({ retry_attempt: 0, accepts_response_payload: false });
    clock.advance(3000);
    expect(await nextAttempt()).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    clock.advance(3000);
    await immediate();
    clock.advance(60_000);
    const third = fieldsOf(await nextAttempt());
    expect(third).toMatchObject({ retry_attempt: 2 });
    socket.send(JSON.stringify({ envelope_id: third.envelope_id }));
    expect(await deed).toMatchObject({ status: 200, payload: undefined });
    socket.close();
    await slack.close();
  });

  it.each(['warning', 'refresh_requested'] as const)(
    'the client connects anew after "disconnect": %s',
    async reason => {
      const slack = await startSlack();
      const running = await startInSocketMode(slack, () => {});
      const first = await slack.next('connection');
      first.disconnect(reason);
      const second = await slack.next('connection');
      expect(second.id).not.toBe(first.id);
      await running.stop();
      await slack.close();
    },
  );

  it('shares the envelopes out among several connections, and pings each', async () => {
    const slack = await startSlack();
    const heard: number[] = [];
    const counting = (which: number) => (app: App) =>
      void app.command('/digest', async ({ ack }) => {
        heard.push(which);
        await ack();
      });
    const running = [await startInSocketMode(slack, counting(1)), await startInSocketMode(slack, counting(2))];
    const by = { user: slack.addUser().id, channel: slack.addChannel().id };
    await slack.people.command('', by);
    await slack.people.command('', by);
    expect(heard.sort()).toEqual([1, 2]);
    await Promise.all(slack.connections.map(connection => connection.ping()));
    for (const one of running) await one.stop();
    await slack.close();
  });

  it('takes the tokens away when the app is removed', async () => {
    const slack = await startSlack();
    const heard: string[] = [];
    const running = await startInSocketMode(slack, app => {
      app.event('tokens_revoked', async ({ event }) => void heard.push(event.type));
      app.event('app_uninstalled', async ({ event }) => void heard.push(event.type));
    });
    await running.people.uninstall();
    expect(heard).toEqual(['tokens_revoked', 'app_uninstalled']);
    await running.stop();
    await slack.close();
  });
});
