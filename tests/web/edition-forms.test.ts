import { describe, expect, it } from 'vitest';
import { formatEdition } from '../../src/cli/output.ts';
import { anEdition } from '../an-edition.ts';
import { aSite } from './a-site.ts';

const publicUrl = 'https://digest.example.org';
const published = () => aSite({ editions: [anEdition()], publicUrl });

describe('an edition as Markdown', () => {
  it('is what the command line writes', async () => {
    const answer = await (await published()).site.request('/2026-04-01.md');
    expect(answer.headers.get('Content-Type')).toBe('text/markdown; charset=utf-8');
    expect(await answer.text()).toBe(await formatEdition(anEdition(), 'md'));
  });
});

describe('an edition as JSON', () => {
  it('is the edition as it is kept', async () => {
    const answer = await (await published()).site.request('/2026-04-01.json');
    expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
    expect(await answer.json()).toEqual(anEdition());
  });

  it('tells nobody where the operator has a model, nor what went wrong with it', async () => {
    const usage = { ...anEdition().usage, notes: ['http://10.0.0.7:8000 did not answer.'] };
    const edition = anEdition({ writer: 'http://10.0.0.7:8000/v1#llama', usage });
    const { site } = await aSite({ editions: [edition] });
    const text = await (await site.request('/2026-04-01.json')).text();
    expect(text).not.toContain('10.0.0.7');
    expect(JSON.parse(text)).toMatchObject({ writer: 'llama' });
  });
});

describe('an edition as a letter on the web', () => {
  it('leads to its page', async () => {
    const answer = await (await published()).site.request('/2026-04-01/email');
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toContain('href="https://digest.example.org/2026-04-01"');
  });

  it('alone may have styles in its elements', async () => {
    const { site } = await published();
    const policy = async (path: string) => (await site.request(path)).headers.get('Content-Security-Policy');
    expect(await policy('/2026-04-01/email')).toContain("style-src 'self' 'unsafe-inline'; script-src 'self'");
    for (const path of ['/2026-04-01', '/2026-04-01.md', '/2026-04-01.json', '/feed.rss', '/nowhere/email'])
      expect(await policy(path)).toContain("style-src 'self'; script-src 'self'");
  });
});

describe.each(['.md', '.json', '/email'])('%s', ending => {
  it.each(['2026-04-02', '2026-13-40', '0000-00-00'])('is not there of a date without an edition: %s', async date => {
    expect((await (await published()).site.request(`/${date}${ending}`)).status).toBe(404);
  });

  it('is not sent again to who has it', async () => {
    const { site } = await published();
    const path = `/2026-04-01${ending}`;
    const known = (await site.request(path)).headers.get('ETag') ?? '';
    expect((await site.request(path, { headers: { 'If-None-Match': known } })).status).toBe(304);
  });

  it('is asked for by HEAD', async () => {
    const answer = await (await published()).site.request(`/2026-04-01${ending}`, { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});
