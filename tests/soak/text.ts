/** The words of a message as its platform keeps it, in the order of its blocks, components or embeds. */

/** What holds words: of Slack's blocks, and of Discord's messages, components and embeds. */
const wordy = new Set(['text', 'content', 'title', 'description', 'name', 'value']);

export const textOf = (content: unknown): string => wordsIn(content).join(' ');

const wordsIn = (content: unknown): readonly string[] => {
  if (Array.isArray(content)) return content.flatMap(one => (typeof one === 'string' ? [one] : wordsIn(one)));
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) => {
    if (typeof value === 'string') return wordy.has(key) ? [value] : [];
    return wordsIn(value);
  });
};
