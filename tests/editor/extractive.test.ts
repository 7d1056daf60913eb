import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/edition/article.ts';
import { type Facets, facetNames } from '../../src/edition/edition.ts';
import { extractiveWriter } from '../../src/editor/extractive.ts';
import { foldSpace, splitSentences } from '../../src/editor/language/sentences.ts';
import { bodyOf } from '../../src/editor/writer.ts';
import { leansOnPrevious } from '../../src/editor/writing/leaning.ts';
import { faultOf } from '../../src/editor/writing/standalone.ts';
import { extractArticle } from '../../src/sources/article.ts';
import { shared } from '../material.ts';
import { anArticle, searchStory } from './an-article.ts';
import { engineeringPosts } from './posts.ts';

/** The facets as the extractive writer quotes them. */
const quoted = async (article: Article): Promise<Facets> => (await extractiveWriter.write(article)).facets;

describe('the extractive writer', () => {
  it('tells problem, approach, trade-off and lesson in the words of the article', async () => {
    expect(await quoted(searchStory)).toEqual({
      problem:
        'Search at Acme ran on the same Postgres database as checkout, and complex queries took 7 seconds at the 90th percentile.',
      approach:
        'We moved the search workload to a dedicated index and stream every change to it with Debezium and Kafka. Each change is read from the write-ahead log, so that no application code takes part in the pipeline.',
      tradeoff:
        'We chose asynchronous replication and accepted that a search result lags the database by a few hundred milliseconds.',
      lesson:
        'The lesson is that a store which serves both transactions and search should be split before the load forces the split.',
    });
  });

  it('gives the same draft for the same article', async () => {
    expect(await quoted(searchStory)).toEqual(await quoted(searchStory));
  });

  it('leaves a facet out of which the article says nothing', async () => {
    const text = `Builds at Acme became slow as the repository grew, and every branch started cold.
We moved the build cache to object storage and share it between branches.
Each machine reads the cache before it compiles a file.`;
    const draft = await quoted(anArticle({ title: 'Sharing the build cache at Acme', text }));
    expect(Object.keys(draft)).toEqual(['problem', 'approach']);
  });

  it('never opens a sentence on a connective or a pronoun, even right behind what it points to', async () => {
    const text = `Compilers at Acme have always been built for the desktop.
But as phones became the first computer of our users, we rewrote the code generator for small processors.
It emits half the instructions that the old one did.
The code generator of Acme now schedules instructions for processors of two cores.
The downside is that debug builds now take longer than before.`;
    const body = bodyOf(await quoted(anArticle({ title: 'A compiler for phones', text })));
    expect(splitSentences(body)).not.toContainEqual(expect.stringMatching(/^(?:But|It|This|They|So)\b/));
    expect(body).toContain('now schedules instructions');
  });

  it('quotes what points back in mid-sentence only right behind what it points to', async () => {
    const text = `Running small jobs on demand is a critical need of every team at Acme.
Atlas is the system that serves this need at Acme, through callbacks on a queue.
The downside is that a job may run twice.`;
    const told = bodyOf(await quoted(anArticle({ title: 'Atlas runs jobs at Acme', text })));
    expect(told).toContain('team at Acme. Atlas is the system that serves this need');
    const untold = text.slice(text.indexOf('Atlas is'));
    expect(bodyOf(await quoted(anArticle({ title: 'Atlas', text: untold })))).not.toContain('this need');
  });

  it('does not tell a price or a release as what was done or learned', async () => {
    const text = `Agents at Acme failed whenever a sandbox took seconds to start, which was too slow for a chat.
Acme has opened the beta of Dashers to all paying customers.
Acme runs each sandbox in an isolate of its own and throws the isolate away after the call.
The downside is that an isolate runs no native code.
Dashers are available now in the Standard and Premium editions of Acme.`;
    const draft = await quoted(anArticle({ title: 'Dashers at Acme', text }));
    expect(draft.approach).toBe(
      'Acme runs each sandbox in an isolate of its own and throws the isolate away after the call.',
    );
    expect(draft.lesson).toBeUndefined();
  });

  it('does not take the middle of an example for the story', async () => {
    const text = `Monitoring at Acme should page a person only for symptoms.
For example, suppose that a database is slow. Slow reads are the real problem of the team that runs the database, and the website suffers.
We built the alerts of Acme on the latency that users see.`;
    const body = bodyOf(await quoted(anArticle({ title: 'Monitoring at Acme', text })));
    expect(body).not.toContain('Slow reads');
  });

  it('ends an example at the question that is put to it', async () => {
    const text = `Suppose that a model scores 79 on a benchmark. What will it do with a claim? A single score folds thousands of questions into one number, which fails to explain where a model falls short.
We built a profile of each model from the demands of every question.`;
    const draft = await quoted(anArticle({ title: 'Profiles of models', text }));
    expect(draft.problem).toContain('A single score folds');
  });

  it('has nothing to say of an empty article', async () => {
    expect(await quoted(anArticle({ text: '' }))).toEqual({});
  });

  it.each(engineeringPosts)('tells $kind in two to five sentences that stand in it', async ({ title, text }) => {
    const sentences = splitSentences(bodyOf(await quoted(anArticle({ title, text }))));
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(sentences.filter(sentence => !foldSpace(text).includes(sentence))).toEqual([]);
    expect(sentences[0] && leansOnPrevious(sentences[0])).toBe(false);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'The the we built It this However, problem cost lesson slow. Acme uses a queue of tasks, at the cost of latency. should (see " “quote” … ? 40% e.g. \n <b> {x} 日本語。'.split(
      ' ',
    ),
  );
  const texts = fc.array(words, { maxLength: 120 }).map(parts => parts.join(' '));

  it('is quoted verbatim or not at all, two sentences a facet and five in all at most', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.boolean(), async (text, hasMarkup) => {
        const html = hasMarkup ? `<p>${text.replaceAll('<', '&lt;').replaceAll('\n', '</p><p>')}</p>` : '';
        const draft = await quoted(anArticle({ text, html }));
        const facets = facetNames.map(name => splitSentences(draft[name] ?? ''));
        const sentences = facets.flat();
        expect(sentences.filter(sentence => !foldSpace(text).includes(sentence))).toEqual([]);
        expect(sentences.flatMap(sentence => faultOf(sentence) ?? [])).toEqual([]);
        expect(Math.max(...facets.map(({ length }) => length))).toBeLessThanOrEqual(2);
        expect(sentences.length).toBeLessThanOrEqual(5);
      }),
      { seed: 20_260_401, numRuns: 150 },
    );
  });
});

const pages = shared('fixtures/articles');

describe.skipIf(!existsSync(pages))('public pages (skipped where ../shared is absent)', () => {
  it.each(['dropbox-blog', 'v8-blog', 'google-sre-book-1'])('%s has a body of four or five sentences', async page => {
    const url = `https://example.com/${page}`;
    const article = extractArticle(readFileSync(resolve(pages, page, 'source.html'), 'utf8'), url);
    const draft = await quoted(anArticle({ ...article, url }));
    const sentences = splitSentences(bodyOf(draft));
    expect(sentences.length).toBeGreaterThanOrEqual(4);
    expect(sentences.length).toBeLessThanOrEqual(5);
    expect(Object.keys(draft)).toEqual(expect.arrayContaining(['problem', 'approach', 'tradeoff']));
    expect(sentences.filter(sentence => !foldSpace(article.text).includes(sentence))).toEqual([]);
  });
});
