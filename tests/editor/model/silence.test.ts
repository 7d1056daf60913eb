import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minute } from '../../../src/edition/duration.ts';
import { answer, asking, faultOf, models, question } from './asking.ts';

/** A server that says a piece of its answer whenever it is told to. */
const slowServer = () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const choice = (content: string, end: string | null) =>
    `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: end }] })}\n\n`;
  return {
    fetch: async () => new Response(readable, { headers: { 'content-type': 'text/event-stream' } }),
    say: (content: string, isLast = false): void => {
      void writer.write(new TextEncoder().encode(choice(content, isLast ? 'stop' : null)));
      if (isLast) void writer.close();
    },
  };
};

const inPieces = (text: string): readonly string[] => text.match(/.{1,9}/g) ?? [];
const pieces = inPieces(JSON.stringify(answer));
const thoughts = inPieces(`<think>They had a lag.</think>${JSON.stringify(answer)}`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a server at an address', () => {
  const ask = (fetch: typeof globalThis.fetch) =>
    asking({ models: [models.address], keys: {}, urls: {}, fetch }).asker.ask(question('queues'));

  it.each([
    ['speaks', pieces],
    ['thinks aloud before it answers', thoughts],
  ])('may take as long as it likes while it %s', async (_, pieces) => {
    const server = slowServer();
    const asked = ask(server.fetch);
    for (const [index, piece] of pieces.entries()) {
      await vi.advanceTimersByTimeAsync(4 * minute);
      server.say(piece, index === pieces.length - 1);
      // The piece is read before the clock moves on.
      await vi.advanceTimersByTimeAsync(0);
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(await asked).toEqual(answer);
    expect(pieces.length * 4).toBeGreaterThan(15);
  });

  it.each([0, 2])('is given up after five minutes of silence, %i pieces into its answer', async count => {
    const server = slowServer();
    const asked = faultOf(ask(server.fetch));
    for (const piece of pieces.slice(0, count)) server.say(piece);
    await vi.advanceTimersByTimeAsync(4 * minute);
    await new Promise(resolve => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(6 * minute);
    expect((await asked).code).toBe('timeout');
  });
});
