/** A thread as drawn: what each part looks like, and how much of the platform's limits it takes. */
import { html } from 'hono/html';
import { counted } from '../../edition/counted.ts';
import type { Html } from '../edition-parts.ts';
import { type LimitUse, limitsUsed } from './limits-used.ts';

export type PreviewedPlatform = 'slack' | 'discord';

export const platformNames: Readonly<Record<PreviewedPlatform, string>> = { slack: 'Slack', discord: 'Discord' };

export interface DrawnPart {
  readonly place: 'parent' | 'reply';
  readonly content: Html;
  readonly uses: readonly LimitUse[];
}

export interface DrawnThread {
  readonly platform: PreviewedPlatform;
  readonly parts: readonly DrawnPart[];
}

/** @param below What stands under the message, outside of it. */
export const drawnMessage = (content: Html, below: Html | string = ''): Html => html`
  <article class="message">
    <div class="avatar" aria-hidden="true">E</div>
    <div>
      <p class="sender"><strong>Engineering @ Scale</strong> <span class="badge">APP</span> <time>08:00</time></p>
      ${content}
      ${below}
    </div>
  </article>`;

export const replyCount = (replies: number): Html =>
  html`<p class="replies">${counted(replies, 'reply', 'replies')}</p>`;

/** One below the other: the message in the channel, the replies of its thread, and with each the limits that it takes. */
export const drawnWindow = ({ platform, parts }: DrawnThread): Html => {
  const withLimits = ({ content, uses }: DrawnPart): Html => drawnMessage(content, limitsUsed(uses));
  const [parents, replies] = [parts.filter(isParent), parts.filter(part => !isParent(part))];
  return html`
  <section id="${platform}" class="window ${platform}" aria-labelledby="${platform}-name">
    <h2 id="${platform}-name">${platformNames[platform]}</h2>
    ${parents.map(withLimits)}
    ${replies.length === 0 ? '' : replyCount(replies.length)}
    ${replies.map(withLimits)}
    ${parts.length === 0 ? html`<p class="nothing">Nothing is posted.</p>` : ''}
  </section>`;
};

export const isParent = ({ place }: DrawnPart): boolean => place === 'parent';
