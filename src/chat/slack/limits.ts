/** What Slack takes at most: of messages in a time, and within each. */
import type { RateLimit } from '../platform.ts';

/**
 * Of `chat.postMessage`: a message a second in a channel and, in a workspace, "several hundred" a minute, which is no number:
 * three hundred is the least that it can mean. Bursts above are granted, but not how many, so none is counted on.
 * https://docs.slack.dev/apis/web-api/rate-limits, https://docs.slack.dev/reference/methods/chat.postMessage#rate-limiting
 */
export const postingLimits: readonly RateLimit[] = [
  { per: 'channel', parts: 1, within: 1_000 },
  { per: 'workspace', parts: 300, within: 60_000 },
];

/**
 * The sizes, each number with the page that states it (docs.slack.dev, as its reference and the doc comments
 * of @slack/types have it). Lengths are in characters; we count UTF-16 code units, which are never fewer.
 */
export const slackLimits = {
  /** https://docs.slack.dev/reference/block-kit/blocks */
  blocksOfMessage: 50,
  blocksOfView: 100,
  /** https://docs.slack.dev/reference/block-kit/blocks/header-block */
  header: 150,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/text-object; at least 1 */
  textObject: 3_000,
  /** https://docs.slack.dev/reference/block-kit/blocks/context-block */
  elementsOfContext: 10,
  /** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
  elementsOfActions: 25,
  /** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  buttonText: 75,
  buttonValue: 2_000,
  /** The button's and the menu's; none is stated for a link of rich text, so the same is taken. */
  url: 3_000,
  /** Unique among the elements of its block; https://docs.slack.dev/reference/block-kit/block-elements/button-element */
  actionId: 255,
  /** Unique in its message; Slack makes one up where it is left out. https://docs.slack.dev/reference/block-kit/blocks */
  blockId: 255,
  /**
   * All blocks of a message, written as JSON. Slack states no number for `msg_blocks_too_long`. Its maintainers speak of
   * 12,000 characters of text with something for the containers, people saw 13,172 refused
   * (https://github.com/slackapi/bolt-js/issues/2509) and blocks of 15,561 characters of JSON taken
   * (https://github.com/slackapi/bolt-js/issues/2867): counting the JSON stays below all of these.
   */
  blocksJson: 12_000,
  /**
   * `text`: 4,000 for best results, truncated past 40,000, and refused past 4,000 by some methods with `msg_too_long`.
   * https://docs.slack.dev/reference/methods/chat.postMessage
   */
  text: 4_000,
  /** https://docs.slack.dev/reference/views */
  viewTitle: 24,
  viewSubmit: 24,
  viewClose: 24,
  privateMetadata: 3_000,
  callbackId: 255,
  /** https://docs.slack.dev/reference/block-kit/blocks/input-block */
  inputLabel: 2_000,
  inputHint: 2_000,
  /** https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element */
  options: 100,
  optionGroups: 100,
  placeholder: 150,
  /** Of radio buttons and check boxes. https://docs.slack.dev/reference/block-kit/block-elements/checkboxes-element */
  boxes: 10,
  /** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
  optionText: 75,
  optionValue: 75,
  optionDescription: 75,
} as const;
