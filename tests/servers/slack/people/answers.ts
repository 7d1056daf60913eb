/** What people are shown for a deed: an answer put into the channel, replaced or deleted. */
import type { Fields, Message } from '../contract.ts';
import type { Ids } from '../identity.ts';
import { contentOf } from '../methods/content.ts';
import type { Workspace } from '../workspace.ts';
import type { Answer } from './contract.ts';

/** Who did it and where, and on which message. */
export interface Origin {
  readonly user: string;
  readonly channel: string;
  readonly source: Message | undefined;
}

/**
 * https://docs.slack.dev/interactivity/handling-user-interaction#message_responses: ephemeral unless it says `in_channel`;
 * `replace_original` and `delete_original` concern the message that the deed came from.
 * @throws SlackError for content that a message must not have.
 */
export const show = (
  body: Fields,
  { user, channel, source }: Origin,
  workspace: Workspace,
  ids: Ids,
): Message | undefined => {
  const current = source && workspace.find(source.channel, source.ts);
  if (body.delete_original === true) {
    if (current !== undefined) workspace.remove(current);
    return undefined;
  }
  const { text, blocks } = contentOf(body, ids);
  if (body.replace_original === true && current !== undefined) return workspace.edit(current, { text, blocks });
  return workspace.post({
    channel,
    author: workspace.bot.id,
    text,
    blocks,
    threadTs: typeof body.thread_ts === 'string' ? body.thread_ts : undefined,
    onlyFor: body.response_type === 'in_channel' ? undefined : user,
  });
};

export interface Answered {
  readonly all: readonly Answer[];
  add(answer: Answer): void;
  next(): Promise<Answer>;
  close(): void;
}

/** Answers in order, each handed out once. */
export const createAnswered = (): Answered => {
  const all: Answer[] = [];
  const waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[] = [];
  let handed = 0;
  return {
    all,
    add(answer) {
      all.push(answer);
      const first = waiting.shift();
      if (first === undefined) return;
      handed += 1;
      first.resolve(answer);
    },
    next() {
      const answer = all[handed];
      if (answer === undefined) return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
      handed += 1;
      return Promise.resolve(answer);
    },
    close() {
      for (const { reject } of waiting) reject(new Error('The loopback Slack closed before there was an answer.'));
    },
  };
};
