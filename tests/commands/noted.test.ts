/** What is noted and counted of a request that went well. */
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createConversation } from '../../commands/conversation.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import type { Conversation } from '../../src/chat/conversation.ts';
import { silentMeter } from '../../src/edition/meter.ts';
import { channel, fill, manager, now } from './a-conversation.ts';

let archive: Archive;
let conversation: Conversation;
let lines: string[];
let lookUps: number[];
beforeEach(async () => {
  archive = await openArchive({ path: ':memory:' });
  await fill(archive);
  lines = [];
  lookUps = [];
  conversation = createConversation({
    archive,
    now: () => new Date(now),
    logger: pino({ base: null, level: 'debug' }, { write: line => void lines.push(line) }),
    defaults: { at: '07:30', timeZone: 'UTC' },
    meter: { ...silentMeter, lookedUp: seconds => lookUps.push(seconds) },
  });
});
afterEach(() => archive.close());

const ask = (asked: string, requestId?: string) =>
  conversation.answer({ asked, person: manager, place: channel, ...(requestId !== undefined && { requestId }) });

it('is a line of which command it was and how long it took, under its number, without what was asked', async () => {
  await ask('company:acme something-private', 'aaaaaaaa');
  await ask('subscriptions');
  expect(lines.map(line => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 20, requestId: 'aaaaaaaa', command: 'look-up', milliseconds: expect.any(Number) }),
    expect.objectContaining({ level: 20, requestId: expect.any(String), command: 'subscriptions' }),
  ]);
  expect(lines.join('')).not.toContain('private');
});

it('counts with its time where it looked something up', async () => {
  await ask('company:acme');
  await ask('nothing-has-this-word');
  for (const asked of ['', 'sources', 'company:']) await ask(asked);
  expect(lookUps).toHaveLength(2);
  expect(lookUps.every(seconds => seconds > 0 && seconds < 60)).toBe(true);
});
