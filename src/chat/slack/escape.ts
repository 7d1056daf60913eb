/** Text as Slack's `text` takes it: no mention, link or entity can begin in it. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** https://docs.slack.dev/messaging/formatting-message-text names these three, and no others. */
export const escapeText = (text: string): string => text.replace(/[&<>]/g, character => entities[character] ?? '');
