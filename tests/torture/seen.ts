/** What stands in the channels, as people see it: for each its threads, and which part of which edition each message is. */
import type { Chats, Place } from './chats.ts';
import { type Label, labelIn } from './edition.ts';
import type { Stage } from './stage.ts';

/** A message as its platform keeps it. */
export interface StandingMessage {
  /** The platform's id. */
  readonly id: string;
  /** What it shows, in the platform's own JSON. */
  readonly content: object;
}

export interface SeenMessage {
  /** The platform's id. */
  readonly id: string;
  /** Undefined where it is no part of an edition. */
  readonly label: Label | undefined;
}

/** In the order of the channel; the first message of a thread is what it hangs on. */
export interface SeenPlace {
  readonly place: string;
  readonly threads: readonly (readonly SeenMessage[])[];
}

export const seenIn = (place: Place, stage: Stage): SeenPlace => ({
  place: place.label,
  threads: threadsIn(place, stage).map(thread =>
    thread.map(({ id, content }) => ({ id, label: labelIn(JSON.stringify(content)) })),
  ),
});

/** The threads of a channel, in its order; the first message of each is what it hangs on. */
export const threadsIn = (place: Place, chats: Chats): readonly (readonly StandingMessage[])[] =>
  place.platform === 'slack' ? slackThreads(place, chats) : discordThreads(place, chats);

const slackThreads = ({ channel }: Place, { slack }: Chats) =>
  slack
    .messages(channel)
    .map(({ ts: parent }) =>
      slack.thread(channel, parent).map(({ ts, blocks }): StandingMessage => ({ id: ts, content: blocks })),
    );

const discordThreads = ({ channel, isForum }: Place, { discord }: Chats) => {
  const standing = (id: string): readonly StandingMessage[] =>
    discord.messages(id).map(message => ({
      id: message.id,
      content: [message.content, message.embeds, message.components],
    }));
  const threads = discord.threads(channel).map(({ id }) => id);
  if (isForum) return threads.map(standing);
  const parents = standing(channel);
  // A thread has the id of the message that it hangs on.
  const hanging = parents.map(parent => [parent, ...(threads.includes(parent.id) ? standing(parent.id) : [])]);
  const alone = threads.filter(thread => parents.every(({ id }) => id !== thread));
  return [...hanging, ...alone.map(standing)];
};
