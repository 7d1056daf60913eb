import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { vendorLogger } from '../../../src/chat/slack/log.ts';

/** What a logger of Slack's libraries writes for `messages`, one line each. */
const written = (level: string, secrets: readonly string[], ...messages: readonly unknown[]): string => {
  const lines: string[] = [];
  const logger = pino({ level }, { write: line => void lines.push(line) });
  const slackLogger = vendorLogger(logger, secrets);
  for (const message of messages) {
    slackLogger.debug(message);
    slackLogger.error('Failed:', message);
  }
  return lines.join('');
};

describe('no secret of Slack reaches the log', () => {
  it.each([
    ['a bot token', 'Bearer xoxb-12-34-abcDEF', 'xoxb-12-34-abcDEF'],
    ['an app-level token', 'token=xapp-1-A0-99-beef', 'xapp-1-A0-99-beef'],
    ['a token that rotates', 'xoxe.xoxp-1-Mi0yLTE', 'Mi0yLTE'],
    ['the ticket of a websocket', 'wss://wss-primary.slack.com/link/?ticket=0ddba11&app_id=A1', '0ddba11'],
    [
      'a response URL as Slack writes JSON',
      String.raw`{"response_url":"https:\/\/hooks.slack.com\/actions\/T1\/2\/sEcReT"}`,
      'sEcReT',
    ],
    ['the token of old that verifies requests', '{"token":"Jhj5dZrVaK7ZwHHjRyZWjbDl"}', 'Jhj5dZrVaK7ZwHHjRyZWjbDl'],
    ['a response URL', '{"response_url":"https://hooks.slack.com/commands/T1/2/sEcReT"}', 'sEcReT'],
  ])('%s', (_what, message, secret) => {
    expect(written('trace', [], message)).not.toContain(secret);
  });

  it('one that looks like nothing, as it is known', () => {
    const lines = written('trace', ['8f742231b10e'], 'signed with 8f742231b10e');
    expect(lines).not.toContain('8f742231b10e');
    expect(lines).toContain('signed with [hidden]');
  });

  it('one within an object or an error', () => {
    expect(written('trace', [], { headers: { authorization: 'xoxb-1-a' } })).not.toContain('xoxb-1-a');
    expect(written('trace', [], new Error('refused xoxb-1-a'))).not.toContain('xoxb-1-a');
  });
});

it('the chatter of the vendor is not written where nobody asked for it', () => {
  expect(written('debug', [], 'pong').split('\n').filter(Boolean)).toHaveLength(1);
});
