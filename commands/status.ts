/** `/digest status`: whether all is well: the latest edition, what this channel gets next and got last, the sources that fail. */
import { z } from 'zod';
import { latestEdition } from '../src/archive/editions.ts';
import { sourceHealth } from '../src/archive/health.ts';
import type { Place } from '../src/chat/conversation.ts';
import { type Block, heading, paragraph, plain } from '../src/chat/message.ts';
import { waitingChannels } from '../src/delivery/coming.ts';
import { describeDelivery } from '../src/delivery/schedule.ts';
import { counted } from '../src/edition/counted.ts';
import { failureText } from '../src/edition/source.ts';
import { channelOf, notSubscribed, unreadableIn, unreadableText } from './channel.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { noEditionYet } from './overview.ts';
import { nextText, scheduleText, wantedText } from './subscription-text.ts';

export const statusCommand = defineCommand({
  name: 'status',
  help: 'Shows the latest edition, what this channel gets next, and the blogs that fail.',
  group: 'look-up',
  options: z.object({}),
  example: '',
  run: async (_, context) => ({
    blocks: [
      heading(2, 'Status'),
      ...(await editionBlocks(context)),
      ...(await channelBlocks(context)),
      ...(await sourceBlocks(context)),
    ],
  }),
});

const editionBlocks = async ({ archive }: CommandContext): Promise<readonly Block[]> => {
  const edition = await latestEdition(archive);
  if (edition === undefined) return [paragraph(noEditionYet)];
  const entries = counted(edition.deepDives.length, 'entry', 'entries');
  return [paragraph(`The latest edition is that of ${edition.date}, with ${entries}.`)];
};

const channelBlocks = async (commandContext: CommandContext): Promise<readonly Block[]> => {
  const { archive, now, deliveries, defaults } = commandContext;
  if (commandContext.place === undefined) return [];
  const place = channelOf(commandContext);
  const [subscription] = await waitingChannels(archive, now().toISOString(), place);
  if (subscription === undefined) return [paragraph(await noneText(place, commandContext))];
  const last = await deliveries?.lastPosted(place);
  const { timeZone } = subscription;
  return [
    paragraph(`This channel gets editions ${wantedText(subscription)}, ${scheduleText(subscription)}.`),
    paragraph(
      [
        `Next: ${nextText(subscription, defaults, now())}.`,
        last === undefined ? 'None was posted yet.' : `Last: ${describeDelivery({ instant: last }, timeZone)}.`,
      ].join(' '),
    ),
  ];
};

const noneText = async (place: Place, commandContext: CommandContext): Promise<string> =>
  (await unreadableIn(place, commandContext)).length === 0
    ? notSubscribed(commandContext).message
    : unreadableText(commandContext);

const sourceBlocks = async ({ archive }: CommandContext): Promise<readonly Block[]> => {
  const sources = await sourceHealth(archive);
  const failed = sources.filter(({ status }) => status === 'failed');
  if (sources.length === 0) return [paragraph('No source has been read yet.')];
  if (failed.length === 0) return [paragraph(`All ${counted(sources.length, 'source')} could be read.`)];
  return [
    paragraph(`${failed.length} of ${counted(sources.length, 'source')} could not be read:`),
    { kind: 'list', items: failed.map(source => plain(`${source.name} — ${failureText(source)}`)) },
  ];
};
