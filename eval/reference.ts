/** References: what a senior engineer wrote of an article in the form of a Deep Dive, for writers to be held against. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { facets } from '../src/edition/edition.ts';

const reference = z
  .strictObject({
    /** Address of the article. */
    url: z.url({ protocol: /^https?$/ }),
    /** Whom the story is about; absent where nobody has said. */
    company: z.string().min(1).exactOptional(),
    /** Slugs; absent where nobody has said. */
    themes: z.array(z.string()).min(1).readonly().exactOptional(),
    /** A facet of which the article says nothing is absent: a press note has none at all. */
    facets: facets.unwrap().strict().readonly(),
  })
  .readonly();

export type Reference = z.infer<typeof reference>;

/** Throws ZodError, or SyntaxError, for a file that is no reference. */
export const readReference = (path: string): Reference => reference.parse(JSON.parse(readFileSync(path, 'utf8')));

const folder = join(import.meta.dirname, 'references');

/** Those of the recorded day, one for each address that has a whole article. */
export const recordedReferences = (): readonly Reference[] =>
  readdirSync(folder)
    .toSorted()
    .map(name => readReference(join(folder, name)));
