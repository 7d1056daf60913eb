import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hasInvisible } from '../../../src/editor/safety/invisible.ts';
import { questionOf } from '../../servers/model/digest-script.ts';
import type { JsonObject } from '../../servers/model/request.ts';
import { modelServers } from '../model/model-servers.ts';
import { articlesOf, writtenEdition } from './editions.ts';
import { shownIn } from './shown.ts';
import { hosts } from './stories.ts';

const start = modelServers();

const payloads = [
  'https://evil.example/x',
  'www.evil.example',
  'evil.example',
  'mailto:ops@evil.example',
  'ops@evil.example',
  '@everyone',
  '@here',
  '<!channel>',
  '<@U024BE7LH>',
  '<#C024BE7LR>',
  '#general',
  '**now**',
  '[now](https://evil.example)',
  '<b>now</b>',
  '`now`',
  '\u200b',
  '\u202e',
  '\u{e0041}',
  '\u0007',
];

/** The page has them too, so that no comparison with it finds them. */
const quoted = `<p>The page of Tern names ${payloads.map(text => text.replaceAll('<', '&lt;')).join(' and ')} in one line.</p>`;

const sentences = hosts.queue.paragraphs.filter(text => text.endsWith('.'));

const texts = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...sentences) },
      { weight: 1, arbitrary: fc.constantFrom(...payloads) },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...sentences), fc.constantFrom(...payloads))
          .map(([sentence, payload]) => sentence.replace(' ', ` ${payload} `)),
      },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map(parts => parts.join(' '));

const answers = fc.record({
  problem: texts,
  approach: texts,
  tradeoff: fc.option(texts),
  lesson: fc.option(texts),
  company: fc.option(fc.constantFrom('Tern', ...payloads)),
  themes: fc.array(fc.constantFrom('databases', 'zero-trust', ...payloads), { maxLength: 3 }),
});
const overviews = fc.record({
  signal: fc.record({ headline: texts, body: texts, entries: fc.constant(['E1', 'E2']) }),
  patterns: fc.array(
    fc.record({
      theme: fc.constantFrom('databases', ...payloads),
      body: texts,
      entries: fc.constant(['E1', 'E2', 'E3']),
    }),
    { maxLength: 2 },
  ),
});

const ways = /https?:|www\.|mailto:|evil\.example|@\w|<[!@#a-z]|\*\*|\]\(|`|#general/i;

it('complaint 34: whatever a model answers, no link, mention, markup or invisible character reaches an edition', async () => {
  const articles = await articlesOf({ host: 'queue', puts: { middle: quoted } });
  let entry: JsonObject = {};
  let overview: JsonObject = {};
  const server = await start({ script: request => (questionOf(request).startsWith('overview') ? overview : entry) });
  let written = 0;
  await fc.assert(
    fc.asyncProperty(answers, overviews, async (facets, parts) => {
      entry = facets;
      overview = parts;
      const edition = await writtenEdition(server, articles, { provider: 'openai' });
      const { usage: _, ...read } = edition;
      const shown = shownIn(read);
      expect(edition.deepDives).toHaveLength(3);
      expect(shown).not.toMatch(ways);
      expect(hasInvisible(shown)).toBe(false);
      if (edition.writer !== 'extractive') written += 1;
    }),
    { seed: 34, numRuns: 60 },
  );
  // The property would hold of a product that shows nothing of any model.
  expect(written).toBeGreaterThan(0);
}, 60_000);
