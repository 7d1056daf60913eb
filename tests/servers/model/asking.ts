/** Asks a loopback model server through the real clients: whole, or as a stream. */
import { generateText, Output, streamText } from 'ai';
import { z } from 'zod';
import { clients } from './clients.ts';
import type { ModelServer } from './server.ts';

/** The answer that fits what `asked` and `streamed` ask for. */
export const said = { problem: 'Reads took 40 ms.', themes: ['databases', 'caching'] };
const schema = z.object({ problem: z.string().nullable(), themes: z.array(z.string()) });

// A server that takes no schema is asked without one on purpose: the client's warning of it is no news.
globalThis.AI_SDK_LOG_WARNINGS = false;

export type Client = (typeof clients)[string];

export interface Heard {
  readonly output: unknown;
  readonly finishReason: string;
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

const question = { instructions: 'Answer in JSON.', prompt: 'What was wrong?', maxRetries: 0, maxOutputTokens: 200 };

export const asked = async (at: ModelServer, client: Client, model?: string): Promise<Heard> => {
  const { output, finishReason, usage } = await generateText({
    ...question,
    model: client(at, model),
    output: Output.object({ schema }),
  });
  return { output, finishReason, inputTokens: usage.inputTokens, outputTokens: usage.outputTokens };
};

/** Waits for the end of the stream before it looks at the answer; what goes wrong under way is thrown. */
export const streamed = async (at: ModelServer, client: Client, model?: string): Promise<Heard> => {
  const failures: unknown[] = [];
  const result = streamText({
    ...question,
    model: client(at, model),
    output: Output.object({ schema }),
    onError: ({ error }) => void failures.push(error),
  });
  await result.consumeStream();
  if (failures.length > 0) {
    await Promise.allSettled([result.output, result.usage, result.finishReason]);
    throw failures[0];
  }
  const usage = await result.usage;
  const output = await result.output;
  return {
    output,
    finishReason: await result.finishReason,
    inputTokens: usage.inputTokens,
    outputTokens: usage.outputTokens,
  };
};

const ways = { plain: asked, streamed } as const;
/** Every client in both ways: its name, the name of the way, the client, the way. */
export const each = Object.entries(clients).flatMap(([name, client]) =>
  Object.entries(ways).map(([way, ask]) => [name, way, client, ask] as const),
);

/** What `work` fails with. */
export const failure = async (work: Promise<unknown>): Promise<unknown> => {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
};
