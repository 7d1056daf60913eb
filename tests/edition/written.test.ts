import { describe, expect, it } from 'vitest';
import { costText, writtenBy } from '../../src/edition/written.ts';

describe('who wrote an edition', () => {
  it.each([
    ['anthropic:claude-opus-9', 'written by claude-opus-9, checked against the articles'],
    ['http://10.0.0.7:11434/v1#llama3:8b', 'written by llama3:8b, checked against the articles'],
  ])('%s is shown without provider and address', (writer, text) => {
    expect(writtenBy({ writer })).toBe(text);
  });

  it('is nobody where all is quoted', () => {
    expect(writtenBy({ writer: 'extractive' })).toBeUndefined();
  });
});

describe('what an edition cost', () => {
  it('is told with its price where one is known', () => {
    const usage = { calls: 19, tokensIn: 80_123, tokensOut: 6021, cached: 0, seconds: 31.24, price: 0.3304 };
    expect(costText(usage)).toBe('19 calls, 80,123 tokens in and 6,021 out, 31.2 seconds, about $0.33');
  });

  it('is nothing where every answer was known', () => {
    const usage = { calls: 0, tokensIn: 0, tokensOut: 0, cached: 19, seconds: 0 };
    expect(costText(usage)).toBe('0 calls (19 answers known from before), 0 tokens in and 0 out, 0 seconds');
  });
});
