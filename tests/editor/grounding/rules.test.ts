import { describe, expect, it } from 'vitest';
import { groundingOf } from '../../../src/editor/grounding.ts';

const check = groundingOf(`Search at Acme ran on Postgres, which does not scale beyond one machine.
The team moved the search workload from Postgres to Kafka, and latency was reduced from 900 ms to 120 ms.
Kafka keeps 40 topics, while Postgres keeps 12 tables for the orders.
The new service no longer needs a nightly batch job, because changes arrive within 2 seconds.
Replication is asynchronous, so a reader may see old rows for a moment.
Before each release, a job replays the requests of yesterday against the candidate.
Operators can skip the replay in an emergency.
Writes are accepted from the leader only, and a follower rejects them.
CDC with Debezium carries the changes. Every change costs less than a cent.
The largest customer sends 4,213,889 rows a day, and 39.6% of them are duplicates.
The team chose availability over consistency.
Checkout was left where it was, as its transactions are short.
A replica of the orders costs more than a snapshot of the tables.
Adding workers shortens the nightly replay until the queue is empty.
Follow our chat channel for the names of the speakers. Debezium, Flink and a small proxy feed the channel.
Snapshots are moved to a cheaper archive, and stay there for weeks.`);

describe('an honest paraphrase is supported', () => {
  it.each([
    'Latency fell from 900 ms to 120 ms when the search workload was moved to Kafka.',
    'Postgres fails to scale past a single machine.',
    'The new service removes the need for a nightly batch job.',
    'As replication is asynchronous, readers may briefly see old rows.',
    'Yesterday’s requests are replayed against the candidate ahead of each release.',
    'In an emergency the replay may be skipped by operators.',
    'A follower refuses writes; only the leader accepts them.',
    'Change data capture with Debezium carries the changes.',
    'About 40% of the 4.2 million daily rows of the largest customer are duplicates.',
    'The team preferred availability to consistency.',
    'Changes arrive within 2,000 milliseconds, so the service no longer needs a nightly batch job.',
    'Postgres keeps a dozen tables for the orders, and Kafka keeps forty topics.',
    'A snapshot of the tables costs less than a replica of the orders.',
    'More workers cut the nightly replay until the queue is empty.',
    'The names of the speakers are in the chat channel of Acme.',
    'Snapshots are moved to a less expensive archive.',
    'The channel is fed by three tools: Debezium, Flink and a small proxy.',
    'Moved on the third day, snapshots stay in the archive for weeks.',
  ])('%s', sentence => {
    expect(check(sentence)).toEqual({ supported: true, missing: [] });
  });
});

describe('what turns the article round is refused, and named', () => {
  it.each([
    ['a direction', 'Latency rose when the search workload was moved to Kafka.', /^rose/],
    ['an added denial', 'Operators cannot skip the replay in an emergency.', /^cannot skip/],
    ['a dropped denial', 'Postgres scales beyond one machine.', /^scales/],
    ['an order in time', 'A job replays the requests of yesterday after each release.', /^after/],
    ['a pair of opposites', 'Replication is synchronous, so readers may see old rows for a moment.', /^synchronous/],
    ['two places', 'The team moved the search workload from Kafka to Postgres.', /Kafka to Postgres/],
    ['a preference', 'The team chose consistency over availability.', /consistency over availability/],
    ['a figure of something else', 'Postgres keeps 40 tables for the orders.', /^40/],
    ['a comparison', 'A snapshot of the tables costs more than a replica of the orders.', /^more/],
    ['a quality', 'Snapshots are moved to a more expensive archive.', /^expensive/],
    ['a unit', 'Changes arrive within 2 minutes.', /^2 minutes/],
    ['a span of time', 'The largest customer sends 4,213,889 rows an hour.', /^an hour/],
    [
      'a reason',
      'Checkout was left where it was because its vendor forbids copies.',
      /^because its vendor forbids copies/,
    ],
    ['a foreign clause', 'Kafka keeps 40 topics, and inspectors receive satellite pictures weekly.', /^satellite$/],
    ['a command', 'Operators skip the replay with --force in an emergency.', /^--force$/],
  ])('%s', (_, sentence, named) => {
    const { supported, missing } = check(sentence);
    expect(supported).toBe(false);
    expect(missing).toContainEqual(expect.stringMatching(named));
  });
});
