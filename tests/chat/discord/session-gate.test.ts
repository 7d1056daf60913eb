import { describe, expect, it } from 'vitest';
import { createSessionGate } from '../../../src/chat/discord/session-gate.ts';

const atOnce = { waitForIdentify: async () => undefined };
const outcomeOf = async (waiting: Promise<unknown>): Promise<string> => {
  // All that can happen without a timer or a connection has happened by then.
  const stillWaiting = new Promise<string>(resolve => setImmediate(resolve, 'waits'));
  const settled = waiting.then(
    () => 'passed',
    () => 'turned back',
  );
  return await Promise.race([settled, stillWaiting]);
};

describe('the gate to a session', () => {
  it('is passed when the turn has come, as often as it is reached', async () => {
    const { signal } = new AbortController();
    const turn = Promise.withResolvers<void>();
    const gate = createSessionGate({ waitForIdentify: () => turn.promise });
    expect(await outcomeOf(gate.reached())).toBe('waits');
    const waiting = gate.waitForIdentify(0, signal);
    expect(await outcomeOf(gate.reached())).toBe('passed');
    expect(await outcomeOf(waiting)).toBe('waits');
    turn.resolve();
    expect(await outcomeOf(waiting)).toBe('passed');
    expect(await outcomeOf(gate.reached())).toBe('waits');
    expect(await outcomeOf(gate.waitForIdentify(0, signal))).toBe('passed');
  });

  it('holds a shard back once it is closed, until the connection is', async () => {
    const connection = new AbortController();
    const gate = createSessionGate(atOnce);
    gate.close();
    const waiting = gate.waitForIdentify(0, connection.signal);
    expect(await outcomeOf(waiting)).toBe('waits');
    expect(await outcomeOf(gate.reached())).toBe('passed');
    connection.abort();
    expect(await outcomeOf(waiting)).toBe('turned back');
  });

  it('turns back a shard whose connection was closed while it waited for its turn', async () => {
    const connection = new AbortController();
    const gate = createSessionGate({ waitForIdentify: async () => connection.abort() });
    expect(await outcomeOf(gate.waitForIdentify(0, connection.signal))).toBe('turned back');
    gate.close();
    expect(await outcomeOf(gate.waitForIdentify(0, connection.signal))).toBe('turned back');
  });
});
