/** What stands in the channels, as people see it: for each its threads, and which part of which edition each message is. */
import { type Label, labelIn } from './edition.ts';
import type { Place, Stage } from './stage.ts';

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
  threads: place.platform === 'slack' ? slackThreads(place, stage) : discordThreads(place, stage),
});

const slackThreads = ({ channel }: Place, { slack }: Stage) =>
  slack
    .messages(channel)
    .map(({ ts: parent }) =>
      slack
        .thread(channel, parent)
        .map(({ ts, blocks }): SeenMessage => ({ id: ts, label: labelIn(JSON.stringify(blocks)) })),
    );

const discordThreads = ({ channel, isForum }: Place, { discord }: Stage) => {
  const seen = (id: string): readonly SeenMessage[] =>
    discord.messages(id).map(message => ({
      id: message.id,
      label: labelIn(JSON.stringify([message.content, message.embeds, message.components])),
    }));
  const threads = discord.threads(channel).map(({ id }) => id);
  if (isForum) return threads.map(seen);
  const parents = seen(channel);
  // A thread has the id of the message that it hangs on.
  const hanging = parents.map(parent => [parent, ...(threads.includes(parent.id) ? seen(parent.id) : [])]);
  const alone = threads.filter(thread => parents.every(({ id }) => id !== thread));
  return [...hanging, ...alone.map(seen)];
};
