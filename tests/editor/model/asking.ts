/** An asker over loopback model servers, whose clock moves only as it pauses. */
import Keyv from 'keyv';
import { z } from 'zod';
import type { ModelName } from '../../../src/edition/model-name.ts';
import { type AskerOptions, createAsker } from '../../../src/editor/model/asker.ts';
import { ModelError } from '../../../src/editor/model/model-error.ts';
import type { Asker, Prompt, Question } from '../../../src/editor/model/question.ts';
import type { ModelServer } from '../../servers/model/server.ts';

export const answer = { problem: 'Queues grew.', lesson: null };
const form = z.object({ problem: z.string(), lesson: z.string().nullable() });
export type Answer = z.infer<typeof form>;

export const promptOn = (about: string): Prompt => ({
  id: 'entry@1',
  system: 'Answer in JSON.',
  user: `What was wrong with ${about}?`,
});

/** Asked in the same words of a model of whatever window. */
export const question = (
  about: string,
  { prompt = promptOn(about), ...more }: Partial<Question<Answer>> & { readonly prompt?: Prompt } = {},
): Question<Answer> => ({
  about,
  promptFor: () => prompt,
  schema: form,
  faultsOf: () => [],
  ...more,
});

export const models = {
  anthropic: { provider: 'anthropic', name: 'claude-haiku-4-5' },
  openai: { provider: 'openai', name: 'gpt-4o-mini' },
  address: { provider: 'address', name: 'llama3.1', url: 'http://127.0.0.1:9/v1' },
} as const satisfies Record<ModelName['provider'], ModelName>;

/** Where a server of this process is, in the place of the vendors and of the address. */
export const at = (server: ModelServer, ...providers: readonly ModelName['provider'][]) => ({
  models: providers.map(
    (provider): ModelName => ({ ...models[provider], ...(provider === 'address' && { url: server.baseUrl }) }),
  ),
  keys: { anthropic: server.key, openai: server.key, address: server.key },
  urls: { anthropic: server.baseUrl.replace(/\/v1$/, ''), openai: server.baseUrl },
});

export interface Asking {
  readonly asker: Asker;
  /** As the operator heard them. */
  readonly notes: readonly string[];
  /** Milliseconds of each pause. */
  readonly pauses: readonly number[];
}

export const asking = (options: Pick<AskerOptions, 'models' | 'keys' | 'urls'> & Partial<AskerOptions>): Asking => {
  const notes: string[] = [];
  const pauses: number[] = [];
  let time = Date.parse('2026-04-01T06:00:00Z');
  const asker = createAsker({
    budget: 400_000,
    cache: new Keyv(),
    now: () => new Date(time),
    pause: async milliseconds => {
      pauses.push(milliseconds);
      time += milliseconds;
    },
    fetch,
    onNote: note => notes.push(note),
    ...options,
  });
  return { asker, notes, pauses };
};

/** The fault that a question ends in. */
export const faultOf = async (pending: Promise<unknown>): Promise<ModelError> => {
  try {
    await pending;
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  throw new TypeError('The question was answered.');
};
