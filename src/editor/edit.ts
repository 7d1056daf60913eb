/** The main path of the editor: the day's articles in, one written edition out, and why each article is where it is. */
import type { Article } from '../edition/article.ts';
import { type AlsoPublished, type Edition, facetNames, type Usage } from '../edition/edition.ts';
import type { Source, SourceStatus } from '../edition/source.ts';
import { storyId, withoutCampaign } from '../edition/story.ts';
import { addressesOf } from './choosing/same-story.ts';
import { mergeStories, type Story } from './choosing/stories.ts';
import { type Attribution, explainCompany } from './company.ts';
import { type Decision, decisionsOn } from './decisions.ts';
import { extractiveWriter } from './extractive.ts';
import { isNoted, ModelError } from './model/model-error.ts';
import { type Overview, writeOverview } from './overview.ts';
import { chooseAndWrite, type Outcome, type WriteUpOptions } from './write-up.ts';

export interface EditOptions extends Omit<WriteUpOptions, 'attribute' | 'onProblem'> {
  /** Everything that appeared in the edition's window, in any order. */
  readonly articles: readonly Article[];
  /** How each source fared; goes into the edition as it is. */
  readonly sources: readonly SourceStatus[];
  readonly catalogue: readonly Source[];
  /** Which of these stories (`storyId`) another edition has told or listed: no story is digested twice. */
  readonly publishedAmong?: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The editions before, newest first, at most seven: what they told is not told again as new. */
  readonly recent?: readonly Edition[];
  /** Hears of each thing that the writer failed on, which is then quoted: a sentence for the operator. */
  readonly onNote?: (sentence: string) => void;
}

export type { Decision };

export interface Edited {
  readonly edition: Edition;
  /** One for each article, in the order of the edition. */
  readonly decisions: readonly Decision[];
  /** What of Signal and Patterns was refused, and what is quoted in its place. */
  readonly overview: Pick<Overview, 'dropped' | 'quoted'>;
}

/** What a writer costs that quotes. */
const noUsage: Usage = { calls: 0, tokensIn: 0, tokensOut: 0, cached: 0, seconds: 0 };

/** Attributes an article by the rules of `company.ts`, with what the catalogue knows of its source. */
const createAttribution = (catalogue: readonly Source[]) => {
  const publishers = new Map(catalogue.map(source => [source.name, source]));
  return ({ title, text, source }: Article): Attribution => {
    const publisher = publishers.get(source);
    return explainCompany({ title, text, source, ...(publisher && { publisher }) });
  };
};

/** Every id under which an earlier edition may know a story: a feed that changes an address must not bring it back. */
const idsOf = (story: Story): readonly string[] => [
  ...new Set([story, ...story.others].flatMap(({ article }) => addressesOf(article).map(storyId))),
];

/** Separates the stories that another edition has from those that are new. */
const sortOut = async (stories: readonly Story[], { publishedAmong }: EditOptions) => {
  const published = (await publishedAmong?.(stories.flatMap(idsOf))) ?? new Set();
  const isPublished = (story: Story): boolean => idsOf(story).some(id => published.has(id));
  return { told: stories.filter(isPublished), fresh: stories.filter(story => !isPublished(story)) };
};

const listing = ({ company, article: { title, url, source } }: Story): AlsoPublished => ({
  title: title || url,
  company,
  source,
  url: withoutCampaign(url),
});

/** What the operator is told of a failure; nothing where that was said before. */
const failureNote = (what: string, error: unknown): string | undefined => {
  if (!(error instanceof ModelError)) return `${what}: ${error instanceof Error ? error.message : String(error)}`;
  return isNoted(error) ? undefined : `${error.message} The text is quoted instead.`;
};

const withNotes = (usage: Usage, further: readonly string[]): Usage => {
  const notes = [...(usage.notes ?? []), ...further];
  return notes.length === 0 ? usage : { ...usage, notes };
};

/** Whether a Deep Dive holds words of the writer and not of the article alone. */
const holdsOwnWords = ({ entry, quoted = [] }: Outcome): boolean =>
  entry !== undefined && facetNames.some(name => entry.facets[name] !== undefined && !quoted.includes(name));

/**
 * Merges, chooses, writes and checks. Every article is accounted for in `decisions`, and the same input in any order
 * gives the same edition, given a writer that does.
 */
export const writeEdition = async (options: EditOptions): Promise<Edited> => {
  const { date, articles, sources, catalogue, writer } = options;
  const attribute = createAttribution(catalogue);
  const stories = mergeStories(articles, { catalogue, companyOf: article => attribute(article).company });
  const { told, fresh } = await sortOut(stories, options);
  const notes: string[] = [];
  const note = (what: string, error: unknown): void => {
    const sentence = failureNote(what, error);
    if (sentence === undefined) return;
    notes.push(sentence);
    options.onNote?.(sentence);
  };
  const onProblem = ({ title, url, source }: Article, error: unknown): void =>
    note(`“${title || url}” of ${source}`, error);
  const outcomes = [
    ...(await chooseAndWrite(fresh, { ...options, attribute, onProblem })),
    ...told.map((story): Outcome => ({ story, decision: 'published-before', reasons: ['another edition has it'] })),
  ];
  const entries = outcomes.flatMap(({ entry }) => entry ?? []);
  const listed = outcomes.filter(({ decision }) => decision === 'also-published');
  const { signal, patterns, isInOwnWords, ...overview } = await writeOverview({
    entries,
    recent: options.recent ?? [],
    removed: outcomes.flatMap(({ removed = [] }) => removed),
    date,
    ...(writer.overview && { writer: writer.overview }),
    onProblem: error => note('Signal and Patterns', error),
  });
  const edition: Edition = {
    date,
    title: `Engineering @ Scale — ${date}`,
    signal,
    deepDives: entries,
    patterns,
    alsoPublished: listed.map(({ story }) => listing(story)),
    sources,
    writer: isInOwnWords || outcomes.some(holdsOwnWords) ? writer.name : extractiveWriter.name,
    usage: withNotes(writer.usage?.() ?? noUsage, notes),
  };
  const decisions = decisionsOn(outcomes, article => attribute(article).reasons);
  return { edition, decisions, overview };
};
