/**
 * Fences: data of strangers between two tags that it cannot write itself, such as `<article-9f3c0a17be52>` and
 * `</article-9f3c0a17be52>`. The code in the tag comes from the data, so that the same data makes the same prompt and its
 * answer is found again.
 */
import { createHash } from 'node:crypto';
import { withoutInvisible } from '../safety/invisible.ts';

const kinds = ['article', 'entries', 'recent', 'draft', 'refused'] as const;
export type FenceKind = (typeof kinds)[number];

const codeLength = 12;

const roles = 'system|user|assistant|human|model|instructions?|(?:start|end)_of_turn|sys|bos|eos|s';

/**
 * Closing tags, our own opening ones, and the marks of turns in chat templates, which servers may heed even in data. Types
 * such as `List<User>` are none.
 */
const tagLike = new RegExp(
  [
    `(?<![<＜﹤])[<＜﹤]+(?=\\s*(?:[/|／]|(?:${kinds.join('|')})-))`,
    // From the first of several signs, or the second where a letter stands before the first.
    `(?:(?<![\\p{L}\\p{N}_<＜﹤])|(?<=[\\p{L}\\p{N}_][<＜﹤]))[<＜﹤]+(?=\\s*(?:${kinds.join('|')}|${roles})\\b)`,
  ].join('|'),
  'giu',
);
const turnLike = /\[(?=\s*(?:\/\s*)?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\s*\])/gi;

/** The text without what could pass for a tag or a turn, or is there and not seen. Never longer than before, in bytes. */
export const harmless = (text: string): string => withoutInvisible(text).replace(tagLike, '(').replace(turnLike, '(');

export interface Fenced {
  /** Name of the tag. */
  readonly tag: string;
  /** The data between its tags, a line each. */
  readonly block: string;
}

export const fence = (kind: FenceKind, data: string): Fenced => {
  const text = harmless(data);
  const code = createHash('sha256').update(`${kind}\n${text}`).digest('hex').slice(0, codeLength);
  const tag = `${kind}-${code}`;
  return { tag, block: `<${tag}>\n${text}\n</${tag}>` };
};
