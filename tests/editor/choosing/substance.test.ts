import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Substance, substance, thinBelow } from '../../../src/editor/choosing/substance.ts';
import { shared } from '../../material.ts';
import { engineeringPosts, type Post, thinPosts } from '../posts.ts';

const countWords = (text: string): number => text.split(/\s+/).length;

const measure = ({ title, text }: Pick<Post, 'title' | 'text'>): Substance =>
  substance({ title, text, words: countWords(text), completeness: 'full' });

describe('a post that teaches an engineer something can be written up', () => {
  it.each(engineeringPosts.map(post => [post.kind, post] as const))('%s', (_, post) => {
    expect(measure(post).score).toBeGreaterThan(thinBelow + 0.1);
  });
});

describe('a post that does not is only listed', () => {
  it.each(thinPosts.map(post => [post.kind, post] as const))('%s', (_, post) => {
    expect(measure(post).score).toBeLessThan(thinBelow);
  });
});

describe('what the score is made of', () => {
  const [post = { title: '', text: '' }] = engineeringPosts;
  const whole = { ...post, words: countWords(post.text), completeness: 'full' as const };

  it('is told part by part, and the parts sum up to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...engineeringPosts, ...thinPosts), example => {
        const { score, reasons } = measure(example);
        const sum = reasons
          .map(reason => Number(reason.replace('−', '-').match(/[+-][\d.]+$/)?.[0]))
          .reduce((total, part) => total + part, 0);
        expect(score).toBeCloseTo(Math.min(1, Math.max(0, sum)), 1);
      }),
      { seed: 7 },
    );
  });

  it('names the weightiest part first', () => {
    expect(measure(post).reasons[0]).toMatch(/^technical vocabulary \+0\.\d\d$/);
  });

  it.each(['excerpt', 'paywalled'] as const)('is lower for what could be read in part only: %s', completeness => {
    const part = substance({ ...whole, completeness });
    expect(part.score).toBeLessThan(substance(whole).score);
    expect(part.reasons.join()).toContain(completeness);
  });

  it('is not raised by saying the same thing again and again', () => {
    const sentence = 'We are excited to announce our Kubernetes pipeline, because latency matters. ';
    const once = measure({ title: '', text: sentence.repeat(10) });
    expect(measure({ title: '', text: sentence.repeat(200) }).score).toBeLessThanOrEqual(once.score + 0.05);
  });

  it('lies between 0 and 1, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.constantFrom(...engineeringPosts, ...thinPosts).map(p => p.text),
    );
    fc.assert(
      fc.property(text, fc.string({ maxLength: 40 }), (body, title) => {
        const { score } = measure({ title, text: body });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
      { seed: 7 },
    );
  });

  it.each(['1,', 'a_', 'chief ', '” said A ', 'by x', '{', '$ '])('comes soon for a hostile text of %j', piece => {
    expect(measure({ title: piece.repeat(50_000), text: piece.repeat(50_000) }).score).toBeLessThan(thinBelow);
  });
});

const articles = shared('fixtures/articles');

describe.skipIf(!existsSync(articles))('pages of the fixtures (skipped where ../shared is absent)', () => {
  const measurePage = (name: string): number => {
    const text = readFileSync(join(articles, name, 'expected.txt'), 'utf8');
    return measure({ title: '', text }).score;
  };

  it.each(['dropbox-blog', 'v8-blog', 'google-sre-book-1', 'toc-missing', 'blogger'])('%s has substance', name => {
    expect(measurePage(name)).toBeGreaterThan(thinBelow + 0.1);
  });

  it.each(['mozilla-1', 'dev418', 'base-url', '005-unescape-html-entities'])('%s is thin', name => {
    expect(measurePage(name)).toBeLessThan(thinBelow);
  });
});

const news = shared('fixtures/extraction/ground-truth.json');

describe.skipIf(!existsSync(news))('general news (skipped where ../shared is absent)', () => {
  it('ranks below the engineering posts, nearly all of it thin', () => {
    const pages = z
      .record(z.string(), z.object({ articleBody: z.string() }))
      .parse(JSON.parse(readFileSync(news, 'utf8')));
    const scores = Object.values(pages).map(({ articleBody }) => measure({ title: '', text: articleBody }).score);
    expect(scores.length).toBeGreaterThan(30);
    expect(scores.filter(score => score >= thinBelow).length).toBeLessThanOrEqual(scores.length / 6);
    expect(Math.max(...scores)).toBeLessThan(0.55);
  });
});
