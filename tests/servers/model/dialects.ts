/** How servers of one's own that imitate OpenAI's chat refuse in words and forms that are not OpenAI's. */
import type { HttpAnswer, Refusal } from './refusal.ts';

type Refuse = (refusal: Refusal) => HttpAnswer | undefined;

const ollama: Refuse = refusal => {
  const refused = (status: number, message: string): HttpAnswer => ({
    status,
    body: { error: { message, type: 'api_error', param: null, code: null } },
  });
  if (refusal.kind === 'unknown-model') {
    return refused(404, `model "${refusal.model}" not found, try pulling it first`);
  }
  return refusal.kind === 'failed' ? refused(refusal.status, 'llama runner process has terminated') : undefined;
};

/** Without `error` around it, and with a number for a code. */
const vllm: Refuse = refusal => {
  const refused = (code: number, type: string, message: string): HttpAnswer => ({
    status: code,
    body: { object: 'error', message, type, param: null, code },
  });
  switch (refusal.kind) {
    case 'no-key':
    case 'wrong-key':
      return { status: 401, body: { error: 'Unauthorized' } };
    case 'unknown-model':
      return refused(404, 'NotFoundError', `The model \`${refusal.model}\` does not exist.`);
    case 'too-long':
      return refused(
        400,
        'BadRequestError',
        `This model's maximum context length is ${refusal.window} tokens. However, you requested ${refusal.tokens} tokens. Please reduce the length of the messages or completion.`,
      );
    case 'invalid':
      return refused(400, 'BadRequestError', refusal.message);
    default:
      return undefined;
  }
};

const llamaCpp: Refuse = refusal => {
  const refused = (code: number, type: string, message: string, more: object = {}): HttpAnswer => ({
    status: code,
    body: { error: { code, message, type, ...more } },
  });
  switch (refusal.kind) {
    case 'no-key':
    case 'wrong-key':
      return refused(401, 'authentication_error', 'Invalid API Key');
    case 'failed':
      return refused(503, 'unavailable_error', 'Loading model');
    case 'too-long':
      return refused(
        400,
        'exceed_context_size_error',
        `request (${refusal.tokens} tokens) exceeds the available context size (${refusal.window} tokens), try increasing it`,
        { n_prompt_tokens: refusal.tokens, n_ctx: refusal.window },
      );
    default:
      return undefined;
  }
};

/** What a dialect leaves out it says as OpenAI does. */
export const dialects = { ollama, vllm, 'llama.cpp': llamaCpp } as const satisfies Readonly<Record<string, Refuse>>;
export type Dialect = keyof typeof dialects;
