/** Whom the evaluation compares: our writers, and the baselines that they must beat. */
import type { Article } from '../src/edition/article.ts';
import { type Facets, facetNames } from '../src/edition/edition.ts';
import { explainCompany } from '../src/editor/company.ts';
import { draft } from '../src/editor/drafting.ts';
import { splitSentences } from '../src/editor/language/sentences.ts';
import { settleCompany, settleThemes } from '../src/editor/proposal.ts';
import type { Proposal, Writer } from '../src/editor/writer.ts';
import { catalogue } from '../src/sources/catalogue.ts';
import { leadOf } from './baselines/lead.ts';
import { textRankOf } from './baselines/text-rank.ts';
import { tellFailure } from './evaluation.ts';
import type { Summariser, Summary } from './summary.ts';

const publishers = new Map(catalogue.map(source => [source.name, source]));

/** With the company and the themes under which an entry would stand. */
const summaryOf = (article: Article, facets: Facets, proposal?: Proposal): Summary => {
  const { title, text, source } = article;
  const publisher = publishers.get(source);
  const ours = explainCompany({ title, text, source, ...(publisher && { publisher }) });
  return {
    sentences: facetNames.flatMap(name => splitSentences(facets[name] ?? '')),
    facets,
    company: settleCompany(article, ours, proposal),
    themes: settleThemes(article, proposal),
  };
};

/** A writer as it answers at first, before an edition checks what it says. */
export const fromWriter = (writer: Writer, name = writer.name): Summariser => ({
  name,
  async summarise(article) {
    const { facets, proposal } = await writer.write(article);
    return summaryOf(article, facets, proposal);
  },
  usage: () => writer.usage?.(),
});

/** A writer with what an edition does to its words: checked, asked for once more, quoted where that fails too. */
export const checked = (writer: Writer, name: string, onNote: (sentence: string) => void): Summariser => ({
  name,
  async summarise(article) {
    const onProblem = (_: Article, error: unknown): void => {
      const told = tellFailure(`“${article.title}” is quoted`, error);
      if (told !== '') onNote(told);
    };
    const { facets, proposal } = await draft(article, { writer, onProblem });
    return summaryOf(article, facets, proposal);
  },
  usage: () => writer.usage?.(),
});

const fromSentences = (name: string, choose: (article: Article) => readonly string[]): Summariser => ({
  name,
  async summarise(article) {
    return { sentences: choose(article) };
  },
});

export const baselines: readonly Summariser[] = [
  fromSentences('lead-4', leadOf),
  fromSentences('TextRank', textRankOf),
];
