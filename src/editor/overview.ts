/** Signal and Patterns of an edition: written, checked against the entries that they cite, once written again, and then quoted. */
import type { Entry, Pattern, Signal } from '../edition/edition.ts';
import { labelOfTheme } from '../edition/theme.ts';
import { type Checked, checkPattern, checkSignal } from './overview/checking.ts';
import { mostPatterns, patternOf, patterns } from './overview/patterns.ts';
import { themesByStrength } from './overview/shared-themes.ts';
import { chooseSignal, headlineOf } from './overview/signal.ts';
import type { OverviewBrief, OverviewDraft, OverviewWriter, Refusal } from './writer.ts';

export interface OverviewOptions extends OverviewBrief {
  /** Of the edition, `YYYY-MM-DD`. */
  readonly date: string;
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
}

/** A draft taken apart and checked; of two patterns of one theme the first counts. */
interface CheckedDraft {
  readonly signal: Checked<Signal>;
  readonly patterns: ReadonlyMap<string, Checked<Pattern>>;
  readonly refusals: readonly Refusal[];
}

const checkDraft = (draft: OverviewDraft, entries: readonly Entry[]): CheckedDraft => {
  const signal = checkSignal(draft.signal, entries);
  const checked = new Map<string, Checked<Pattern>>();
  for (const pattern of draft.patterns) {
    if (!checked.has(pattern.theme)) checked.set(pattern.theme, checkPattern(pattern, entries));
  }
  const refusals = [signal, ...checked.values()].flatMap(part => part.refusals);
  return { signal, patterns: checked, refusals };
};

/** The draft of the writer, and the one that it wrote after hearing of refusals; fewer where it failed. */
const draftsOf = async ({ entries, recent, writer, onProblem }: OverviewOptions): Promise<readonly CheckedDraft[]> => {
  if (writer === undefined || entries.length === 0) return [];
  const failed = (error: unknown): undefined => {
    onProblem?.(error);
  };
  const brief = { entries, recent };
  const draft = await writer.write(brief).catch(failed);
  if (draft === undefined) return [];
  const first = checkDraft(draft, entries);
  if (first.refusals.length === 0) return [first];
  const again = await writer.rewrite(brief, draft, first.refusals).catch(failed);
  return again === undefined ? [first] : [first, checkDraft(again, entries)];
};

/** What was well from the first stays as it was; else what is left of the later, or of the earlier. */
const bestOf = <Part>(versions: readonly (Checked<Part> | undefined)[]): Part | undefined => {
  const [first, later] = versions;
  return first?.refusals.length === 0 ? first.stands : (later?.stands ?? first?.stands);
};

/** A signal without a headline gets the one that it would have if it were quoted. */
const withHeadline = (signal: Signal, entries: readonly Entry[]): Signal => {
  if (signal.headline !== '') return signal;
  const cited = signal.entries.flatMap(id => entries.find(entry => entry.id === id) ?? []);
  const [strongest] = themesByStrength(cited);
  return { ...signal, headline: headlineOf(strongest?.slug ?? '', cited) };
};

interface Told {
  readonly pattern: Pattern;
  readonly isQuoted: boolean;
}

const patternsFrom = (drafts: readonly CheckedDraft[], entries: readonly Entry[]): readonly Told[] => {
  const slugs = new Set(drafts.flatMap(draft => [...draft.patterns.keys()]));
  return [...slugs]
    .flatMap((slug): Told | readonly Told[] => {
      const own = bestOf(drafts.map(draft => draft.patterns.get(slug)));
      if (own !== undefined) return { pattern: own, isQuoted: false };
      const quoted = patternOf(slug, entries);
      return quoted === undefined ? [] : { pattern: quoted, isQuoted: true };
    })
    .slice(0, mostPatterns);
};

const withoutRepetition = (refusals: readonly Refusal[]): readonly Refusal[] =>
  refusals.filter(({ sentence }, at) => refusals.findIndex(other => other.sentence === sentence) === at);

/**
 * Has Signal and Patterns written. Each sentence is checked against the entries that are cited for it alone. What is
 * refused is asked for once more, in one request; what then still fails is quoted, and where nothing can be, absent.
 */
export const writeOverview = async (options: OverviewOptions): Promise<Overview> => {
  const { entries } = options;
  const drafts = await draftsOf(options);
  const own = bestOf(drafts.map(draft => draft.signal));
  const signal = own === undefined ? chooseSignal(entries) : withHeadline(own, entries);
  const told = patternsFrom(drafts, entries);
  const shown = told.length > 0 ? told.map(({ pattern }) => pattern) : patterns(entries);
  const texts = [signal.headline, signal.body, ...shown.map(({ body }) => body)];
  return {
    signal,
    patterns: shown,
    dropped: withoutRepetition(drafts.flatMap(draft => draft.refusals)).filter(
      ({ sentence }) => !texts.some(text => text.includes(sentence)),
    ),
    quoted: [
      ...(drafts.length > 0 && own === undefined ? ['Signal of the Day'] : []),
      ...told.filter(({ isQuoted }) => isQuoted).map(({ pattern }) => labelOfTheme(pattern.theme)),
    ],
  };
};
