/** What of an edition is read by people, and what of an attack stands in it. */
import type { Edition } from '../../../src/edition/edition.ts';
import type { Attempt } from './attempt.ts';

/** An edition, or one without what it cost. */
type Shown = Omit<Edition, 'usage'>;

/**
 * Everything but titles, wherever they are cited, and the addresses of items: these are shown as they were published,
 * less what nobody sees.
 */
export const shownIn = ({ deepDives, alsoPublished, ...rest }: Shown): string => {
  const entries = deepDives.map(({ title: _, url: __, ...entry }) => entry);
  const others = alsoPublished.map(({ company, source }) => ({ company, source }));
  const titles = [...deepDives, ...alsoPublished].map(({ title }) => JSON.stringify(title).slice(1, -1));
  return titles.reduce((shown, title) => shown.replaceAll(title, ''), JSON.stringify([rest, entries, others]));
};

/** The forbidden words of an attempt that stand in an edition, or in a text, as JSON has them or as they are. */
export const leaked = ({ forbidden }: Pick<Attempt, 'forbidden'>, within: Shown | string): readonly string[] => {
  const shown = (typeof within === 'string' ? within : shownIn(within)).toLowerCase();
  return forbidden.filter(words =>
    [words, JSON.stringify(words).slice(1, -1)].some(form => shown.includes(form.toLowerCase())),
  );
};
