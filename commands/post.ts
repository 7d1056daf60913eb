/** `post`, behind a button: posts the latest edition in this channel now. */
import { z } from 'zod';
import { paragraph } from '../src/chat/message.ts';
import { deliveriesOf, subscriptionOf } from './channel.ts';
import { defineCommand } from './command.ts';

export const postCommand = defineCommand({
  name: 'post',
  help: 'Posts the latest edition in this channel now.',
  group: 'channel',
  options: z.object({}),
  example: '',
  run: async (_, context) => {
    const deliveries = deliveriesOf(context);
    return { blocks: [paragraph(await deliveries.postNow(await subscriptionOf(context)))] };
  },
});
