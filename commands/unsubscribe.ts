/** `/digest unsubscribe`: the channel gets no more editions. */
import { z } from 'zod';
import { listSubscriptions, removeSubscription } from '../src/archive/subscriptions.ts';
import { paragraph } from '../src/chat/message.ts';
import { channelOf, notSubscribed } from './channel.ts';
import { defineCommand } from './command.ts';
import { wantedText } from './subscription-text.ts';

export const unsubscribeCommand = defineCommand({
  name: 'unsubscribe',
  help: 'Posts no more editions in this channel.',
  group: 'channel',
  options: z.object({}),
  example: '',
  run: async (_, context) => {
    const place = channelOf(context);
    const [former] = await listSubscriptions(context.archive, place);
    if (!(await removeSubscription(context.archive, place))) throw notSubscribed(context);
    const had = former === undefined ? '' : ` It had those ${wantedText(former)}.`;
    return {
      blocks: [
        paragraph(`This channel gets no more editions.${had} Look-ups still work.`),
        { kind: 'actions', actions: [{ label: 'Subscribe again', command: 'subscribe' }] },
      ],
    };
  },
});
