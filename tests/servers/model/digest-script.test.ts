import { beforeAll, describe, expect, it } from 'vitest';
import type { EvaluatedArticle } from '../../../eval/evaluated-article.ts';
import { recordedArticles } from '../../../eval/recorded-articles.ts';
import { type Entry, facetNames } from '../../../src/edition/edition.ts';
import { themes } from '../../../src/edition/theme.ts';
import { checkGrounding } from '../../../src/editor/grounding.ts';
import { splitSentences } from '../../../src/editor/language/sentences.ts';
import { type EntryAnswer, entryAnswer, overviewAnswer } from '../../../src/editor/model/answers.ts';
import { labelAt } from '../../../src/editor/prompts/overview-data.ts';
import {
  entryPrompt,
  entryRepairPrompt,
  overviewPrompt,
  overviewRepairPrompt,
} from '../../../src/editor/prompts/prompts.ts';
import { anEntry } from '../../editor/an-entry.ts';
import { digestScript, questionOf, titleAsked } from './digest-script.ts';
import type { ModelRequest } from './request.ts';

const requestOf = ({ system, user }: Pick<ModelRequest, 'system' | 'user'>): ModelRequest => ({
  wire: 'chat',
  model: 'llama3.1',
  system,
  user,
  format: 'text',
  isStreamed: false,
  isUsageWanted: false,
});

const slugs: readonly string[] = themes.map(({ slug }) => slug);

let articles: readonly EvaluatedArticle[];
beforeAll(async () => {
  articles = await recordedArticles();
});

const answered = async ({ article }: EvaluatedArticle): Promise<EntryAnswer> =>
  entryAnswer.parse(await digestScript(requestOf(entryPrompt(article))));

const sentencesOf = (answer: EntryAnswer): readonly string[] =>
  facetNames.flatMap(name => splitSentences(answer[name] ?? ''));

describe('to the question on one article', () => {
  it('says only what the article supports, of all recorded ones', async () => {
    for (const one of articles) {
      const unsupported = sentencesOf(await answered(one)).filter(
        sentence => !checkGrounding(sentence, one.article.text).supported,
      );
      expect(unsupported).toEqual([]);
    }
  });

  it('tells a story of most, and proposes company and themes that there are', async () => {
    const answers = await Promise.all(articles.map(answered));
    expect(answers.filter(answer => sentencesOf(answer).length >= 3).length).toBeGreaterThan(0.8 * articles.length);
    for (const { company, themes: proposed } of answers) {
      expect(company).not.toBe('');
      expect(proposed.filter(slug => !slugs.includes(slug))).toEqual([]);
      expect(proposed.length).toBeGreaterThan(0);
    }
  });

  it('says the same every time', async () => {
    for (const one of articles.slice(0, 3)) expect(await answered(one)).toEqual(await answered(one));
  });

  it('puts a sentence of the article in the place of one that is refused, and keeps the others', async () => {
    const one = articles.find(({ article }) => article.title.startsWith('How Datadog'));
    if (one === undefined) throw new Error('the recorded day has no such article');
    const { approach = '', problem } = await answered(one);
    const [first = '', second = ''] = splitSentences(approach ?? '');
    const wrong = `${second.replace(/\.$/, '')} within 9 hours.`;
    const draft = { facets: { problem: problem ?? '', approach: `${first} ${wrong}` } };
    const refusals = [{ facet: 'approach', sentence: wrong, missing: ['9 hours'] }] as const;
    const prompt = entryRepairPrompt(one.article, draft, refusals);
    const mended = entryAnswer.parse(await digestScript(requestOf(prompt)));
    expect(mended).toMatchObject({ problem, approach: `${first} ${second}`, lesson: null });
  });
});

describe('to the question on a day', () => {
  const told = (company: string, title: string, approach: string): Entry =>
    anEntry({ id: company, company, title, themes: ['caching'], body: approach, facets: { approach } });
  const entries = [
    told('Airbnb', 'Warming caches at Airbnb', 'Airbnb warms its caches before a release. The warmer reads a log.'),
    told('Netflix', 'Caches that move', 'The team copies keys to another region.'),
    anEntry({ id: 'other', company: 'Other', themes: ['search'], facets: { approach: 'Other built an index.' } }),
  ];

  it('tells of one entry, and of each theme what the companies did that share it', async () => {
    const answer = overviewAnswer.parse(await digestScript(requestOf(overviewPrompt({ entries, recent: [] }))));
    expect(answer.signal).toEqual({
      headline: 'Warming caches at Airbnb',
      body: 'Airbnb warms its caches before a release. The warmer reads a log.',
      entries: [labelAt(0)],
    });
    expect(answer.patterns).toEqual([
      {
        theme: 'caching',
        body: 'Airbnb warms its caches before a release. Netflix: The team copies keys to another region.',
        entries: [labelAt(0), labelAt(1)],
      },
    ]);
  });

  it('leaves out what is refused, and a pattern of which too little is left', async () => {
    const [first] = entries;
    if (first === undefined) throw new Error('no entry');
    const draft = {
      signal: {
        headline: 'Warming caches',
        body: 'Airbnb warms its caches before a release. It is fast.',
        entries: ['Airbnb'],
      },
      patterns: [
        { theme: 'caching', body: 'Airbnb warms its caches. Netflix does so too.', entries: ['Airbnb', 'Netflix'] },
      ],
    };
    const refusals = [
      { sentence: 'It is fast.', missing: ['fast'] },
      { sentence: 'Netflix does so too.', missing: ['so'] },
    ];
    const prompt = overviewRepairPrompt({ entries, recent: [] }, draft, refusals);
    expect(overviewAnswer.parse(await digestScript(requestOf(prompt)))).toEqual({
      signal: { ...draft.signal, body: 'Airbnb warms its caches before a release.', entries: [labelAt(0)] },
      patterns: [],
    });
  });
});

describe('tells the questions apart', () => {
  it('by the data that they bear', () => {
    const [one] = articles;
    if (one === undefined) throw new Error('no article');
    const entry = requestOf(entryPrompt(one.article));
    expect([questionOf(entry), titleAsked(entry)]).toEqual(['entry', one.article.title]);
    expect(questionOf(entryRepairPrompt(one.article, { facets: {} }, []))).toBe('entry-repair');
    const overview = requestOf(overviewPrompt({ entries: [anEntry({ id: 'one' })], recent: [] }));
    expect([questionOf(overview), titleAsked(overview)]).toEqual(['overview', '']);
    expect(() => questionOf({ system: '', user: 'What is new?' })).toThrow(TypeError);
  });
});
