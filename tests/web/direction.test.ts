import { describe, expect, it } from 'vitest';
import { saveEdition } from '../../src/archive/editions.ts';
import { anEdition, anEntry } from '../an-edition.ts';
import { aSite, builtAt } from './a-site.ts';

/** Turns all that follows it, in whatever shows a list of titles. */
const override = '\u202eevil\u2066';
const hebrew = 'שלום\u200f, Kafka!';

const date = '2026-04-01';
const texts = {
  title: `${hebrew}${override}`,
  company: `Acme${override}`,
  source: `Blog${override}`,
  body: override + hebrew,
};
const entry = anEntry(texts);
const edition = anEdition({
  date,
  title: texts.title,
  signal: { headline: texts.title, body: texts.body, entries: [entry.id] },
  deepDives: [entry],
  patterns: [],
  alsoPublished: [{ title: texts.title, company: texts.company, source: texts.source, url: 'https://a.example/' }],
  sources: [{ name: texts.source, status: 'failed', items: 0, reason: override }],
});

const turns = /[\u202a-\u202e\u2066-\u2069]/;

describe('what is read away from the site', () => {
  it.each(['/feed.rss', '/feed.atom', '/feed.json', `/${date}/email`, `/${date}.md`])(
    'turns no text beside it, and keeps right-to-left text as it is: %s',
    async path => {
      const { site, archive } = await aSite();
      await saveEdition(archive, edition, { until: builtAt(date), builtAt: builtAt(date) });
      const text = await (await site.request(path)).text();
      expect(text).toContain(hebrew.slice(0, 5));
      expect(text).not.toMatch(turns);
      // Nor by a reference to it.
      expect(text).not.toMatch(/&#(x20(2[a-e]|6[6-9])|82(3[4-8]|9[4-7]));/i);
    },
  );
});
