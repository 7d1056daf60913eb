/** Every limit of Discord that this program could exceed, with the page that states it. */
import type { RateLimit } from '../platform.ts';

/**
 * How fast parts may be posted. A part takes one request, and a parent up to four: its channel is read, and it gets a thread
 * and is published. Of the 50 that a bot may make in a second, room is left for these, for `find` and for what else is read.
 * Discord counts them over all processes of the bot, discord.js in each for itself: what paces them has to be shared too.
 * Answers to people do not count: https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 *
 * Discord wants no limit of a route hard-coded, and tells each in headers, which discord.js obeys as well:
 * https://discord.com/developers/docs/topics/rate-limits. That for the messages of a channel or thread is five in five
 * seconds, as seen in https://github.com/discord-relay-chat/drc/issues/17; to keep to it spares calls that would be refused.
 */
export const postingLimits: readonly RateLimit[] = [
  { per: 'channel', parts: 5, within: 5_000 },
  { per: 'platform', parts: 40, within: 1_000 },
];

/**
 * Lengths are in characters. Discord does not say which it counts; we count UTF-16 code units, which are never fewer than
 * code points. "Schema" is Discord's own description of its API, https://github.com/discord/discord-api-spec.
 */
export const discordLimits = {
  /** https://discord.com/developers/docs/components/reference: nested ones count, and so does the container. Schema: 40. */
  components: 40,
  /** https://discord.com/developers/docs/components/reference#text-display: over all of a message. Schema: 4,000 for each. */
  displayText: 4_000,
  /**
   * All components of a message, in UTF-8. Discord states no number, and answers a message of more than 10,170 bytes (texts,
   * and 12 for each of them) with an error of its own: https://github.com/discord/discord-api-docs/issues/8554. We count
   * the JSON, which is more.
   */
  componentsJson: 10_000,
  /** https://discord.com/developers/docs/components/reference#section. Schema: 1 to 3. */
  sectionTexts: 3,
  /** https://discord.com/developers/docs/components/reference#action-row. Schema: 5. */
  rowButtons: 5,
  /** https://discord.com/developers/docs/components/reference#legacy-message-component-behavior: without Components V2. */
  rows: 5,
  /** https://discord.com/developers/docs/components/reference#button. Schema: 80. */
  buttonLabel: 80,
  /**
   * https://discord.com/developers/docs/components/reference#button. Schema: 512. Nothing is documented for links in text,
   * which we hold to the same.
   */
  linkUrl: 512,
  /** https://discord.com/developers/docs/components/reference#anatomy-of-a-component-custom-id: and unique. Schema: 1 to 100. */
  customId: 100,

  /** https://discord.com/developers/docs/resources/message#create-message. The schema says 4,000, which is for people with Nitro. */
  content: 2_000,

  /** https://discord.com/developers/docs/resources/message#embed-object-embed-limits. The schema agrees where it says one. */
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  /** The sum over all embeds of a message. */
  embedText: 6_000,

  /** https://discord.com/developers/docs/resources/channel#start-thread-from-message. Schema: 1 to 100. */
  threadName: 100,
  /** https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel. Schema: 1 to 100. */
  forumTitle: 100,

  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object. Schema: 1 to 32, 100, 25. */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure */
  optionName: 32,
  optionDescription: 100,
  /** What a person may type into a text option. Schema: 6,000. */
  optionValue: 6_000,
  /** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-autocomplete. Schema: 25. */
  choices: 25,
  /** https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure: name and value alike. */
  choice: 100,

  /** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal. Schema: 1 to 45. */
  modalTitle: 45,
  /** The same page. The schema, which also allows plain text beside the questions, says 40. */
  modalComponents: 5,
  /** https://discord.com/developers/docs/components/reference#label. Schema: 45 and 100. */
  label: 45,
  labelDescription: 100,
  /** https://discord.com/developers/docs/components/reference#text-input. Schema: 4,000 and 100. */
  textInput: 4_000,
  textInputPlaceholder: 100,
  /** https://discord.com/developers/docs/components/reference#string-select. Schema: 25, 150 and, of an option's label, value and description each, 100. */
  selectOptions: 25,
  selectPlaceholder: 150,
  selectOption: 100,
} as const;
