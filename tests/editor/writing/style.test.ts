import { describe, expect, it } from 'vitest';
import { styleOf } from '../../../src/editor/writing/style.ts';

describe('of two sentences that say the same, the digest prefers', () => {
  it.each([
    [
      'figures',
      'The queue of Acme handles 9,000 tasks per second in all of its regions.',
      'The queue of Acme handles very many tasks each second in all of its regions.',
    ],
    [
      'what is over what might be',
      'The queue drops a task when two workers claim it in the same second.',
      'The queue could drop a task when two workers claim it in the same second.',
    ],
    [
      'the system over the author',
      'The queue of Acme lost tasks whenever a worker died in the middle.',
      'I noticed that my queue lost tasks whenever a worker died in the middle.',
    ],
    [
      'facts over praise',
      'The queue of Acme keeps each task on three disks in three regions.',
      'The powerful queue of Acme seamlessly keeps each task on three disks.',
    ],
    [
      'a sentence of middling length',
      'The queue of Acme keeps each task on three disks until a worker has claimed it.',
      'The queue of Acme keeps each task.',
    ],
    [
      'a statement over an exclamation',
      'The queue of Acme keeps each task on three disks in three regions.',
      'The queue of Acme keeps each task on three disks in three regions!',
    ],
    [
      'what is over what is commonly thought',
      'The queue of Acme loses a task when its worker dies in the middle.',
      'Many developers believe that the queue of Acme never loses a task.',
    ],
    [
      'what was done over how much of it there is',
      'Acme deployed an optimization of the proxy, which reads fewer files.',
      'Acme deployed two more optimizations, and the proxy reads fewer files.',
    ],
    [
      'the matter over advice to the reader',
      'The queue of Acme keeps the downloads of a build on a disk of its own.',
      'If you are not keeping the downloads of a build, Acme has a queue for it.',
    ],
    [
      'reasons',
      'The queue of Acme was split in two because one disk could not keep up.',
      'The queue of Acme was split in two, and one disk could not keep up.',
    ],
  ])('%s', (_, better, worse) => {
    expect(styleOf(better)).toBeGreaterThan(styleOf(worse));
  });
});
