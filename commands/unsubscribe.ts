/** `/digest unsubscribe`: the channel gets no more editions. */
import { z } from 'zod';
import { progressOf } from '../src/archive/progress.ts';
import { listSubscriptions, removeSubscription } from '../src/archive/subscriptions.ts';
import { paragraph } from '../src/chat/message.ts';
import { datesAround } from '../src/delivery/due.ts';
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
    const progress = await progressOf(context.archive, datesAround(context.now().toISOString()), place);
    const isBegun = progress(place).unfinished.length > 0;
    return {
      blocks: [
        paragraph(`This channel gets no more editions.${had} Look-ups still work.`),
        ...(isBegun ? [paragraph('A thread that is being posted at this moment is still completed.')] : []),
        { kind: 'actions', actions: [{ label: 'Subscribe again', command: 'subscribe' }] },
      ],
    };
  },
});
