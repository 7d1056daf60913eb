/** Signal and Patterns of an edition: written, checked against the entries that they cite, once written again, and then quoted. */
import type { Entry, Pattern, Signal } from '../edition/edition.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { type Checked, checkPattern, checkSignal } from './overview/checking.ts';
import { patternSaying, remembered, signalSaying, themeGoingOn } from './overview/continuity.ts';
import { mostPatterns, patternOf, patterns } from './overview/patterns.ts';
import { themesByStrength } from './overview/shared-themes.ts';
import { chooseSignal, headlineOf } from './overview/signal.ts';
import { toldBefore } from './overview/told-before.ts';
import type { OverviewBrief, OverviewDraft, OverviewWriter, Refusal } from './writer.ts';

export interface OverviewOptions extends OverviewBrief {
  /** Of the edition, `YYYY-MM-DD`. */
  readonly date: string;
  /** What the articles said to a model. */
  readonly removed?: readonly string[];
  /** Where absent, both are quoted. */
  readonly writer?: OverviewWriter;
  /** Hears of what the writer failed with; the overview is then quoted, as far as nothing stands. */
  readonly onProblem?: (error: unknown) => void;
}

export interface Overview {
  readonly signal: Signal;
  readonly patterns: readonly Pattern[];
  /** What was refused and does not stand. */
  readonly dropped: readonly Refusal[];
  /** What is quoted where the writer's own words failed: `Signal of the Day`, and labels of themes. */
  readonly quoted: readonly string[];
  /** Whether any of it stands in the writer's own words. */
  readonly isInOwnWords: boolean;
}

/** A draft taken apart and checked; of two patterns of one theme the first counts. */
interface CheckedDraft {
  readonly signal: Checked<Signal>;
  readonly patterns: ReadonlyMap<string, Checked<Pattern>>;
  readonly refusals: readonly Refusal[];
}

const checkDraft = (draft: OverviewDraft, entries: readonly Entry[], removed: readonly string[] = []): CheckedDraft => {
  const signal = checkSignal(draft.signal, entries, removed);
  const checked = new Map<string, Checked<Pattern>>();
  for (const pattern of draft.patterns) {
    if (!checked.has(pattern.theme)) checked.set(pattern.theme, checkPattern(pattern, entries, removed));
  }
  const refusals = [signal, ...checked.values()].flatMap(part => part.refusals);
  return { signal, patterns: checked, refusals };
};

/** The draft of the writer, and the one that it wrote after hearing of refusals; fewer where it failed. */
const draftsOf = async ({
  entries,
  recent,
  removed,
  writer,
  onProblem,
}: OverviewOptions): Promise<readonly CheckedDraft[]> => {
  if (writer === undefined || entries.length === 0) return [];
  const brief = { entries, recent };
  const answerTo = async (ask: () => Promise<OverviewDraft>): Promise<OverviewDraft | undefined> => {
    try {
      return await ask();
    } catch (error) {
      onProblem?.(error);
      return undefined;
    }
  };
  const draft = await answerTo(() => writer.write(brief));
  if (draft === undefined) return [];
  const first = checkDraft(draft, entries, removed);
  if (first.refusals.length === 0) return [first];
  const again = await answerTo(() => writer.rewrite(brief, draft, first.refusals));
  return again === undefined ? [first] : [first, checkDraft(again, entries, removed)];
};

/** What was well from the first stays as it was; else what is left of the later, or of the earlier. */
const bestOf = <Part>(versions: readonly (Checked<Part> | undefined)[]): Part | undefined => {
  const [first, later] = versions;
  return first?.refusals.length === 0 ? first.stands : (later?.stands ?? first?.stands);
};

const entriesOf = ({ entries: ids }: Signal, entries: readonly Entry[]): readonly Entry[] =>
  ids.flatMap(id => entries.find(entry => entry.id === id) ?? []);

/** A signal without a headline gets the one that it would have if it were quoted. */
const withHeadline = (signal: Signal, entries: readonly Entry[]): Signal => {
  if (signal.headline !== '') return signal;
  const cited = entriesOf(signal, entries);
  const [strongest] = themesByStrength(cited);
  return { ...signal, headline: headlineOf(strongest?.slug ?? '', cited) };
};

interface Told {
  readonly pattern: Pattern;
  readonly isQuoted: boolean;
}

const quote = (pattern: Pattern): Told => ({ pattern, isQuoted: true });

/** Of each theme of the drafts the writer's pattern, or a quoted one; all are quoted where none is left. */
const patternsFrom = (drafts: readonly CheckedDraft[], entries: readonly Entry[]): readonly Told[] => {
  const slugs = new Set(drafts.flatMap(draft => [...draft.patterns.keys()]));
  const told = [...slugs].flatMap((slug): Told | readonly Told[] => {
    const own = bestOf(drafts.map(draft => draft.patterns.get(slug)));
    if (own !== undefined) return { pattern: own, isQuoted: false };
    const quoted = patternOf(slug, entries);
    return quoted === undefined ? [] : quote(quoted);
  });
  return told.length > 0 ? told.slice(0, mostPatterns) : patterns(entries).map(quote);
};

/** What was refused and stands nowhere in `texts`, once. */
const droppedFrom = (refusals: readonly Refusal[], texts: readonly string[]): readonly Refusal[] =>
  refusals.filter(
    ({ sentence }, at) =>
      !texts.some(text => text.includes(sentence)) && refusals.findIndex(other => other.sentence === sentence) === at,
  );

/** The part with what is to be said of the editions before as its last sentence. */
const saying = <Part extends { readonly body: string }>(part: Part, said: string | undefined): Part =>
  said === undefined ? part : { ...part, body: `${part.body} ${said}` };

/**
 * Has Signal and Patterns written. Each sentence is checked against the entries that are cited for it alone. What is
 * refused is asked for once more, in one request; what then still fails is quoted, and where nothing can be, absent.
 * Stories that the editions of the last seven days have told are no part of either, as long as there are others; what
 * goes on from these editions says so in its last sentence.
 */
export const writeOverview = async (options: OverviewOptions): Promise<Overview> => {
  const { date } = options;
  const recent = remembered(options.recent, date);
  const [latest] = recent;
  const before = toldBefore(options.entries, recent);
  const news = options.entries.filter(({ id }) => !before.has(id));
  const entries = news.length > 0 ? news : options.entries;
  const drafts = await draftsOf({ ...options, entries, recent });
  const own = bestOf(drafts.map(draft => draft.signal));
  const signal =
    own === undefined
      ? chooseSignal(entries, cited => themeGoingOn(cited, latest) === undefined)
      : withHeadline(own, entries);
  const told = patternsFrom(drafts, entries);
  const texts = [signal.headline, signal.body, ...told.map(({ pattern }) => pattern.body)];
  const quoted = [
    ...(own === undefined ? ['Signal of the Day'] : []),
    ...told.filter(({ isQuoted }) => isQuoted).map(({ pattern }) => labelOfTheme(pattern.theme)),
  ];
  return {
    signal: saying(signal, signalSaying(entriesOf(signal, entries), before, latest)),
    patterns: told.map(({ pattern }) => saying(pattern, patternSaying(pattern.theme, recent, date))),
    dropped: droppedFrom(
      drafts.flatMap(draft => draft.refusals),
      texts,
    ),
    quoted: drafts.length > 0 ? quoted : [],
    isInOwnWords: own !== undefined || told.some(({ isQuoted }) => !isQuoted),
  };
};
