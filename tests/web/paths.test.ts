import { describe, expect, it } from 'vitest';
import { anEdition, anEntry } from '../an-edition.ts';
import { aSite } from './a-site.ts';
import { ask } from './ask.ts';

describe('the address of a label', () => {
  it('leads somewhere though its name has neither letter nor digit', async () => {
    const { site } = await aSite({ editions: [anEdition({ deepDives: [anEntry({ company: '!!!' })], patterns: [] })] });
    const { document } = await ask(site, '/2026-04-01');
    const link = [...document.querySelectorAll('.byline a')].find(({ textContent }) => textContent === '!!!');
    const path = link?.getAttribute('href') ?? '';
    expect([path, (await ask(site, path)).status]).toEqual(['/companies', 200]);
  });

  it('can be written though its name has half a character', async () => {
    const half = '\ud83d';
    const entry = anEntry({ company: `Acme ${half}`, themes: [`databases${half}`] });
    const { site } = await aSite({ editions: [anEdition({ deepDives: [entry], patterns: [] })] });
    for (const path of ['/', '/companies', '/themes', '/feed.rss']) expect((await site.request(path)).status).toBe(200);
    expect((await ask(site, '/2026-04-01')).html).toContain('/theme/databases%EF%BF%BD');
  });
});
