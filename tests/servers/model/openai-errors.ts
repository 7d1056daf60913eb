/** OpenAI's refusals, for both of its wire formats. https://platform.openai.com/docs/guides/error-codes */
import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { type HttpAnswer, invalid, type Refusal } from './refusal.ts';
import type { JsonObject } from './request.ts';

/** The bearer of the Authorization header; a blank one counts as none. */
export const bearerOf = ({ authorization = '' }: IncomingHttpHeaders): string | undefined =>
  /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];

const refused = (
  status: number,
  message: string,
  { type = 'invalid_request_error', param, code }: { type?: string; param?: string; code?: string } = {},
): HttpAnswer => ({ status, body: { error: { message, type, param: param ?? null, code: code ?? null } } });

/** As the vendor shows a key in a message: its beginning and its end. */
const masked = (key: string): string => `${key.slice(0, 8)}${'*'.repeat(12)}${key.slice(-4)}`;

export function openaiRefusal(refusal: Refusal, tooLong: (tokens: number, window: number) => HttpAnswer): HttpAnswer {
  switch (refusal.kind) {
    case 'no-key':
      return refused(
        401,
        "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY).",
      );
    case 'wrong-key':
      return refused(
        401,
        `Incorrect API key provided: ${masked(refusal.key)}. You can find your API key at https://platform.openai.com/account/api-keys.`,
        { code: 'invalid_api_key' },
      );
    case 'no-credit':
      return refused(
        429,
        'You exceeded your current quota, please check your plan and billing details. For more information on this error, read the docs: https://platform.openai.com/docs/guides/error-codes/api-errors.',
        { type: 'insufficient_quota', code: 'insufficient_quota' },
      );
    case 'unknown-model':
      return refused(404, `The model \`${refusal.model}\` does not exist or you do not have access to it.`, {
        code: 'model_not_found',
      });
    case 'too-long':
      return tooLong(refusal.tokens, refusal.window);
    case 'rate-limit':
      return {
        ...refused(429, 'Rate limit reached for requests. Please try again later.', {
          type: 'requests',
          code: 'rate_limit_exceeded',
        }),
        headers: { ...waiting(refusal), 'x-ratelimit-remaining-requests': '0' },
      };
    case 'failed':
      return {
        ...refused(refusal.status, 'The server had an error while processing your request. Sorry about that!', {
          type: 'server_error',
        }),
        headers: waiting(refusal),
      };
    case 'invalid':
      return refused(400, refusal.message, refusal);
  }
}

const waiting = ({ retryAfter }: { readonly retryAfter?: number }): Readonly<Record<string, string>> =>
  retryAfter === undefined
    ? {}
    : { 'retry-after': String(Math.ceil(retryAfter)), 'retry-after-ms': String(Math.round(retryAfter * 1000)) };

export const openaiTooLong = (message: string, param: string): HttpAnswer =>
  refused(400, message, { param, code: 'context_length_exceeded' });

/** The first thing that is wrong with the form of a body. */
export function openaiFormFault({ issues: [issue] }: z.ZodError): Refusal {
  const param = (issue?.path ?? [])
    .map((step, nth) => (typeof step === 'number' ? `[${step}]` : `${nth > 0 ? '.' : ''}${String(step)}`))
    .join('');
  if (issue?.code === 'unrecognized_keys') {
    const name = `${param === '' ? '' : `${param}.`}${issue.keys[0]}`;
    return invalid(`Unknown parameter: '${name}'.`, name, 'unknown_parameter');
  }
  if (issue?.code === 'invalid_type' && issue.input === undefined) {
    return invalid(`Missing required parameter: '${param}'.`, param, 'missing_required_parameter');
  }
  return invalid(`Invalid value for '${param}': ${issue?.message ?? 'unknown'}.`, param, 'invalid_value');
}

/** What models that think before they speak do not take. */
export function reasoningFault(body: JsonObject): Refusal | undefined {
  const unsupported = (param: string, advice = ''): Refusal =>
    invalid(
      `Unsupported parameter: '${param}' is not supported with this model.${advice}`,
      param,
      'unsupported_parameter',
    );
  if (body.max_tokens !== undefined) return unsupported('max_tokens', " Use 'max_completion_tokens' instead.");
  const param = ['temperature', 'top_p', 'presence_penalty', 'frequency_penalty'].find(
    name => body[name] !== undefined,
  );
  return param === undefined ? undefined : unsupported(param);
}

/** `{"type": "json_object"}` without the word in a message would have the model write blanks for ever. */
export const wordJsonMissing = (text: string, param: string): Refusal | undefined =>
  /json/i.test(text)
    ? undefined
    : invalid(
        `'${param}' must contain the word 'json' in some form, to use '${param === 'messages' ? 'response_format' : 'text.format'}' of type 'json_object'.`,
        param,
      );
