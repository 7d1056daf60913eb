/** One request to a model, and what came back, whatever it is worth. */
import { generateText, type LanguageModel, Output, streamText } from 'ai';
import type { z } from 'zod';
import type { Tokens } from './meter.ts';
import type { Prompt } from './question.ts';

export interface Request {
  readonly model: LanguageModel;
  readonly prompt: Pick<Prompt, 'system' | 'user'>;
  /** The form that the server is to hold the answer to; absent where the prompt alone asks for it. */
  readonly schema?: z.ZodType;
  /** Tokens of the answer at most. */
  readonly room: number;
  readonly patience: Patience;
}

/** Milliseconds. */
export interface Patience {
  /** For the whole answer. */
  readonly total: number;
  /** Between one piece of the answer and the next; where absent, the answer is not asked for in pieces. */
  readonly silence?: number;
}

export interface Reply extends Partial<Tokens> {
  readonly text: string;
  readonly end: 'complete' | 'truncated' | 'declined';
}

/** The text of the answer as it is: it is read and judged later, and a wrong one has cost its tokens as well. */
const formOf = (schema: z.ZodType | undefined): Output.Output<string, unknown, never> =>
  schema === undefined
    ? Output.text()
    : {
        ...Output.object({ schema }),
        parseCompleteOutput: async ({ text }) => text,
        // Pieces are held back until more of the object can be read: a model that thinks aloud before it would seem silent.
        parsePartialOutput: async ({ text }) => ({ partial: text.length }),
      };

const endOf = (reason: string): Reply['end'] => {
  if (reason === 'length') return 'truncated';
  return reason === 'content-filter' ? 'declined' : 'complete';
};

interface Counted {
  readonly inputTokens: number | undefined;
  readonly outputTokens: number | undefined;
}

const tokensIn = ({ inputTokens, outputTokens }: Counted): Partial<Tokens> => ({
  ...(inputTokens !== undefined && { tokensIn: inputTokens }),
  ...(outputTokens !== undefined && { tokensOut: outputTokens }),
});

/** What both ways of asking share. Trying again and speaking up are ours. */
const optionsOf = ({ model, prompt, schema, room }: Request) => ({
  model,
  instructions: prompt.system,
  prompt: prompt.user,
  output: formOf(schema),
  maxOutputTokens: room,
  maxRetries: 0,
  telemetry: { isEnabled: false },
  // OpenAI keeps answers for thirty days unless it is told not to.
  providerOptions: { openai: { store: false } },
});

const askWhole = async (request: Request): Promise<Reply> => {
  const abortSignal = AbortSignal.timeout(request.patience.total);
  const result = await generateText({ ...optionsOf(request), abortSignal });
  const { finishReason, usage } = result;
  const text = finishReason === 'stop' ? result.output : result.text;
  return { text, end: endOf(finishReason), ...tokensIn(usage) };
};

/** Characters for each token of the room: what goes on beyond that is of a server that heeds no limit. */
const mostCharactersPerToken = 16;

const askInPieces = async (request: Request, silence: number): Promise<Reply> => {
  const silent = new AbortController();
  const timer = setTimeout(() => silent.abort(), silence);
  const abortSignal = AbortSignal.any([silent.signal, AbortSignal.timeout(request.patience.total)]);
  try {
    // Without a listener the SDK writes errors to the console; they come as parts all the same.
    const { stream } = streamText({ ...optionsOf(request), abortSignal, onError: () => {} });
    let text = '';
    for await (const part of stream) {
      timer.refresh();
      if (part.type === 'text-delta') text += part.text;
      if (text.length > mostCharactersPerToken * request.room) return { text, end: 'truncated' };
      if (part.type === 'error') throw part.error;
      if (part.type === 'finish') return { text, end: endOf(part.finishReason), ...tokensIn(part.totalUsage) };
    }
    throw new DOMException('The answer was not waited for.', 'AbortError');
  } finally {
    clearTimeout(timer);
    // Hangs up where the server is still talking.
    silent.abort();
  }
};

/** Throws what the SDK throws; a DOMException `TimeoutError` or `AbortError` where patience ended. */
export const exchange = (request: Request): Promise<Reply> => {
  // The SDK tells the console of settings that a model does not heed; the console is ours.
  globalThis.AI_SDK_LOG_WARNINGS = false;
  const { silence } = request.patience;
  return silence === undefined ? askWhole(request) : askInPieces(request, silence);
};
