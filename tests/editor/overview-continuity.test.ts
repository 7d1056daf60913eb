import { describe, expect, it } from 'vitest';
import type { Edition, Entry } from '../../src/edition/edition.ts';
import { writeOverview } from '../../src/editor/overview.ts';
import type { OverviewWriter } from '../../src/editor/writer.ts';
import { anEdition } from '../an-edition.ts';
import { anEntry } from './an-entry.ts';
import { acme, cloudflare, entries, github, signal, zeroTrust } from './overview/a-day.ts';
import { writing } from './overview/a-writer.ts';

const draft = { signal, patterns: [zeroTrust] };

describe('an overview of a day after others', () => {
  const on = (date: string, parts: Partial<Edition> = {}): Edition =>
    anEdition({ date, deepDives: [], patterns: [], signal: { headline: '', body: '', entries: [] }, ...parts });
  const overview = (recent: readonly Edition[], given?: OverviewWriter, among: readonly Entry[] = entries) =>
    writeOverview({ entries: among, recent, date: '2026-12-02', ...(given && { writer: given }) });
  const { writer } = writing(draft);
  const ways = [
    ['quoted', undefined],
    ['of a writer', writer],
  ] as const;

  describe.each(ways)('%s', (_, given) => {
    it('says which time it is that it has a pattern', async () => {
      const pattern = { theme: 'zero-trust', body: 'They did.', entries: ['x', 'y'] };
      const recent = [on('2026-12-01', { patterns: [pattern] }), on('2026-11-30', { patterns: [pattern] })];
      const before = await overview([], given);
      expect((await overview(recent, given)).patterns).toEqual(
        before.patterns.map(each => ({ ...each, body: `${each.body} Third day this week.` })),
      );
    });

    it('tells nothing that an edition before has told, as long as there is other news', async () => {
      const told = { ...cloudflare, id: 'told', source: 'InfoQ', url: 'https://news.example/plugins' };
      const recent = [on('2026-11-27', { deepDives: [told] })];
      const { signal: chosen, patterns: shown } = await overview(recent, given);
      expect(chosen.entries).not.toContain('c');
      expect(shown).toEqual([]);
      expect(chosen.body).not.toMatch(/Told before/);
    });

    it('says so where all that there is was told before', async () => {
      const recent = [on('2026-11-27', { deepDives: [cloudflare] })];
      const chosen = (await overview(recent, given, [cloudflare])).signal;
      expect(chosen.entries).toEqual(['c']);
      expect(chosen.body).toMatch(/\. Told before, on Friday 27 November\.$/);
    });

    it('says that its signal goes on', async () => {
      const before = { ...cloudflare, id: 'before', title: 'Another story', url: 'https://blog.example/before' };
      const recent = [
        on('2026-12-01', { deepDives: [before], signal: { headline: 'It', body: 'Did.', entries: ['before'] } }),
      ];
      const alone = (await overview(recent, given, [cloudflare])).signal;
      expect(alone.body).toMatch(
        /\. Goes on from the Signal of Tuesday 1 December: Sandboxing and isolation at Cloudflare\.$/,
      );
    });
  });

  it('prefers a theme that its signal did not have the day before, where one is about as strong', async () => {
    const pairs = ['databases', 'databases', 'search', 'search'].map((theme, index) =>
      anEntry({ id: `today ${index}`, company: `Company ${index}`, themes: [theme] }),
    );
    const told = pairs.map(entry => ({
      ...entry,
      id: `told ${entry.id}`,
      title: `Former ${entry.id}`,
      url: `https://old.example/${entry.id}`,
      body: 'They did.',
    }));
    const latest = on('2026-12-01', {
      deepDives: told,
      signal: { headline: 'It', body: 'Did.', entries: ['told today 0', 'told today 1'] },
    });
    expect((await overview([], undefined, pairs)).signal.headline).toBe('Databases at Company 0 and Company 1');
    const chosen = (await overview([latest], undefined, pairs)).signal;
    expect(chosen.headline).toBe('Search and retrieval at Company 2 and Company 3');
    expect(chosen.body).not.toMatch(/Goes on/);
    const alone = (await overview([latest], undefined, pairs.slice(0, 2))).signal;
    expect(alone.headline).toBe('Databases at Company 0 and Company 1');
    expect(alone.body).toMatch(
      /Goes on from the Signal of Tuesday 1 December: Databases at Company 0 and Company 1\.$/,
    );
  });

  it('of which the writer knows the last seven, newest first, and the news', async () => {
    const asked = writing(draft);
    const dates = ['2026-11-25', '2026-12-01', '2026-11-24', '2026-12-03'];
    await overview(
      dates.map(date => on(date, { deepDives: [acme] })),
      asked.writer,
    );
    expect(asked.briefs.map(({ recent }) => recent.map(({ date }) => date))).toEqual([['2026-12-01', '2026-11-25']]);
    expect(asked.briefs.map(brief => brief.entries)).toEqual([[cloudflare, github]]);
  });
});
