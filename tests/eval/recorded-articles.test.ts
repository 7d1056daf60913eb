import { expect, it } from 'vitest';
import { recordedArticles } from '../../eval/recorded-articles.ts';
import { canonicalUrl } from '../../src/edition/story.ts';

it('each reference stands beside the whole article of the recorded day at its address', async () => {
  const articles = await recordedArticles();
  expect(articles).toHaveLength(24);
  expect(articles.map(({ article }) => canonicalUrl(article.url))).toEqual(
    articles.map(({ reference }) => canonicalUrl(reference?.url ?? '')),
  );
  for (const { article } of articles) {
    expect(article.completeness).toBe('full');
    expect(article.words).toBeGreaterThan(300);
  }
});
