/** `/digest status`: the latest edition, what this channel got last and gets next, what is wrong there, the sources that fail. */
import { z } from 'zod';
import { latestEdition } from '../src/archive/editions.ts';
import { sourceHealth } from '../src/archive/health.ts';
import type { SavedSubscription } from '../src/archive/subscriptions.ts';
import type { Place } from '../src/chat/conversation.ts';
import { type Block, context, heading, paragraph, plain } from '../src/chat/message.ts';
import { waitingChannels } from '../src/delivery/coming.ts';
import { counted } from '../src/edition/counted.ts';
import { failureText } from '../src/edition/source.ts';
import { channelOf, notSubscribed, unreadableIn, unreadableText } from './channel.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { inHandTexts, lastText, problemTexts, receivedBy } from './delivery-text.ts';
import { noEditionYet } from './overview.ts';
import { nextText, scheduleText, wantedText } from './subscription-text.ts';

export const statusCommand = defineCommand({
  name: 'status',
  help: 'Shows what this channel got and gets next, what is wrong, and the blogs that fail.',
  group: 'look-up',
  options: z.object({}),
  example: '',
  run: async (_, commandContext) => ({
    blocks: [
      heading(2, 'Status'),
      ...(await editionBlocks(commandContext)),
      ...(await channelBlocks(commandContext)),
      ...(await sourceBlocks(commandContext)),
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
  const received = await receivedBy(subscription, commandContext);
  const circumstances = { obstacle: deliveries?.obstacleTo(place), now: now() };
  const givenUp = (await deliveries?.givenUp?.(place)) ?? [];
  const problems = [...problemTexts(subscription, received, circumstances), ...givenUp];
  const { due: newest = subscription.newest } = received;
  const next = nextText({ ...subscription, ...(newest !== undefined && { newest }) }, defaults, now());
  return [
    paragraph(`This channel gets editions ${wantedText(subscription)}, ${scheduleText(subscription)}.`),
    ...inHandTexts(subscription, received, circumstances).map(paragraph),
    paragraph(`${lastText(received, subscription.timeZone)} Next: ${next}.`),
    ...(problems.length === 0 ? [] : problemBlocks(problems, subscription, commandContext)),
  ];
};

const problemBlocks = (
  problems: readonly string[],
  { suspension }: SavedSubscription,
  { person, deliveries }: CommandContext,
): readonly Block[] => {
  const mayTry = suspension !== undefined && person.mayManage && deliveries !== undefined;
  return [
    paragraph('What is wrong:'),
    { kind: 'list', items: problems.map(plain) },
    ...(suspension === undefined
      ? []
      : [context('What this channel follows is kept. Once it takes messages again, editions go on by themselves.')]),
    ...(mayTry ? [{ kind: 'actions' as const, actions: [{ label: 'Try now', command: 'post' }] }] : []),
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
