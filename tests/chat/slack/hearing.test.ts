import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { atLeastOnce, heardHere } from '../../../src/chat/slack/hearing.ts';

const away = async (): Promise<never> => {
  throw new Error('The archive is away.');
};

describe('what one process heard', () => {
  it('is first once, and again once it was forgotten', async () => {
    const { isFirst, forget } = heardHere();
    expect([await isFirst('a'), await isFirst('a'), await isFirst('b')]).toEqual([true, false, true]);
    await forget('a');
    expect(await isFirst('a')).toBe(true);
  });

  it('is remembered so far as it may fill the memory', async () => {
    const { isFirst } = heardHere(2);
    for (const id of ['a', 'b', 'c']) await isFirst(id);
    expect([await isFirst('c'), await isFirst('a')]).toEqual([false, true]);
  });
});

describe('what any process heard, where that cannot be asked', () => {
  it('is taken for new, so that it is answered, and the operator is told', async () => {
    const lines: string[] = [];
    const logger = pino({}, { write: line => void lines.push(line) });
    const { isFirst, forget } = atLeastOnce({ isFirst: away, forget: away }, logger);
    expect([await isFirst('a'), await isFirst('a')]).toEqual([true, true]);
    await forget('a');
    expect(lines.join('')).toMatch(/is not known; it is answered.*The archive is away/s);
  });
});
