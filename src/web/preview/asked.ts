/** What the address of a preview asks for. */
import { z } from 'zod';
import { editionDate } from '../../edition/edition.ts';
import { names } from '../../edition/options.ts';
import type { PreviewedPlatform } from './drawing.ts';

export interface Asked {
  /** `YYYY-MM-DD`; absent for the latest edition. */
  readonly date?: string;
  /** Absent for every platform. */
  readonly platform?: PreviewedPlatform;
  /** As they were typed, in one order. */
  readonly themes: readonly string[];
  readonly companies: readonly string[];
  /** `channelKey`; what it follows goes before the themes and companies. */
  readonly channel?: string;
}

const asked = z.object({
  date: editionDate.exactOptional(),
  platform: z.enum(['slack', 'discord']).exactOptional(),
  themes: names,
  companies: names,
  channel: z.string().exactOptional(),
});

/** A field of a form that nobody filled in asks for nothing. Undefined where something cannot be understood. */
export const readAsked = (query: URLSearchParams): Asked | undefined => {
  const all = (name: string): string[] => [...new Set(query.getAll(name).map(text => text.trim()))].filter(Boolean);
  const given = Object.fromEntries(
    ['date', 'platform', 'channel'].flatMap(name => all(name).map(text => [name, text])),
  );
  return asked.safeParse({ ...given, themes: all('theme').sort(), companies: all('company').sort() }).data;
};
