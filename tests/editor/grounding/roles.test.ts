import { describe, expect, it } from 'vitest';
import { read } from '../../../src/editor/grounding/reading.ts';
import { rolesOf } from '../../../src/editor/grounding/roles.ts';

const roles = (sentence: string): Record<string, string> => {
  const words = read(sentence);
  return Object.fromEntries([...rolesOf(words)].map(([place, role]) => [words[place]?.text ?? '', role]));
};

describe('the roles of what a sentence tells of', () => {
  it.each([
    ['Acme moved from Postgres to Kafka.', { postgres: 'source', kafka: 'target' }],
    ['Changes flow into Kafka from Postgres.', { kafka: 'target', postgres: 'source' }],
    ['Acme chose Kafka over Postgres.', { kafka: 'chosen', postgres: 'rejected' }],
    ['Acme prefers Kafka to Postgres.', { kafka: 'chosen', postgres: 'rejected' }],
    ['Kafka is faster than Postgres.', { kafka: 'more', postgres: 'less' }],
    ['Postgres is slower than Kafka.', { postgres: 'less', kafka: 'more' }],
    ['Kafka is less slow than Postgres.', { kafka: 'more', postgres: 'less' }],
    [
      'Acme keeps Kafka and no longer Postgres.',
      { acme: 'chosen', keeps: 'chosen', kafka: 'chosen', postgres: 'rejected' },
    ],
    ['Kafka, then Postgres.', { kafka: 'earlier', postgres: 'later' }],
    ['Kafka first, and Postgres afterwards.', { kafka: 'earlier', postgres: 'later' }],
    ['It takes minutes, where it used to take hours.', { minutes: 'later', hours: 'earlier' }],
    ['Acme is used to Kafka.', {}],
    [
      'A ferry arrived later and is faster than boats.',
      { ferry: 'more', arrived: 'more', later: 'more', boats: 'less' },
    ],
    ['Errors pile up faster than they are fixed.', {}],
    ['Accuracy fell by more than Acme accepts.', {}],
    ['Acme likes Kafka.', {}],
  ])('%s', (sentence, expected) => {
    expect(roles(sentence)).toEqual(expected);
  });
});
