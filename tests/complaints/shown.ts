/** What people would see of an edition where it is posted. */
import { renderDiscord } from '../../src/chat/discord/render.ts';
import { editionThread } from '../../src/chat/edition-thread.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import type { Edition } from '../../src/edition/edition.ts';
import { faultsOf } from '../chat/discord/limit-faults.ts';
import { linesOf, shownText } from '../chat/discord/shown.ts';
import { addressesIn, payloadFaults } from '../chat/slack/payload-faults.ts';
import { readBlocks } from '../e2e/slack-text.ts';
import { objectsOf } from '../servers/slack/fields.ts';

export interface Shown {
  readonly text: string;
  /** Addresses that something leads to. */
  readonly links: readonly string[];
  /** What is wrong by the vendor's documented limits, and what would notify, link or format by itself. */
  readonly faults: readonly string[];
}

export const onSlack = (edition: Edition): Shown => {
  const payloads = renderSlack(editionThread(edition)).map(({ payload }) => payload);
  return {
    text: payloads.map(({ blocks }) => readBlocks(objectsOf(blocks))).join('\n'),
    links: payloads.flatMap(addressesIn),
    faults: payloads.flatMap(payloadFaults),
  };
};

export const onDiscord = (edition: Edition): Shown => {
  const payloads = renderDiscord(editionThread(edition)).map(({ payload }) => payload);
  const lines = linesOf(payloads);
  return {
    text: lines.map(shownText).join('\n'),
    links: lines.flatMap(({ runs }) => runs.flatMap(({ href }) => href ?? [])),
    faults: [...payloads.flatMap(faultsOf), ...lines.flatMap(({ live }) => live)],
  };
};

export const platforms = [
  ['Slack', onSlack],
  ['Discord', onDiscord],
] as const;
