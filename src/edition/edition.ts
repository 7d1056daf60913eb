/** The vocabulary of editions: what is stored, shown and posted, as schemas with their types. */
import { z } from 'zod';
import { sourceStatus } from './source.ts';

/** A calendar date, `YYYY-MM-DD`: the identity of an edition. */
export const editionDate = z.iso.date();

/** The four things an engineer wants to know of a story; each one or two sentences, absent where the article does not say. */
export const facetNames = ['problem', 'approach', 'tradeoff', 'lesson'] as const;
export type FacetName = (typeof facetNames)[number];

const facet = z.string().min(1).exactOptional();
export const facets = z.object({ problem: facet, approach: facet, tradeoff: facet, lesson: facet }).readonly();

/** The verdict of the grounding check on one sentence of a body. */
export const groundedSentence = z
  .object({
    sentence: z.string(),
    supported: z.boolean(),
    /** Figures, names, quotations or content words of the sentence that the article does not have. */
    missing: z.array(z.string()).readonly(),
  })
  .readonly();

/** One Deep Dive. */
export const entry = z
  .object({
    /** Stable across rebuilds: derived from the canonical address of the story. */
    id: z.string().min(1),
    title: z.string().min(1),
    company: z.string().min(1),
    /** Name of the source that tells it. */
    source: z.string().min(1),
    url: z.url({ protocol: /^https?$/ }),
    /** ISO instant in UTC of publication, or of our first sight of it where the feed gives no date. */
    published: z.iso.datetime(),
    /** ISO instant in UTC at which its blog was last seen to have changed headline or address since the edition was written. */
    corrected: z.iso.datetime().exactOptional(),
    /** Slugs, most certain first. */
    themes: z.array(z.string()).min(1).max(4).readonly(),
    body: z.string().min(1),
    facets,
    grounding: z.array(groundedSentence).readonly(),
  })
  .readonly();

/** What the writing of an edition cost; all zero for the extractive writer. */
export const usage = z
  .object({
    /** Questions put to a model, those for a repair included. */
    calls: z.int(),
    tokensIn: z.int(),
    tokensOut: z.int(),
    /** Answers that were known from before. */
    cached: z.int(),
    /** From the first question to the last answer. */
    seconds: z.number(),
    /** Estimated, in US dollars; absent where no price is known. */
    price: z.number().exactOptional(),
    /** For the operator: each thing that the model could not do, a sentence each; absent where there was none. */
    notes: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

/** The edition of one day, as it is stored, shown and posted. The JSON form is a contract (docs in README). */
export const edition = z
  .object({
    date: editionDate,
    title: z.string(),
    signal: z.object({ headline: z.string(), body: z.string(), entries: z.array(z.string()).readonly() }).readonly(),
    deepDives: z.array(entry).readonly(),
    patterns: z
      .array(
        z.object({ theme: z.string(), body: z.string(), entries: z.array(z.string()).min(2).readonly() }).readonly(),
      )
      .readonly(),
    alsoPublished: z
      .array(z.object({ title: z.string(), company: z.string(), source: z.string(), url: z.string() }).readonly())
      .readonly(),
    sources: z.array(sourceStatus).readonly(),
    /** `extractive`, or the first choice of the models where anything stands in a model's words; `usage.notes` tells what others wrote. */
    writer: z.string(),
    usage,
  })
  .readonly();

export type Facets = z.infer<typeof facets>;
export type GroundedSentence = z.infer<typeof groundedSentence>;
export type Entry = z.infer<typeof entry>;
export type Usage = z.infer<typeof usage>;
export type Edition = z.infer<typeof edition>;
export type Pattern = Edition['patterns'][number];
export type Signal = Edition['signal'];
export type AlsoPublished = Edition['alsoPublished'][number];

/** What an edition without a single entry says, wherever it is shown. */
export const nothingPublished = 'Nothing of substance was published since the edition before.';
