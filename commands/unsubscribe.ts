/** `/digest unsubscribe`: the channel gets no more editions. */
import { z } from 'zod';
import { removeSubscription } from '../src/archive/subscriptions.ts';
import { paragraph } from '../src/chat/message.ts';
import { subscriptionOf } from './channel.ts';
import { defineCommand } from './command.ts';
import { wantedText } from './subscription-text.ts';

export const unsubscribeCommand = defineCommand({
  name: 'unsubscribe',
  help: 'Posts no more editions in this channel.',
  group: 'channel',
  options: z.object({}),
  example: '',
  run: async (_, context) => {
    const former = await subscriptionOf(context);
    await removeSubscription(context.archive, former);
    return {
      blocks: [
        paragraph(`This channel gets no more editions. It had those ${wantedText(former)}. Look-ups still work.`),
        { kind: 'actions', actions: [{ label: 'Subscribe again', command: 'subscribe' }] },
      ],
    };
  },
});
