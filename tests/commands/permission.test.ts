/** What a channel gets is changed by whoever may manage it, and by nobody else, however they ask. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { commands } from '../../commands/index.ts';
import { listSubscriptions, saveSubscription } from '../../src/archive/subscriptions.ts';
import type { Request } from '../../src/chat/conversation.ts';
import { aSubscription } from '../delivery/a-subscription.ts';
import { aTalk, channel, fill, manager, member, now, textOf } from './a-conversation.ts';

const managing = commands.filter(({ group }) => group === 'channel').map(({ name }) => name);
const reading = commands.filter(({ group }) => group === 'look-up').map(({ name }) => name);

const options = { theme: ['databases'], at: ['09:00'] };

/** As it is typed or stands on a button; as a platform with options of its own gives it; as a form that was filled in. */
const ways: readonly (readonly [string, (name: string) => Pick<Request, 'asked' | 'isSubmission'>])[] = [
  ['typed, or by a button', name => ({ asked: name })],
  ['typed with options', name => ({ asked: `${name} theme:databases at:09:00` })],
  ['in other letters', name => ({ asked: `/DIGEST ${name.toUpperCase()}` })],
  ['to be shared', name => ({ asked: `share ${name}` })],
  ['by options of the platform', name => ({ asked: { command: name, options } })],
  ['by a form', name => ({ asked: { command: name, options }, isSubmission: true })],
];

/** A channel that gets editions, and what is asked of delivery for it. */
const aStage = async () => {
  const posted: string[] = [];
  const deliveries = {
    postNow: async () => {
      posted.push('posted');
      return 'Posted.';
    },
    obstacleTo: () => undefined,
  };
  const talk = await aTalk({ deliveries });
  onTestFinished(() => talk.archive.close());
  await fill(talk.archive);
  await saveSubscription(talk.archive, aSubscription(channel), now);
  const kept = async () => JSON.stringify(await listSubscriptions(talk.archive));
  return { ...talk, posted, kept };
};

it('is what these commands do', () => {
  expect(managing.toSorted()).toEqual(['post', 'subscribe', 'subscriptions', 'unsubscribe']);
});

describe.each(managing)('%s', name => {
  it.each(ways)('is kindly refused, %s, to whoever may not manage the channel, and nothing changes', async (_, way) => {
    const { conversation, posted, kept } = await aStage();
    const before = await kept();
    const { message, audience } = await conversation.answer({ ...way(name), person: member, place: channel });
    expect(textOf(message)).toMatch(
      /^(Only people who may manage this channel can change what it gets\.|“|There is no)/,
    );
    expect([audience, await kept(), posted]).toEqual(['person', before, []]);
  });

  it.each(ways)('opens no form for them: %s', async (_, way) => {
    const { conversation } = await aStage();
    expect(await conversation.form({ ...way(name), person: member, place: channel })).toBeUndefined();
  });

  it('is for whoever may', async () => {
    const { conversation } = await aStage();
    const { message } = await conversation.answer({ asked: name, person: manager, place: channel });
    expect(textOf(message)).not.toContain('Only people');
  });
});

it.each(reading)('%j is for everybody', async name => {
  const { conversation } = await aStage();
  const { message } = await conversation.answer({ asked: name, person: member, place: channel });
  expect(textOf(message)).not.toContain('Only people');
});
