/** Says to the prompts of the digest what a modest and honest model would: it reads them as they are, and keeps to their data. */
import { answerEntry, mendEntry } from './digest/entry-answer.ts';
import { answerOverview, mendOverview } from './digest/overview-answer.ts';
import { type PromptData, readPrompt } from './digest/prompt-data.ts';
import type { ModelRequest, Script } from './request.ts';

export type DigestQuestion = 'entry' | 'entry-repair' | 'overview' | 'overview-repair';

/** Which of the project's prompts a request is. Throws TypeError where it is none: then the prompts have changed. */
export const questionOf = (request: Pick<ModelRequest, 'system' | 'user'>): DigestQuestion =>
  kindOf(readPrompt(request));

const kindOf = ({ parts }: PromptData): DigestQuestion => {
  const kind = parts.has('article') ? 'entry' : parts.has('entries') ? 'overview' : undefined;
  if (kind === undefined) throw new TypeError('The question is none of the digest’s prompts.');
  return parts.has('refused') ? `${kind}-repair` : kind;
};

const answers = {
  entry: answerEntry,
  'entry-repair': mendEntry,
  overview: answerOverview,
  'overview-repair': mendOverview,
} as const;

/** Title of the article that a request is about; empty where it is about a whole day. */
export const titleAsked = ({ user }: Pick<ModelRequest, 'user'>): string =>
  /^<article-[0-9a-f]+>\nTitle: (.*)$/m.exec(user)?.[1] ?? '';

export const digestScript: Script = request => {
  const data = readPrompt(request);
  return answers[kindOf(data)](data);
};
