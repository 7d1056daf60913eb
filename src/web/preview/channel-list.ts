/** For operators: the channels that get editions, each leading to what it gets. */
import { html, raw } from 'hono/html';
import { wantedText } from '../../../commands/subscription-text.ts';
import { channelKey, type SavedSubscription } from '../../archive/subscriptions.ts';
import { counted } from '../../edition/counted.ts';
import type { Html } from '../edition-parts.ts';
import { platformNames } from './drawing.ts';

/** So many are listed; the others are found by their address. */
const mostListed = 200;

/** @param addressOf The address of the preview for a channel, by its key. */
export const channelList = (
  channels: readonly SavedSubscription[],
  current: string | undefined,
  addressOf: (key: string) => string,
): Html | string => {
  if (channels.length === 0) return '';
  const others = channels.length - mostListed;
  return html`
  <details class="channels" ${raw(current === undefined ? '' : 'open')}>
    <summary>${counted(channels.length, 'subscribed channel')}</summary>
    <ul>${channels.slice(0, mostListed).map(subscription => {
      const key = channelKey(subscription);
      return html`<li><a href="${addressOf(key)}" ${raw(key === current ? 'aria-current="page"' : '')}>${platformNames[subscription.platform]} ${subscription.channel}</a> ${wantedText(subscription)}${subscription.suspension === undefined ? '' : `; suspended: ${subscription.suspension.reason}`}</li>`;
    })}</ul>
    ${others > 0 ? html`<p>${counted(others, 'other')}: each is shown at ${addressOf('platform/workspace/channel')}.</p>` : ''}
  </details>`;
};
