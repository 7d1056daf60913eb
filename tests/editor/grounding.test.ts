import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkGrounding } from '../../src/editor/grounding.ts';
import { splitSentences } from '../../src/editor/language/sentences.ts';

const article = `How Acme moved its search
Search at Acme ran on Postgres, and complex joins took 7 seconds at the 90th percentile.
About 4.2 million rows were scanned for a large customer.
The team moved the search workload to a dedicated platform and streams changes with Debezium and Kafka.
Change data capture reads the write-ahead log, and no application code takes part.
“Replication is asynchronous by choice,” said Ana Ruiz, who led the work.
Three regions were moved in 40% less time, on Node.js v20 and with S3 for snapshots.
Storage for the snapshots costs $8.5 billion rubles a year, by the way.
Kafka keeps changes for 12 days. Backups are kept for 90 days in every region.`;

describe('a sentence that the article supports', () => {
  it.each([
    ['as it stands', 'Change data capture reads the write-ahead log, and no application code takes part.'],
    [
      'in other white space and quotation marks',
      '"Replication is  asynchronous by choice," said Ana Ruiz, who led the work.',
    ],
    ['as a clause', 'Complex joins took 7 seconds at the 90th percentile.'],
    ['with the figure in another form', 'About 4,200,000 rows were scanned for a large customer.'],
    ['with the unit in another form', 'Complex joins took 7-second spans at the 90th percentile.'],
    ['with the number as a digit', '3 regions were moved in 40 percent less time.'],
    ['with another inflection', 'Teams moving the search workloads stream changes with Debezium and Kafka.'],
    ['with a possessive', 'Acme’s search ran on Postgres with complex joins.'],
    ['with the abbreviation of a term', 'CDC reads the write-ahead log.'],
    ['with a quotation cut out', 'Ana Ruiz said that replication is “asynchronous by choice”.'],
    ['with a name spelled apart', 'Regions were moved on NodeJS v20 with S3.'],
  ])('%s', (_, sentence) => {
    expect(checkGrounding(sentence, article)).toEqual({ supported: true, missing: [] });
  });
});

describe('a sentence about the company whose article it is', () => {
  const own = `We moved search off the database that serves the checkout.
Postgres keeps the orders, and an index on Lucene answers the queries.
Our engineers stream each change to the index, which lags by a second.`;

  it.each([
    'Acme moved search off the database that serves the checkout.',
    'Engineers of Acme stream each change to the index.',
  ])('may name it where the article says “we” and never its name: %s', sentence => {
    expect(checkGrounding(sentence, own, 'Acme')).toEqual({ supported: true, missing: [] });
    expect(checkGrounding(sentence, own).missing).toContain('Acme');
  });

  it('may name no other company there', () => {
    expect(
      checkGrounding('Globex moved search off the database that serves the checkout.', own, 'Acme').missing,
    ).toContain('Globex');
  });
});

describe('a sentence that the article does not support', () => {
  it.each([
    ['a changed figure', 'Complex joins took 9 seconds at the 90th percentile.', '9 seconds'],
    ['a changed unit', 'Complex joins took 7 minutes at the 90th percentile.', '7 minutes'],
    ['a figure that belongs to something else', 'Kafka keeps changes for 90 days.', '90 days'],
    ['a figure cut short', 'Storage for the snapshots costs $8.', '$8'],
    ['a swapped company', 'Globex moved the search workload to a dedicated platform.', 'Globex'],
    ['an invented product', 'The team streams changes with Debezium and Pulsar.', 'Pulsar'],
    [
      'a swapped name of the article',
      'The team moved the search workload to a platform and streams changes with Debezium and Postgres.',
      'Postgres',
    ],
    ['another version', 'Three regions were moved on Node.js v22.', 'v22'],
    ['an invented quotation', 'Ana Ruiz said that replication is “slow by design” at Acme.', 'slow by design'],
    ['words of its own', 'Search engines are marvels that delight curious astronomers.', 'astronomers'],
  ])('%s is named', (_, sentence, culprit) => {
    const { supported, missing } = checkGrounding(sentence, article);
    expect(supported).toBe(false);
    expect(missing).toContain(culprit);
  });

  it.each(['', '   ', '…'])('nothing said is nothing supported, except as it stands: "%s"', sentence => {
    const { supported, missing } = checkGrounding(sentence, 'An article.');
    expect(supported).toBe(missing.length === 0);
  });

  it('nothing is supported by nothing', () => {
    expect(checkGrounding('Search at Acme ran on Postgres.', '').supported).toBe(false);
  });
});

describe('any text', () => {
  const parts = fc.constantFrom(
    ...'Acme 7 seconds 4.2 million “by choice” Kafka queue. The (a) $ % v20 \n é 日本 '.split(' '),
  );
  const texts = fc.array(parts, { maxLength: 40 }).map(words => words.join(' '));

  it('is judged: supported exactly where nothing is missing', () => {
    fc.assert(
      fc.property(texts, texts, (sentence, text) => {
        const { supported, missing } = checkGrounding(sentence, text);
        expect(supported).toBe(missing.length === 0);
      }),
      { seed: 20_260_401, numRuns: 300 },
    );
  });

  it('supports each of its own sentences', () => {
    fc.assert(
      fc.property(texts, text => {
        const sentences = text.split('\n').flatMap(splitSentences);
        expect(sentences.filter(sentence => !checkGrounding(sentence, text).supported)).toEqual([]);
      }),
      { seed: 20_260_401, numRuns: 300 },
    );
  });
});
