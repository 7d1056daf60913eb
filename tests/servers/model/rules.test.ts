import { afterEach, describe, expect, it } from 'vitest';
import { said } from './asking.ts';
import { post } from './posting.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from './server.ts';

let server: ModelServer | undefined;
const start = async (options: Partial<ModelServerOptions> = {}): Promise<ModelServer> => {
  server = await startModelServer({ script: () => said, ...options });
  return server;
};
afterEach(() => server?.close());

const user = { role: 'user', content: 'In JSON: what was wrong?' };
const version = { 'anthropic-version': '2023-06-01' };
const strict = (form: object) => ({ type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: form } });
const object = (properties: object, required: readonly string[] = Object.keys(properties), extra: object = {}) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
  ...extra,
});
const text = { type: 'string' };
const many = (count: number, one: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, nth) => [`p${nth}`, one]));

describe('rules of the vendors that a request breaks', () => {
  const chat = { model: 'gpt-4o-mini', messages: [user] };
  it.each<[string, object, RegExp]>([
    ['no messages', { messages: undefined }, /Missing required parameter: 'messages'/],
    ['a role that is none', { messages: [{ role: 'tool-less', content: 'x' }] }, /messages\[0\]\.role/],
    ['a parameter that is none', { max_words: 3 }, /Unknown parameter: 'max_words'/],
    ['a length beyond the model', { max_tokens: 20_000 }, /max_tokens is too large: 20000/],
    [
      'a length as models that think do not take it',
      { model: 'gpt-5-mini', max_tokens: 10 },
      /Use 'max_completion_tokens' instead/,
    ],
    [
      'a temperature where the model thinks',
      { model: 'gpt-5-mini', temperature: 0 },
      /'temperature' is not supported with this model/,
    ],
    [
      'options of a stream where there is none',
      { stream_options: { include_usage: true } },
      /only allowed when 'stream' is enabled/,
    ],
    [
      'JSON without the word',
      { messages: [{ role: 'user', content: 'What?' }], response_format: { type: 'json_object' } },
      /must contain the word 'json'/,
    ],
    ['an optional property', { response_format: strict(object({ a: text, b: text }, ['a'])) }, /Missing 'b'/],
    [
      'an open object within',
      { response_format: strict(object({ a: { type: 'object', properties: {}, required: [] } })) },
      /'properties', 'a'\), 'additionalProperties' is required/,
    ],
    [
      'a keyword outside the subset',
      { response_format: strict(object({ a: text }, ['a'], { allOf: [] })) },
      /'allOf' is not permitted/,
    ],
    ['a list at the root', { response_format: strict({ type: 'array', items: text }) }, /got 'type: \\"array\\"'/],
    [
      'a format outside the subset',
      { response_format: strict(object({ a: { type: 'string', format: 'uri' } })) },
      /'uri' is not a valid format/,
    ],
  ])('OpenAI: %s', async (_, change, message) => {
    const at = await start();
    const answer = await post(at, '/chat/completions', { authorization: `Bearer ${at.key}` }, { ...chat, ...change });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(message);
    expect(answer.text).toContain('"type":"invalid_request_error"');
  });

  const message = { model: 'claude-sonnet-4-5', max_tokens: 100, messages: [user] };
  const format = (form: object) => ({ output_config: { format: { type: 'json_schema', schema: form } } });
  it.each<[string, object, RegExp]>([
    ['no greatest length', { max_tokens: undefined }, /max_tokens: Field required/],
    ['a length beyond the model', { max_tokens: 64_001 }, /max_tokens: 64001 > 64000, which is the maximum/],
    ['a role that is none', { messages: [{ role: 'system', content: 'x' }] }, /messages\.0\.role/],
    ['a first message of its own', { messages: [{ role: 'assistant', content: 'x' }] }, /first message must use/],
    ['an empty block', { messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] }, /messages\.0\.content/],
    ['a parameter that is none', { response_format: {} }, /response_format: Extra inputs are not permitted/],
    ['a temperature above one', { temperature: 1.5 }, /temperature/],
    [
      'a bound outside the subset',
      format(object({ a: { type: 'string', minLength: 2 } })),
      /For 'string' type, property 'minLength' is not supported/,
    ],
    ['an open object', format({ type: 'object', properties: {} }), /must be explicitly set to false/],
    ['too many optional properties', format(object(many(25, text), [])), /too many optional parameters \(25\)/],
    ['too many unions', format(object(many(17, { type: ['string', 'null'] }))), /union types \(17/],
    [
      'a form of a model that has none',
      { model: 'claude-3-5-haiku-latest', ...format(object({ a: text })) },
      /does not support output format/,
    ],
  ])('Anthropic: %s', async (_, change, wanted) => {
    const at = await start();
    const answer = await post(at, '/messages', { 'x-api-key': at.key, ...version }, { ...message, ...change });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(wanted);
    expect(answer.text).toContain('"type":"invalid_request_error"');
  });

  it('a header that is missing', async () => {
    const at = await start();
    expect(await post(at, '/chat/completions', {}, chat)).toMatchObject({ status: 401 });
    expect((await post(at, '/chat/completions', { authorization: 'Bearer ' }, chat)).text).toMatch(
      /didn't provide an API key/,
    );
    expect((await post(at, '/messages', version, message)).text).toMatch(/x-api-key header is required/);
    expect((await post(at, '/messages', { 'x-api-key': at.key }, message)).text).toMatch(
      /anthropic-version: header is required/,
    );
  });

  it('a body that is no JSON, and an address that is none', async () => {
    const at = await start();
    const bearer = { authorization: `Bearer ${at.key}` };
    expect(await post(at, '/responses', bearer, '{"model":')).toMatchObject({ status: 400 });
    expect(await post(at, '/completions', bearer, chat)).toMatchObject({ status: 404 });
  });

  it('asks for no key where it is a server of one’s own', async () => {
    const at = await start({ key: null });
    expect(await post(at, '/chat/completions', {}, chat)).toMatchObject({ status: 200 });
  });
});

describe('servers of one’s own refuse in forms of their own', () => {
  it.each([
    [
      'ollama',
      'gpt-99',
      404,
      /^\{"error":\{"message":"model \\"gpt-99\\" not found, try pulling it first","type":"api_error"/,
    ],
    [
      'vllm',
      'gpt-99',
      404,
      /^\{"object":"error","message":"The model `gpt-99` does not exist\.","type":"NotFoundError"/,
    ],
    ['vllm', 'tiny', 400, /^\{"object":"error","message":"This model's maximum context length is 5 tokens/],
    [
      'llama.cpp',
      'tiny',
      400,
      /^\{"error":\{"code":400,"message":"request \(7 tokens\) exceeds.*"n_prompt_tokens":7,"n_ctx":5/,
    ],
  ] as const)('%s asked for %s', async (dialect, model, status, text) => {
    const at = await start({ dialect, models: [{ name: 'tiny', window: 5, maxOutput: 5 }] });
    const answer = await post(
      at,
      '/chat/completions',
      { authorization: `Bearer ${at.key}` },
      { model, messages: [user] },
    );
    expect(answer.text).toMatch(text);
    expect(answer.status).toBe(status);
  });

  it.each(['vllm', 'llama.cpp'] as const)('%s with a wrong key', async dialect => {
    const at = await start({ dialect });
    const answer = await post(at, '/chat/completions', { authorization: 'Bearer other' }, {});
    expect(answer.status).toBe(401);
    expect(answer.text).toMatch(/^\{"error":("Unauthorized"|\{"code":401,"message":"Invalid API Key")/);
  });
});
