import { describe, expect, it } from 'vitest';
import { normaliseTitle } from '../../src/edition/words.ts';

describe('one story has one headline, however it is set', () => {
  it.each([
    ['How we “scaled” Kafka — again', 'How We "Scaled" Kafka - Again'],
    ['Netflix’s new encoder', "Netflix's new encoder"],
    ['A  title\u00a0with spaces', 'A title with spaces'],
    ['It won’t scale', 'It wont scale'],
  ])('%s = %s', (a, b) => {
    expect(normaliseTitle(a)).toBe(normaliseTitle(b));
  });

  it('keeps what tells two headlines apart', () => {
    expect(normaliseTitle('Rust 1.90')).not.toBe(normaliseTitle('Rust 1.91'));
    expect(normaliseTitle('Part 1: storage')).not.toBe(normaliseTitle('Part 2: storage'));
  });
});
