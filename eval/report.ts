/** What an evaluation shows, as tables. */
import type { Usage } from '../src/edition/edition.ts';
import type { EvaluatedArticle } from './evaluated-article.ts';
import type { Evaluation } from './evaluation.ts';
import { comparable, type Tally, tallyOf } from './measures/pairs.ts';
import { totalsOf } from './measures/totals.ts';
import { figure, percentage, tableOf, unmeasured } from './table.ts';

const qualityHeadings = [
  '',
  'articles',
  'grounded',
  'facets',
  'given',
  'words',
  'Flesch',
  'ROUGE-1',
  'ROUGE-2',
  'ROUGE-L',
  'company',
  'themes',
];

const qualityOf = ({ name, scores }: Evaluation): readonly string[] => {
  const totals = totalsOf(scores);
  const { facets } = totals;
  return [
    name,
    `${totals.articles}/${scores.length}`,
    percentage(totals.grounded),
    facets ? `${facets.said}/${facets.wanted}` : unmeasured,
    figure(totals.given, 0),
    percentage(totals.compression),
    figure(totals.readability, 0),
    ...[totals.rouge1, totals.rouge2, totals.rougeL].map(overlap => figure(overlap, 3)),
    percentage(totals.company),
    figure(totals.themes, 2),
  ];
};

/** One line for each writer. */
export const qualityTable = (evaluations: readonly Evaluation[]): string =>
  tableOf(qualityHeadings, evaluations.map(qualityOf));

const costOf = (name: string, usage: Usage): readonly string[] => [
  name,
  ...[usage.calls, usage.cached, usage.tokensIn, usage.tokensOut].map(String),
  figure(usage.seconds, 1),
  usage.price === undefined ? unmeasured : `$${usage.price.toFixed(4)}`,
];

/** Those that cost something; empty where none does. */
export const costTable = (evaluations: readonly Evaluation[]): string => {
  const rows = evaluations.flatMap(({ name, usage }) => (usage ? [costOf(name, usage)] : []));
  return rows.length === 0 ? '' : tableOf(['', 'calls', 'cached', 'tokens in', 'tokens out', 'seconds', 'price'], rows);
};

const tell = ({ wins, ties, losses }: Tally): string => `${wins}/${ties}/${losses}`;

/** Articles on which `ours` is better, as good, and worse than each of the others. */
export const pairTable = (ours: Evaluation, others: readonly Evaluation[]): string =>
  tableOf(
    [`${ours.name} against`, ...Object.keys(comparable)],
    others.map(other => [
      other.name,
      ...Object.values(comparable).map(measure => tell(tallyOf(ours.scores, other.scores, measure))),
    ]),
  );

/** Facets said and ROUGE-1, -2, -L of every writer for each article that has a reference. */
export const articleTable = (evaluations: readonly Evaluation[], articles: readonly EvaluatedArticle[]): string =>
  tableOf(
    ['', ...evaluations.map(({ name }) => name)],
    articles.map(({ article }, at) => [
      article.title.slice(0, 48),
      ...evaluations.map(({ scores }) => {
        const told = scores[at]?.told;
        if (told === undefined) return unmeasured;
        const { rouge1, rouge2, rougeL } = told.overlap;
        return [
          `${told.facets.length}/${told.wanted.length}`,
          ...[rouge1, rouge2, rougeL].map(f => f.toFixed(2).slice(1)),
        ].join(' ');
      }),
    ]),
  );
