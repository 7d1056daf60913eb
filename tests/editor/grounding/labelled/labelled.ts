/**
 * Sentences about the articles of the recorded day, written and labelled by hand before any code was run on them: half are
 * what a careful editor might write, half were given one fault. `dev.tsv` is for improving the code; `held-out.tsv` is for
 * measuring it, and is not to be read by whoever improves it. `practice.tsv` and `practice-2.tsv` are further material for
 * improving it: mostly true sentences, in the many wordings of honest writers, and no part of any measure. So are
 * `practice-3.tsv`, half true like `dev.tsv`, and `practice-4.tsv`, by ten authors, most of its faults of the kinds that are
 * hardest to see. `unseen.tsv`, by three authors who wrote like that of `dev.tsv`, is as little to be read as `held-out.tsv`.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type RecordedArticle, readRecordedArticles } from './recorded-articles.ts';

/** What was done to a corrupted sentence, one fault in each. */
export const faults = ['number', 'unit', 'name', 'negated', 'direction', 'cause', 'merged'] as const;

/** `true` is a sentence that its article supports. */
const kind = z.enum(['true', ...faults]);

export type Kind = z.infer<typeof kind>;

export interface LabelledSentence {
  readonly url: string;
  readonly kind: Kind;
  readonly sentence: string;
  readonly supported: boolean;
  /** As the edition reads the article, blocks split by `\n`. */
  readonly articleText: string;
  /** Whom the article is about, by our own rules. */
  readonly company: string;
}

export const parts = {
  dev: 'dev.tsv',
  'held-out': 'held-out.tsv',
  practice: 'practice.tsv',
  'practice-2': 'practice-2.tsv',
  'practice-3': 'practice-3.tsv',
  'practice-4': 'practice-4.tsv',
  unseen: 'unseen.tsv',
} as const;

export type Part = keyof typeof parts;

const row = z.tuple([z.url({ protocol: /^https$/ }), kind, z.string().min(1)]);

/** The sentences of a part, in their order. Throws ZodError for a row of another shape, Error for an article that was not recorded. */
export const readLabelled = (part: Part): readonly LabelledSentence[] => {
  const articles = readRecordedArticles();
  const [, ...lines] = readFileSync(new URL(parts[part], import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map(line => label(row.parse(line.split('\t')), articles));
};

const label = (
  [url, kind, sentence]: z.infer<typeof row>,
  articles: ReadonlyMap<string, RecordedArticle>,
): LabelledSentence => {
  const article = articles.get(url);
  if (article === undefined) throw new Error(`No article was recorded at ${url}.`);
  return { url, kind, sentence, supported: kind === 'true', articleText: article.text, company: article.company };
};
