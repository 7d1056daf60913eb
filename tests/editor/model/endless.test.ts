/** A server that goes on and on, whatever limit it is given: vendors' own do not, and the loopback servers keep their rules. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { asking, faultOf, question } from './asking.ts';

const said = { index: 0, delta: { content: 'word '.repeat(2000) }, finish_reason: null };
const piece = { id: 'answer', object: 'chat.completion.chunk', created: 1, model: 'endless', choices: [said] };

it('an answer without an end is broken off, its connection closed and the question given up', {
  timeout: 20_000,
}, async () => {
  const closed: Promise<unknown>[] = [];
  const server = createServer((_, response) => {
    closed.push(once(response, 'close'));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const goOn = (): void => {
      if (!response.destroyed) response.write(`data: ${JSON.stringify(piece)}\n\n`, () => setImmediate(goOn));
    };
    goOn();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const model = { provider: 'address', url: `http://127.0.0.1:${port}/v1`, name: 'endless' } as const;
  const { asker } = asking({ models: [model], keys: {}, urls: {} });
  expect((await faultOf(asker.ask(question('queues')))).code).toBe('truncated');
  // Once more with more room for it.
  expect(closed).toHaveLength(2);
  await Promise.all(closed);
  server.close();
});
