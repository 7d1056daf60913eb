import { AISDKError, APICallError } from 'ai';
import { describe, expect, it } from 'vitest';
import { readFault } from '../../../src/editor/model/faults.ts';

const now = new Date('2026-04-01T06:00:00Z');

const refusal = (statusCode: number, body: unknown, responseHeaders: Record<string, string> = {}): APICallError =>
  new APICallError({
    message: 'no',
    url: 'https://api.example/v1',
    requestBodyValues: {},
    statusCode,
    responseHeaders,
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
  });

const anthropic = (type: string, message = 'No.') => ({ type: 'error', error: { type, message }, request_id: 'req_1' });
const openai = (type: string, code: string | null = null, message = 'No.') => ({
  error: { message, type, param: null, code },
});

/** Shapes as the vendors' pages on errors have them, and as people report them of these and of servers of one's own. */
describe('what a server answers', () => {
  it.each([
    ['Anthropic', 401, anthropic('authentication_error', 'invalid x-api-key'), 'wrong-key'],
    ['Anthropic', 403, anthropic('permission_error'), 'wrong-key'],
    ['Anthropic', 402, anthropic('billing_error'), 'no-credit'],
    [
      'Anthropic',
      400,
      anthropic('invalid_request_error', 'Your credit balance is too low to access the Anthropic API. Go to Billing.'),
      'no-credit',
    ],
    [
      'Anthropic',
      400,
      anthropic('invalid_request_error', 'You have reached your specified API usage limits. You regain access later.'),
      'no-credit',
    ],
    ['Anthropic', 404, anthropic('not_found_error', 'model: claude-nothing'), 'unknown-model'],
    ['Anthropic', 400, anthropic('invalid_request_error', 'prompt is too long: 9 tokens > 8 maximum'), 'too-long'],
    ['Anthropic', 413, anthropic('request_too_large'), 'too-long'],
    ['Anthropic', 400, anthropic('invalid_request_error', 'max_tokens: too many'), 'refused'],
    ['Anthropic', 429, anthropic('rate_limit_error'), 'busy'],
    ['Anthropic', 500, anthropic('api_error'), 'busy'],
    ['Anthropic', 529, anthropic('overloaded_error', 'Overloaded'), 'busy'],
    ['OpenAI', 401, openai('invalid_request_error', 'invalid_api_key', 'Incorrect API key: sk-ab**cd.'), 'wrong-key'],
    ['OpenAI', 403, openai('invalid_request_error', 'unsupported_country_region_territory'), 'wrong-key'],
    ['OpenAI', 429, openai('insufficient_quota', 'insufficient_quota'), 'no-credit'],
    ['OpenAI', 429, openai('insufficient_quota'), 'no-credit'],
    ['OpenAI', 400, openai('invalid_request_error', 'billing_hard_limit_reached'), 'no-credit'],
    ['OpenAI', 404, openai('invalid_request_error', 'model_not_found'), 'unknown-model'],
    ['OpenAI', 400, openai('invalid_request_error', 'model_not_found'), 'unknown-model'],
    ['OpenAI', 400, openai('invalid_request_error', 'context_length_exceeded'), 'too-long'],
    ['OpenAI', 429, openai('tokens', 'rate_limit_exceeded'), 'busy'],
    ['OpenAI', 503, openai('server_error'), 'busy'],
    ['Ollama', 404, openai('api_error', null, 'model "llama9" not found, try pulling it first'), 'unknown-model'],
    ['Ollama', 404, '404 page not found', 'unknown-model'],
    ['DeepSeek', 400, openai('invalid_request_error', 'invalid_request_error', 'Model Not Exist'), 'unknown-model'],
    [
      'vLLM',
      400,
      {
        object: 'error',
        message: "This model's maximum context length is 4096 tokens.",
        type: 'BadRequestError',
        code: 400,
      },
      'too-long',
    ],
    [
      'llama.cpp',
      400,
      {
        error: {
          code: 400,
          message: 'the request exceeds the available context size',
          type: 'exceed_context_size_error',
        },
      },
      'too-long',
    ],
    ['a server', 401, { error: 'unauthorized' }, 'wrong-key'],
    ['a proxy', 502, '<html>Bad Gateway</html>', 'busy'],
    ['a proxy', 407, '', 'refused'],
  ])('%s, %i %j is %s', (_, status, body, code) => {
    expect(readFault(refusal(status, body), now).code).toBe(code);
  });

  it.each([
    [openai('requests', 'rate_limit_exceeded'), 'rate_limit_exceeded'],
    [openai('server_error'), 'server_error'],
    [openai('x', 'sk-proj-1234567890'), undefined],
    [openai('x', 'we got: What was wrong with queues?'), undefined],
    ['no JSON', 'status-429'],
  ])('is told by a word of the server, where it is a word and no key: %j', (body, word) => {
    expect(readFault(refusal(429, body), now).word).toBe(word);
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Wed, 01 Apr 2026 06:00:20 GMT' }, 20_000],
    [{ 'retry-after': 'Wed, 01 Apr 2026 05:00:00 GMT' }, 0],
    [{ 'retry-after-ms': '1500', 'retry-after': '2' }, 1500],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('wants to be asked again as %j has it', (headers, milliseconds) => {
    const headersOf: Record<string, string> = { ...headers };
    expect(readFault(refusal(429, '', headersOf), now).retryAfter).toBe(milliseconds);
  });
});

const withCode = (code: string): Error => Object.assign(new Error('no'), { code });

describe('what the network does', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['UND_ERR_CONNECT_TIMEOUT', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'unreachable'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'unreachable'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable'],
    ['ECONNRESET', 'busy'],
    ['UND_ERR_SOCKET', 'busy'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ])('%s is %s, and told', (code, fault) => {
    const error = new TypeError('fetch failed', { cause: withCode(code) });
    expect(readFault(error, now)).toEqual({ code: fault, word: code });
  });

  it('is no answer in time, where we stop waiting', () => {
    expect(readFault(new DOMException('late', 'TimeoutError'), now)).toEqual({ code: 'timeout' });
  });

  it('is unreachable, where nothing better is known', () => {
    expect(readFault(new TypeError('fetch failed', { cause: new Error('bad port') }), now).code).toBe('unreachable');
  });
});

it.each([
  new AISDKError({ name: 'AI_JSONParseError', message: 'no' }),
  new Error('Expected a normalized Anthropic stream error'),
])('takes what else the SDK throws for an answer that cannot be read: %s', error => {
  expect(readFault(error, now)).toEqual({ code: 'malformed' });
});
