/** How much of a platform's limits a part takes, in numbers and as bars. */
import { html } from 'hono/html';
import type { Html } from '../edition-parts.ts';

export interface LimitUse {
  /** What is counted, in the plural. */
  readonly what: string;
  readonly used: number;
  readonly most: number;
}

/** "2,950" */
const inThousands = new Intl.NumberFormat('en');

export const limitsUsed = (uses: readonly LimitUse[]): Html => html`
  <ul class="limits" aria-label="Limits used">${uses.map(
    ({ what, used, most }) =>
      html`<li><meter min="0" max="${most}" high="${Math.floor(most * nearlyFull)}" value="${used}" aria-hidden="true"></meter> ${inThousands.format(used)} of ${inThousands.format(most)} ${what}</li>`,
  )}</ul>`;

/** From here on a bar changes its colour. */
const nearlyFull = 0.9;
