/** The HTTP side of the loopback Slack stands whatever becomes of those who call. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startSlack } from '../server.ts';

it('a client that is gone in the middle of a call leaves nothing done and nobody else in the lurch', async () => {
  const slack = await startSlack();
  const channel = slack.addChannel().id;
  const socket = connect(Number(new URL(slack.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST /api/chat.postMessage HTTP/1.1\r\nhost: loopback\r\nauthorization: Bearer ${slack.botToken}\r\n`;
  const sent = `${head}content-type: application/json\r\ncontent-length: 1000\r\n\r\n{"channel": "${channel}", "text": `;
  await new Promise<void>(resolve => socket.write(sent, () => resolve()));
  socket.destroy();
  await once(socket, 'close');
  const answer = await fetch(`${slack.url}auth.test`, { headers: { authorization: `Bearer ${slack.botToken}` } });
  expect(await answer.json()).toMatchObject({ ok: true });
  expect(slack.count()).toBe(1);
  expect(slack.messages(channel)).toEqual([]);
  await slack.close();
});
