import type { EvaluatedArticle } from '../../eval/evaluated-article.ts';
import { searchStory } from '../editor/an-article.ts';

/** The story of search with a reference of our own writing, which has no trade-off. */
export const evaluatedStory: EvaluatedArticle = {
  article: searchStory,
  reference: {
    url: searchStory.url,
    company: 'Acme',
    themes: ['search', 'databases'],
    facets: {
      problem: 'Search shared a Postgres database with checkout, and complex queries took 7 seconds.',
      approach: 'The search workload moved to a dedicated index that Debezium and Kafka keep up to date.',
      lesson: 'Split a store that serves both transactions and search before its load forces the split.',
    },
  },
};
