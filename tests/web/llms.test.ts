import { describe, expect, it } from 'vitest';
import { anEdition } from '../an-edition.ts';
import { aSite } from './a-site.ts';

const publicUrl = 'https://digest.example.org';

describe('/llms.txt', () => {
  it('has the parts that llmstxt.org asks for, in their order', async () => {
    const { site } = await aSite({ editions: [anEdition()], publicUrl });
    const answer = await site.request('/llms.txt');
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const [title, summary, details, ...sections] = (await answer.text()).split('\n\n');
    expect(title).toBe('# Engineering @ Scale');
    expect(summary).toMatch(/^> [^\n]+$/);
    expect(details).not.toMatch(/^#/);
    const lists = sections.filter((_, index) => index % 2 === 1);
    for (const list of lists) expect(list).toMatch(/^(- \[[^\]]+\]\(https:\/\/\S+\): .+\n?)+$/);
  });

  it('leads to what is there', async () => {
    const { site } = await aSite({ editions: [anEdition()], publicUrl });
    const text = await (await site.request('/llms.txt')).text();
    const addresses = [...text.matchAll(/\((https:[^)]+)\)/g)].map(([, address = '']) => address);
    expect(addresses).toContain('https://digest.example.org/2026-04-01.md');
    for (const address of addresses.filter(one => !one.endsWith('/mcp')))
      expect((await site.request(address)).status, address).toBe(200);
    const mcp = await site.request('/mcp', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(mcp.status).not.toBe(404);
  });

  it('says so before there is an edition', async () => {
    const { site } = await aSite();
    expect(await (await site.request('/llms.txt')).text()).toContain('None has been written yet.');
  });
});
