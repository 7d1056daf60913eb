import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createRequestLimit } from '../../commands/request-limit.ts';
import { listSubscriptions } from '../../src/archive/subscriptions.ts';
import type { Invocation, Person } from '../../src/chat/conversation.ts';
import { aTalk, channel, commandOf, fill, manager } from './a-conversation.ts';

const aLimitedTalk = async () => {
  const clock = { time: 0 };
  const notes: string[] = [];
  const logger = pino({ base: null }, { write: line => void notes.push(line) });
  const limit = createRequestLimit({ logger, stopwatch: () => clock.time });
  const talk = await aTalk({ limit });
  onTestFinished(() => talk.archive.close());
  await fill(talk.archive);
  return { ...talk, clock, notes };
};

const somebody = (id: number): Person => ({ ...manager, id: `U${100 + id}` });
const tooSoon =
  'That was quick: one person may ask 20 times in a row, and once more every 3 seconds. Nothing was lost: try again in';

describe('whoever asks too often', () => {
  it('is told so kindly, alone, with what they asked on a button', async () => {
    const { ask } = await aLimitedTalk();
    for (let asked = 0; asked < 20; asked++) expect((await ask('kafka')).text).not.toContain('quick');
    const { text, actions, answer } = await ask('share company:acme');
    expect(text).toBe(`${tooSoon} 3 seconds.`);
    expect(answer.audience).toBe('person');
    expect(commandOf(actions, 'Try again')).toBe('share company:acme');
  });

  it('is answered again once they waited for as long as they were told', async () => {
    const { ask, clock } = await aLimitedTalk();
    for (let asked = 0; asked < 20; asked++) await ask('kafka');
    clock.time = 2_999;
    expect((await ask('kafka')).text).toBe(`${tooSoon} 1 second.`);
    clock.time = 3_000;
    expect((await ask('kafka')).text).not.toContain('quick');
    expect((await ask('kafka')).text).toContain('quick');
  });

  it('keeps nobody else from asking', async () => {
    const { ask } = await aLimitedTalk();
    for (let asked = 0; asked < 40; asked++) await ask('kafka');
    expect((await ask('kafka', { person: somebody(1) })).text).not.toContain('quick');
  });

  it('may ask no more often by way of another channel, or of none', async () => {
    const { ask } = await aLimitedTalk();
    for (let asked = 0; asked < 20; asked++) await ask('kafka', { place: { ...channel, channel: `C${asked}` } });
    for (const place of [{ ...channel, channel: 'C99' }, 'nowhere'] as const)
      expect((await ask('kafka', { place })).text).toContain(tooSoon);
  });

  it('has changed nothing by what was put off', async () => {
    const { ask, archive } = await aLimitedTalk();
    for (let asked = 0; asked < 20; asked++) await ask('kafka');
    await ask('subscribe theme:databases');
    expect(await listSubscriptions(archive)).toEqual([]);
  });

  it('stands in the log once in a minute, however often they try', async () => {
    const { ask, notes, clock } = await aLimitedTalk();
    for (let asked = 0; asked < 50; asked++) await ask('kafka');
    expect(notes.map(line => JSON.parse(line))).toEqual([expect.objectContaining({ level: 30, person: manager.id })]);
    clock.time = 60_000;
    for (let asked = 0; asked < 50; asked++) await ask('kafka');
    expect(notes).toHaveLength(2);
  });
});

describe('whoever reads on', () => {
  it('is never told to wait, though they look through twelve pages of what they found at a page a second', async () => {
    const { ask, clock } = await aLimitedTalk();
    for (let page = 1; page <= 12; page++) {
      clock.time = page * 1000;
      expect((await ask(`kafka page:${page}`)).text).not.toContain('quick');
    }
  });
});

describe('a request', () => {
  const options = { theme: ['databases'] };
  const asked: Invocation = { command: 'subscribe', options };
  const request = { asked, person: manager, place: channel };

  it('counts once, though its platform asks for a form first and carries it out again', async () => {
    const { conversation } = await aLimitedTalk();
    const bare = { ...request, asked: 'subscribe' };
    for (let number = 0; number < 20; number++) {
      const requestId = `request-${number}`;
      expect(await conversation.form({ ...request, requestId })).toBeUndefined();
      for (let repeated = 0; repeated < 3; repeated++)
        expect((await conversation.answer({ ...request, requestId })).message).not.toMatchObject({
          blocks: [{ content: [{ text: expect.stringContaining('quick') }] }],
        });
    }
    expect(await conversation.form({ ...bare, requestId: 'one more' })).toBeUndefined();
  });

  it('that fills in a form is carried out, though many were made while the form stood open', async () => {
    const { ask, conversation, archive } = await aLimitedTalk();
    for (let number = 0; number < 40; number++) await ask('kafka');
    await conversation.answer({ ...request, isSubmission: true });
    expect(await listSubscriptions(archive)).toMatchObject([{ themes: ['databases'] }]);
  });

  it('of a form counts too: nobody fills one in without end', async () => {
    const { ask, conversation } = await aLimitedTalk();
    for (let number = 0; number < 40; number++) await conversation.answer({ ...request, isSubmission: true });
    expect((await ask('kafka')).text).toBe(`${tooSoon} 63 seconds.`);
    const { message } = await conversation.answer({ ...request, isSubmission: true });
    expect(JSON.stringify(message)).toContain('try again in 3 seconds');
  });

  it('by options of a platform is on the button in words, where words ask the same', async () => {
    const { ask } = await aLimitedTalk();
    for (let number = 0; number < 20; number++) await ask('kafka');
    const again = async (one: Invocation) => commandOf((await ask(one)).actions, 'Try again');
    expect(await again({ command: '', options: { company: ['Acme'], words: ['zero trust'] } })).toBe(
      'company:Acme zero trust',
    );
    expect(await again(asked)).toBe('subscribe theme:databases');
    expect(await again({ command: 'subscribe', options: { theme: [] } })).toBeUndefined();
    // As words it would be shared with all in the channel.
    expect(await again({ command: '', options: { words: ['share of memory'] } })).toBeUndefined();
  });
});

it('a channel and a workspace have a limit too, so that no crowd keeps the bot from others', async () => {
  const { ask, clock } = await aLimitedTalk();
  const from = (person: number, place: string) =>
    ask('help', { person: somebody(person), place: { ...channel, channel: place } });
  for (let person = 0; person < 60; person++) expect((await from(person, 'C1')).text).not.toContain('try again');
  expect((await from(60, 'C1')).text).toBe(
    'Very many ask in this channel at the moment. Nothing was lost: try again in 1 second.',
  );
  for (let person = 60; person < 300; person++) await from(person, `C${person}`);
  expect((await from(300, 'C300')).text).toContain('Very many ask in this workspace at the moment.');
  const elsewhere = { ...channel, workspace: 'T2' };
  expect((await ask('help', { person: somebody(301), place: elsewhere })).text).not.toContain('try again');
  clock.time = 1_000;
  expect((await from(302, 'C1')).text).not.toContain('try again');
});
