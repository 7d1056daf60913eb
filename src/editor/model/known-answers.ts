/** Answers that were given before: the same question costs nothing for a month. */
import { createHash } from 'node:crypto';
import type { Keyv } from 'keyv';
import { day } from '../../edition/duration.ts';
import { jsonSchemaOf } from './json-answer.ts';
import type { Put } from './question.ts';

/** Milliseconds. */
const lifetime = 30 * day;

/** Tells a question from every other: by the version of its prompt, all of its text, and the form of its answer. */
export const fingerprint = ({ prompt, schema }: Pick<Put, 'prompt' | 'schema'>): string => {
  const text = JSON.stringify([prompt.system, prompt.user, jsonSchemaOf(schema)]);
  return `${prompt.id}:${createHash('sha256').update(text).digest('hex')}`;
};

const keyOf = (model: string, question: string): string => `${model}:${question}`;

export const keepAnswer = async (cache: Keyv, model: string, question: string, answer: unknown): Promise<void> => {
  await cache.set(keyOf(model, question), answer, lifetime);
};

/** What `model` answered before to the question of this fingerprint; undefined where that is not known. */
export const knownAnswer = (cache: Keyv, model: string, question: string): Promise<unknown> =>
  cache.get(keyOf(model, question));
