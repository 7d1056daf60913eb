import { describe, expect, it, vi } from 'vitest';
import { within } from '../../src/chat/within.ts';

describe('within', () => {
  it('gives what comes in time', async () => {
    expect(await within(60_000, Promise.resolve('here'))).toBe('here');
  });

  it('gives nothing where it takes longer, and lets a later failure be', async () => {
    const { promise, reject } = Promise.withResolvers<string>();
    expect(await within(0, promise)).toBeUndefined();
    reject(new Error('too late to be heard'));
  });

  it('rejects as what it waits for does, and keeps no timer running', async () => {
    const clear = vi.spyOn(globalThis, 'clearTimeout');
    await expect(within(60_000, Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(clear).toHaveBeenCalled();
    clear.mockRestore();
  });
});
