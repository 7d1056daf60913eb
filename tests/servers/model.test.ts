import { APICallError } from 'ai';
import { afterEach, describe, expect, it } from 'vitest';
import { asked, type Client, each, failure, said } from './model/asking.ts';
import { clients } from './model/clients.ts';
import { always, oneAfterAnother } from './model/faults.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from './model/server.ts';

let server: ModelServer | undefined;
const start = async (options: Partial<ModelServerOptions> = {}): Promise<ModelServer> => {
  server = await startModelServer({ script: () => said, ...options });
  return server;
};
afterEach(() => server?.close());

/** An address where nothing listens, for a client that is asked nothing. */
const nowhere = { baseUrl: 'http://127.0.0.1:9/v1', key: 'none' };

const nameOf = (client: Client): string => {
  const model = client(nowhere);
  return typeof model === 'string' ? model : model.modelId;
};

describe('the real clients hear what the script says', () => {
  it.each(each)('%s, %s', async (_, way, client, ask) => {
    const at = await start();
    const heard = await ask(at, client);
    expect(heard.output).toEqual(said);
    expect(heard.finishReason).toBe('stop');
    expect(heard.inputTokens).toBeGreaterThan(5);
    expect(heard.outputTokens).toBeGreaterThan(10);
    const [request] = at.questions();
    expect(request).toMatchObject({ user: 'What was wrong?', isStreamed: way === 'streamed', maxTokens: 200 });
    expect(request?.system).toContain('Answer in JSON.');
  });

  it('with the schema wherever one is sent', async () => {
    const at = await start();
    for (const client of Object.values(clients)) await asked(at, client);
    const formats = at.questions().map(({ format }) => format);
    expect(formats).toEqual([
      'json-schema',
      'json-schema',
      'json-schema',
      'json-schema',
      'json-object',
      'json-schema',
      'tool',
    ]);
    const schemas = at.questions().filter(({ format }) => format !== 'json-object');
    for (const request of schemas) expect(request.schema).toMatchObject({ required: ['problem', 'themes'] });
  });
});

const refusal = async (work: Promise<unknown>): Promise<APICallError> => {
  const error = await failure(work);
  if (!APICallError.isInstance(error)) throw error;
  return error;
};

const openai = /^OpenAI|compatible/;
const vendors = Object.entries(clients).filter(([name]) => !/thinks|without|tool/.test(name));

describe.each(vendors)('%s refuses in the words of the vendor', (name, client) => {
  const isOpenai = openai.test(name);

  it('a wrong key', async () => {
    const at = await start();
    const error = await refusal(asked({ ...at, key: 'sk-of-somebody-else' }, client));
    expect(error.statusCode).toBe(401);
    expect(error.message).toMatch(isOpenai ? /Incorrect API key provided: sk-of-so\*+else/ : /^invalid x-api-key$/);
    expect(error.isRetryable).toBe(false);
    expect(at.questions()).toEqual([]);
  });

  it('an account without credit', async () => {
    const at = await start({ faults: always({ kind: 'no-credit' }) });
    const error = await refusal(asked(at, client));
    expect(error.statusCode).toBe(isOpenai ? 429 : 400);
    expect(error.responseBody).toMatch(isOpenai ? /"code":"insufficient_quota"/ : /credit balance is too low/);
  });

  it('a model that it does not know', async () => {
    const at = await start();
    const error = await refusal(asked(at, client, 'gpt-99'));
    expect(error.statusCode).toBe(404);
    expect(error.message).toContain('gpt-99');
  });

  it('a question that is too long', async () => {
    const at = await start({ models: [{ name: nameOf(client), window: 20, maxOutput: 200 }] });
    const error = await refusal(asked(at, client));
    expect(error.statusCode).toBe(400);
    expect(error.message).toMatch(/maximum context length|context window|prompt is too long/);
  });

  it('when it is busy, with and without a time to wait', async () => {
    const at = await start({
      faults: oneAfterAnother(
        { kind: 'rate-limit', retryAfter: 2 },
        { kind: 'rate-limit' },
        { kind: 'failed', status: 503 },
      ),
    });
    const first = await refusal(asked(at, client));
    expect([first.statusCode, first.responseHeaders?.['retry-after']]).toEqual([429, '2']);
    const second = await refusal(asked(at, client));
    expect([second.statusCode, second.responseHeaders?.['retry-after']]).toEqual([429, undefined]);
    expect((await refusal(asked(at, client))).statusCode).toBe(503);
    expect((await asked(at, client)).output).toEqual(said);
    expect(at.requests.map(({ status }) => status)).toEqual([429, 429, 503, 200]);
  });
});
