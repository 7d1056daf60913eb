/** The terms by which themes are recognised, and how much each of them says. */
import type { ThemeSlug } from '../../edition/theme.ts';
import { practiceTerms } from './theme-terms-practice.ts';
import { systemsTerms } from './theme-terms-systems.ts';

/**
 * Lists split by commas. A word in small letters is found in any case and inflexion ("shard" finds "Sharding"); one with a
 * capital or a figure only as it is spelt ("REST" does not find "rest"). Hyphens, slashes and apostrophes count as spaces.
 */
export interface ThemeTerms {
  /** Hardly used but for this theme. */
  readonly strong: string;
  /** Usual in it, and elsewhere too. */
  readonly typical: string;
  /** Support what others suggest; alone they say nothing. */
  readonly weak: string;
}

export const themeTerms: Readonly<Record<ThemeSlug, ThemeTerms>> = { ...systemsTerms, ...practiceTerms };
