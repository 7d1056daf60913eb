import { afterEach, describe, expect, it } from 'vitest';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../../servers/model/server.ts';
import { answer, asking, at, question } from './asking.ts';

const servers: ModelServer[] = [];
const start = async (options: Partial<ModelServerOptions> = {}): Promise<ModelServer> => {
  const server = await startModelServer({ script: () => answer, ...options });
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const providers = ['anthropic', 'openai', 'address'] as const;

describe.each(providers)('%s', provider => {
  it('is asked once, and what it says is counted', async () => {
    const server = await start();
    const { asker, notes } = asking(at(server, provider));
    expect(await asker.ask(question('queues'))).toEqual(answer);
    expect(server.questions()).toHaveLength(1);
    expect(server.questions()[0]).toMatchObject({ format: 'json-schema', isStreamed: provider === 'address' });
    const { calls, tokensIn, tokensOut, cached } = asker.usage();
    expect({ calls, cached }).toEqual({ calls: 1, cached: 0 });
    expect(tokensIn).toBeGreaterThan(5);
    expect(tokensOut).toBeGreaterThan(5);
    expect(notes).toEqual([]);
  });
});
