/** Answers to the questions on a whole day: a signal and patterns from the sentences of its entries. */
import { splitSentences } from '../../../../src/editor/language/sentences.ts';
import type { JsonObject } from '../request.ts';
import { type EntryData, type PromptData, readDraft, readEntries, readRefused } from './prompt-data.ts';

const mostPatterns = 3;
const mostCited = 3;

const sentencesOf = ({ facets }: EntryData, facet: string): readonly string[] =>
  splitSentences(facets.get(facet) ?? '');

const fewWords = (title: string): string =>
  title
    .replace(/[.?!:].*$/s, '')
    .split(/\s+/)
    .slice(0, 14)
    .join(' ');

/** What the company did, in a sentence that names it; its title where no facet is told. */
function deedOf(entry: EntryData): string {
  const sentences = ['Approach', 'Lesson', 'Problem'].flatMap(facet => sentencesOf(entry, facet));
  const named = sentences.find(sentence => sentence.includes(entry.company));
  return named ?? `${entry.company}: ${sentences[0] ?? `${fewWords(entry.title)}.`}`;
}

interface Shared {
  readonly theme: string;
  readonly entries: readonly EntryData[];
}

/** Themes by the number of companies that share them, one entry of each company. */
function sharedThemes(entries: readonly EntryData[]): readonly Shared[] {
  const themes = [...new Set(entries.flatMap(entry => entry.themes))];
  return themes
    .map(theme => {
      const on = entries.filter(entry => entry.themes.includes(theme));
      return { theme, entries: on.filter(({ company }, nth) => on.findIndex(one => one.company === company) === nth) };
    })
    .filter(shared => shared.entries.length > 1)
    .sort((a, b) => b.entries.length - a.entries.length);
}

export function answerOverview({ parts }: PromptData): JsonObject {
  const entries = readEntries(parts.get('entries') ?? '');
  const told = parts.get('recent') ?? '';
  const fresh = entries.filter(({ title }) => !told.includes(fewWords(title)));
  const lead =
    fresh.find(entry => entry.facets.has('Lesson') && entry.facets.has('Approach')) ?? fresh[0] ?? entries[0];
  const patterns = sharedThemes(entries)
    .slice(0, mostPatterns)
    .map(({ theme, entries: sharing }) => {
      const cited = sharing.slice(0, mostCited);
      return {
        theme,
        body: cited.map(deedOf).join(' '),
        entries: cited.map(({ label }) => label),
      };
    });
  const own =
    lead === undefined
      ? []
      : [...sentencesOf(lead, 'Approach').slice(0, 2), ...sentencesOf(lead, 'Lesson').slice(0, 1)];
  const body = own.length > 0 || lead === undefined ? own : [deedOf(lead)];
  return {
    signal: {
      headline: fewWords(lead?.title ?? ''),
      body: body.join(' '),
      entries: lead === undefined ? [] : [lead.label],
    },
    patterns,
  };
}

/** The draft without its refused sentences, and without a pattern that tells of fewer than two companies then. */
export function mendOverview({ parts }: PromptData): JsonObject {
  const draft = readDraft(parts.get('draft') ?? '');
  const refused = new Set(readRefused(parts.get('refused') ?? ''));
  const kept = (name: string): readonly string[] =>
    splitSentences(draft.get(name) ?? '').filter(sentence => !refused.has(sentence));
  const labels = (name: string): readonly string[] => (draft.get(name) ?? '').split(', ').filter(label => label !== '');
  const count = [...draft.keys()].filter(name => /^patterns\[\d+\]\.theme$/.test(name)).length;
  const patterns = Array.from({ length: count }, (_, nth) => ({
    theme: draft.get(`patterns[${nth}].theme`) ?? '',
    sentences: kept(`patterns[${nth}].body`),
    entries: labels(`patterns[${nth}].entries`),
  }));
  return {
    signal: {
      headline: draft.get('signal.headline') ?? '',
      body: kept('signal.body').join(' '),
      entries: labels('signal.entries'),
    },
    patterns: patterns
      .filter(({ sentences }) => sentences.length > 1)
      .map(({ theme, sentences, entries }) => ({ theme, body: sentences.join(' '), entries })),
  };
}
