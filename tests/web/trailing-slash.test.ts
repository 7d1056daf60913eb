import { describe, expect, it } from 'vitest';
import { anEdition } from '../an-edition.ts';
import { aSite } from './a-site.ts';

/** Where the site leads who asks for `path`, as it stands in the answer. */
const ledTo = async (path: string, publicUrl?: string) => {
  const { site } = await aSite({ editions: [anEdition()], ...(publicUrl !== undefined && { publicUrl }) });
  const { status, headers } = await site.request(`http://10.0.0.7:3000${path}`);
  return [status, headers.get('Location')];
};

describe('an address with a slash at its end', () => {
  it.each([
    ['/calendar/', '/calendar'],
    ['/2026-04-01//', '/2026-04-01/'],
    ['/search/?q=kafka%20streams', '/search?q=kafka%20streams'],
    ['/theme/%C3%A4/', '/theme/%C3%A4'],
  ])('leads from %s to the one without', async (path, to) => {
    expect(await ledTo(path)).toEqual([301, to]);
  });

  it('leads to where people find the site, not to the name by which a proxy asks for it', async () => {
    const publicUrl = 'https://example.org/digest';
    expect(await ledTo('/calendar/', publicUrl)).toEqual([301, '/digest/calendar']);
  });

  it.each([
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '/.//evil.example/',
    '/%2e//evil.example/',
    '/x/..//evil.example/',
  ])('leads nobody to another host: %s', async path => {
    expect(await ledTo(path)).toEqual([404, null]);
  });
});
