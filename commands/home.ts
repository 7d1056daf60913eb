/** The page of the app itself: the workspace's channels with what they get, and the latest edition. */
import { latestEdition } from '../src/archive/editions.ts';
import type { Place } from '../src/chat/conversation.ts';
import { type Block, context, heading, type Message, paragraph } from '../src/chat/message.ts';
import { waitingChannels } from '../src/delivery/coming.ts';
import { unreadableIn } from './channel.ts';
import type { Surroundings } from './command.ts';
import { browseActions, editionOverview, noEditionYet } from './overview.ts';
import { subscriptionBlocks, suspendedFirst } from './subscriptions.ts';

export const home = async (
  { platform, workspace }: Omit<Place, 'channel'>,
  surroundings: Surroundings,
): Promise<Message> => {
  const { archive, now, defaults } = surroundings;
  const subscriptions = await waitingChannels(archive, now().toISOString(), { platform, workspace });
  const unreadable = await unreadableIn({ platform, workspace }, surroundings);
  const edition = await latestEdition(archive);
  const channels: readonly Block[] =
    subscriptions.length + unreadable.length === 0
      ? [paragraph('No channel gets editions yet. Say /digest subscribe in the one that should.')]
      : subscriptionBlocks(suspendedFirst(subscriptions), unreadable, defaults, now());
  return {
    blocks: [
      heading(2, 'Channels'),
      ...channels,
      context('What a channel gets is changed there, with /digest subscribe.'),
      { kind: 'divider' },
      ...(edition === undefined ? [paragraph(noEditionYet)] : editionOverview(edition)),
      {
        kind: 'actions',
        actions: [
          ...(edition === undefined ? [] : browseActions(edition)),
          { label: 'Sources', command: 'sources' },
          { label: 'Help', command: 'help' },
        ],
      },
    ],
  };
};
