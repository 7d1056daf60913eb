/** Discord as delivery sees it: posts a digest as a thread, or as a post of a forum, and finds what it posted. */
import { type REST, RESTEvents } from 'discord.js';
import { second } from '../../edition/duration.ts';
import { type Platform, PlatformError, type Target } from '../platform.ts';
import { explain } from './access.ts';
import { createApi } from './api.ts';
import { isUnknownChannel, platformErrorOf } from './errors.ts';
import { findPosted } from './finding.ts';
import { forumTitle } from './forum-title.ts';
import { postingLimits } from './limits.ts';
import { postParent } from './parents.ts';
import { type DiscordPayload, renderDiscord } from './render.ts';
import { postReply } from './replies.ts';
import { tellPerson } from './telling.ts';
import { untitled } from './threads.ts';

/** What is posted, and of a parent what its thread is called. */
export interface DiscordPost {
  readonly title?: string;
  readonly body: DiscordPayload;
}

/** @param rest One that repeats no call by itself (`createRest`). */
export const createDiscordPlatform = (rest: REST): Platform<DiscordPost> => {
  const api = createApi(rest);

  const errorOf = async (target: Target, error: unknown): Promise<PlatformError> => {
    const isInOwnThread = target.thread !== undefined && target.thread !== target.channel;
    if (!isInOwnThread || !isUnknownChannel(error)) return await explain(api, target, error);
    const told = `Thread ${target.thread} was deleted; the rest of this digest has no place. The next one opens a new thread.`;
    return new PlatformError('refused', told, { cause: error });
  };

  return {
    name: 'discord',
    limits: postingLimits,
    render: message =>
      renderDiscord(message).map(({ place, payload }) => ({
        place,
        payload: place === 'parent' ? { title: forumTitle(message), body: payload } : { body: payload },
      })),

    async post(target, { place, payload: { title = untitled, body } }, key) {
      try {
        if (place === 'parent') return await postParent(api, target.channel, title, body, key);
        return await postReply(api, target, body, key);
      } catch (error) {
        throw await errorOf(target, error);
      }
    },

    async find(target, key, sentAt) {
      try {
        return await findPosted(api, target, key, sentAt);
      } catch (error) {
        throw await errorOf(target, error);
      }
    },

    async tell({ id }, message) {
      try {
        await tellPerson(api, id, message);
      } catch (error) {
        throw platformErrorOf(error, `Discord user ${id}`);
      }
    },

    onRateLimit(hear) {
      rest.on(RESTEvents.Response, (_, { status, headers }) => {
        if (status === 429) hear(Number(headers.get('retry-after') ?? 0) * second);
      });
    },
  };
};
