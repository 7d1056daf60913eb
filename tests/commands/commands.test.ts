import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answer } from '../../commands/index.ts';
import { type Archive, openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { recordHealth } from '../../src/archive/health.ts';
import { renderTerminal } from '../../src/chat/terminal/render.ts';
import { anEdition, anEntry } from '../an-edition.ts';

const at = { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:00:05Z' };

describe('/digest', () => {
  let archive: Archive;
  const ask = async (typed: string): Promise<string> =>
    renderTerminal(await answer(typed, { archive }), { width: 100, colour: false });

  beforeAll(async () => {
    archive = await openArchive({ path: ':memory:' });
  });
  afterAll(() => archive.close());

  it('says so while there is no edition and no source has been read', async () => {
    expect(await ask('')).toContain('There is no edition yet');
    expect(await ask('sources')).toContain('No source has been read yet');
  });

  describe('with an edition', () => {
    beforeAll(async () => {
      const many = Array.from({ length: 8 }, (_, index) =>
        anEntry({
          id: `cccccccccc0${index}`,
          title: `Kafka, part ${index}`,
          company: 'Initech',
          themes: ['event-streaming'],
        }),
      );
      const edition = anEdition();
      await saveEdition(archive, { ...edition, deepDives: [...edition.deepDives, ...many] }, at);
      await recordHealth(archive, edition.sources, at.builtAt);
    });

    it('alone shows the latest edition as a thread', async () => {
      expect(await ask('  ')).toMatch(/^Engineering @ Scale — 2026-04-01[\s\S]*│ Moving the ledger/);
    });

    it('finds entries by company, with the date of their edition', async () => {
      const shown = await ask('company:globex');
      expect(shown).toContain('1 entry for company:globex');
      expect(shown).toContain('Sharding without tears');
      expect(shown).toContain('Edition of 2026-04-01');
    });

    it('finds a company despite a slip, and says what it took', async () => {
      expect(await ask('company:globx')).toMatch(/Globex[\s\S]*globx|globx[\s\S]*Globex/);
    });

    it('shows the first five of many and says how to narrow them', async () => {
      const shown = await ask('company:initech');
      expect(shown).toContain('8 entries for company:initech');
      expect(shown.match(/Kafka, part/g)).toHaveLength(5);
      expect(shown).toContain('The first 5');
    });

    it('answers a query that cannot be understood with what was wrong, and never throws', async () => {
      expect(await ask('firm:acme')).toContain('There is no filter "firm:"');
      expect(await ask('theme:"zero trust')).toContain('left open');
      expect(await ask('x'.repeat(10_000))).toContain('at most 500 characters');
    });

    it('says that nothing was found', async () => {
      expect(await ask('zeppelin')).toContain('No entry for zeppelin');
    });

    it('names the sources that failed, with cause and since when', async () => {
      expect(await ask('sources')).toContain(
        'Initech Blog — 404 Not Found at https://initech.example/feed (failing since 2026-03-30)',
      );
    });

    it('lists what can be asked', async () => {
      expect(await ask('help')).toContain('/digest sources');
    });
  });
});
