/**
 * What a model answers, as schemas. Every key is required, what may be absent is `null`, and no lengths are put down:
 * OpenAI's strict mode refuses optional keys, Anthropic's lengths of texts and arrays. Lengths are measured by
 * `tooLong`, after the answer.
 */
import { z } from 'zod';
import { type FacetName, facetNames } from '../../edition/edition.ts';

const facet = (meaning: string) =>
  z.string().nullable().describe(`${meaning} One or two sentences from the article alone; null where it does not say.`);

const facetTexts: Readonly<Record<FacetName, ReturnType<typeof facet>>> = {
  problem: facet('What did not work, or was needed, before.'),
  approach: facet('What was built, changed or found, and by what mechanism it works.'),
  tradeoff: facet('What was given up, what it costs, where its limits are.'),
  lesson: facet('What the authors measured or concluded.'),
};

export const entryAnswer = z.object({
  ...facetTexts,
  company: z.string().nullable().describe('The company or project whose engineering the article tells of.'),
  themes: z.array(z.string()).describe('One to four slugs from the list, the most certain first.'),
});

const labels = z.array(z.string());

export const overviewAnswer = z.object({
  signal: z
    .object({
      headline: z.string().describe('One plain statement of at most fourteen words, without a full stop.'),
      body: z.string().describe('Two or three sentences.'),
      entries: labels.describe('Labels such as E1 of the entries that it rests on, the best first.'),
    })
    .describe('The one thing of the day that an engineer should know.'),
  patterns: z
    .array(
      z.object({
        theme: z.string().describe('A slug from the list.'),
        body: z.string().describe('Two or three sentences that name each cited company and what it did.'),
        entries: labels.describe('Labels of at least two entries, of different companies.'),
      }),
    )
    .describe('What different companies did alike: at most four, none where there is none.'),
});

export type EntryAnswer = z.infer<typeof entryAnswer>;
export type OverviewAnswer = z.infer<typeof overviewAnswer>;

/** Characters that a text may have at most: about twice what the prompts ask for, since to be long is no crime. */
const longest = { facet: 1000, headline: 200, body: 1500, name: 100, list: 40 } as const;

const tooLong = (what: string, text: string, most: number): readonly string[] =>
  text.length > most ? [`${what} has ${text.length} characters, at most ${most} are wanted`] : [];

const tooMany = (what: string, list: readonly string[]): readonly string[] => [
  ...(list.length > longest.list ? [`${what} has ${list.length} items, at most ${longest.list} are wanted`] : []),
  ...list.flatMap(item => tooLong(`an item of ${what}`, item, longest.name)),
];

/** What of an answer is longer than anybody asked for, in words for a person. */
export const lengthFaults = {
  entry: (answer: EntryAnswer): readonly string[] => [
    ...facetNames.flatMap(name => tooLong(name, answer[name] ?? '', longest.facet)),
    ...tooLong('company', answer.company ?? '', longest.name),
    ...tooMany('themes', answer.themes),
  ],
  overview: ({ signal, patterns }: OverviewAnswer): readonly string[] => [
    ...tooLong('headline', signal.headline, longest.headline),
    ...tooLong('signal', signal.body, longest.body),
    ...tooMany('entries', signal.entries),
    ...patterns.flatMap(({ theme, body, entries }) => [
      ...tooLong('theme', theme, longest.name),
      ...tooLong('pattern', body, longest.body),
      ...tooMany('entries', entries),
    ]),
  ],
};
