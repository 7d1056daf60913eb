import type { Article } from '../../src/edition/article.ts';

/** An article of our own writing; `text` has a paragraph a line, `html` is empty unless given. */
export const anArticle = (parts: Partial<Article> & Pick<Article, 'text'>): Article => ({
  item: { id: 'https://blog.example/post', url: 'https://blog.example/post', title: '', authors: [], categories: [] },
  source: 'Example Engineering',
  title: 'How we moved search off the main database',
  url: 'https://blog.example/post',
  html: '',
  words: parts.text.split(/\s+/).length,
  completeness: 'full',
  ...parts,
});

/** A story with every facet, plus what a writer must leave out. */
export const searchStory = anArticle({
  text: [
    'Posted by Ada Example on March 3, 2026.',
    'I joined Acme three years ago after a degree in physics.',
    'In this post we will look at how search works at Acme.',
    'Search at Acme ran on the same Postgres database as checkout, and complex queries took 7 seconds at the 90th percentile.',
    'They also slowed down checkout for everybody else.',
    'What we built',
    'We moved the search workload to a dedicated index and stream every change to it with Debezium and Kafka.',
    'Each change is read from the write-ahead log, so that no application code takes part in the pipeline.',
    'The diagram below shows how the parts fit together:',
    'const pipeline = connect({ source: "postgres" });',
    'Trade-offs',
    'We chose asynchronous replication and accepted that a search result lags the database by a few hundred milliseconds.',
    'Somebody also has to run connectors, topics and a schema registry that did not exist before.',
    'Conclusion',
    'The lesson is that a store which serves both transactions and search should be split before the load forces the split.',
    'Queries now take 300 ms at the 90th percentile, and checkout no longer suffers.',
    'Many thanks to the colleagues who reviewed the design.',
    'We are hiring: check out our careers page!',
  ].join('\n'),
});
