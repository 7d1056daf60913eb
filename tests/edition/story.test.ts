import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, fingerprint, similarity, storyId, withoutCampaign } from '../../src/edition/story.ts';

const seed = 20_260_401;

describe('one story has one address, however it is spelled', () => {
  it.each([
    ['scheme', 'http://example.com/post'],
    ['case of scheme and host', 'HTTPS://Example.COM/post'],
    ['www.', 'https://www.example.com/post'],
    ['default port of https', 'https://example.com:443/post'],
    ['default port of http', 'http://example.com:80/post'],
    ['root dot of the host', 'https://example.com./post'],
    ['credentials', 'https://me:secret@example.com/post'],
    ['white space around it', '  https://example.com/post\n'],
    ['fragment', 'https://example.com/post#comments'],
    ['fragment with a campaign', 'https://example.com/post#xtor=RSS-2026'],
    ['fragment of a comment', 'https://example.com/post#comment-2026'],
    ['fragment of a text', 'https://example.com/post#:~:text=in%202026'],
    ['fragment of a section', 'https://example.com/post#results'],
    ['fragment that counts how often it was changed', 'https://example.com/post#1'],
    ['trailing slash', 'https://example.com/post/'],
    ['doubled slash', 'https://example.com//post'],
    ['.html', 'https://example.com/post.html'],
    ['.htm', 'https://example.com/post.htm'],
    ['index.html', 'https://example.com/post/index.html'],
    ['index.php', 'https://example.com/post/index.php'],
    ['escaped unreserved letters', 'https://example.com/%70ost'],
    ['AMP by path', 'https://example.com/post/amp/'],
    ['AMP by ending', 'https://example.com/post.amp.html'],
    ['AMP by query', 'https://example.com/post?amp'],
    ['AMP by output type', 'https://example.com/post?outputType=amp'],
    ['campaign tags', 'https://example.com/post?utm_source=rss&utm_medium=feed&UTM_Campaign=x'],
    ['click identifiers', 'https://example.com/post?fbclid=1&gclid=2&msclkid=3'],
    ['mail tags', 'https://example.com/post?mc_cid=1&mc_eid=2&_hsenc=3'],
    ['referrer tags', 'https://example.com/post?ref=news&source=rss----38998a53046f---4'],
  ])('%s does not count', (_, url) => {
    expect(canonicalUrl(url)).toBe('https://example.com/post');
    expect(storyId(url)).toBe(storyId('https://example.com/post'));
  });

  it('the order of the query does not count, its content does', () => {
    expect(canonicalUrl('https://example.com/?p=12&lang=en')).toBe(canonicalUrl('https://example.com?lang=en&p=12'));
    expect(canonicalUrl('https://example.com/?p=12')).not.toBe(canonicalUrl('https://example.com/?p=13'));
  });

  it('escapes are written in one way', () => {
    expect(canonicalUrl('https://example.com/caf%c3%a9')).toBe(canonicalUrl('https://example.com/café'));
  });

  it.each([
    ['another path', 'https://example.com/Post'],
    ['another host', 'https://blog.example.com/post'],
    ['another port', 'https://example.com:8443/post'],
    ['an escaped slash', 'https://example.com/%2Fpost'],
    ['a page of that name', 'https://example.com/post/html'],
    ['a page that scripts show', 'https://example.com/post#/2'],
    ['a page that scripts show, in the older way', 'https://example.com/post#!/2'],
    ['a day of the releases on one page', 'https://example.com/post#April_01_2026'],
    ['a release of those on one page', 'https://example.com/post#v2.1'],
  ])('%s is another story', (_, url) => {
    expect(canonicalUrl(url)).not.toBe('https://example.com/post');
  });

  it('a site that is called www or a page that is called amp keeps its name', () => {
    expect(canonicalUrl('https://www.com/amp')).toBe('https://www.com/amp');
  });

  it.each(['', 'not an address', 'mailto:me@example.com', 'urn:uuid:1225c695', 'https://'])(
    'what is no web address comes back trimmed: %j',
    url => {
      expect(canonicalUrl(` ${url} `)).toBe(url);
    },
  );

  it('an address that is canonical stays as it is', () => {
    const piece = fc.constantFrom(
      'www.',
      'a',
      '%7e',
      '%2F',
      'é',
      'index.html',
      'amp',
      '.html',
      '.amp',
      '/',
      '//',
      '..',
      ' ',
      '+',
    );
    const pieces = fc.array(piece, { maxLength: 6 }).map(parts => parts.join(''));
    const query = fc.array(fc.tuple(fc.constantFrom('b', 'a', 'utm_x', 'ref', 'amp'), piece), { maxLength: 4 });
    const address = fc
      .tuple(
        fc.constantFrom('http', 'HTTPS'),
        fc.constantFrom('www.', 'www.www.', ''),
        pieces,
        query,
        fc.constantFrom('#f', '#/', '#!/', '#//a//', '#!/b/', '#v2.1', '#2026-04-01', '#'),
      )
      .map(
        ([scheme, host, path, pairs, fragment]) =>
          `${scheme}://${host}x.example/${path}?${pairs.map(pair => pair.join('=')).join('&')}${fragment}`,
      );
    fc.assert(
      fc.property(address, url => {
        const canonical = canonicalUrl(url);
        expect(canonicalUrl(canonical)).toBe(canonical);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('is not slowed down by a hostile address', () => {
    const url = `https://example.com/${'/'.repeat(100_000)}${'.html'.repeat(20_000)}x?${'ref=&'.repeat(20_000)}`;
    expect(canonicalUrl(url).startsWith('https://example.com/.html')).toBe(true);
  });

  it('an id is short and made for addresses and file names', () => {
    fc.assert(
      fc.property(fc.string(), url => {
        expect(storyId(url)).toMatch(/^[0-9a-f]{12}$/);
      }),
      { seed },
    );
  });
});

describe('one story has one text, whatever a blog puts around it', () => {
  const word = fc.stringMatching(/^[a-z]{3,9}$/);
  const words = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });

  it('recognises a copy with an introduction and a footer', () => {
    fc.assert(
      fc.property(words(200, 400), words(5, 20), words(5, 20), (body, intro, footer) => {
        const copy = [...intro, ...body, ...footer].join(' ');
        expect(similarity(fingerprint(body.join(' ')), fingerprint(copy))).toBeGreaterThan(0.75);
      }),
      { seed, numRuns: 50 },
    );
  });

  it('does not take a different text for a copy', () => {
    fc.assert(
      fc.property(words(200, 400), words(200, 400), (a, b) => {
        expect(similarity(fingerprint(a.join(' ')), fingerprint(b.join(' ')))).toBeLessThan(0.1);
      }),
      { seed, numRuns: 50 },
    );
  });

  it('lies between 0 and 1, is 1 for the text itself and the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 400 }), (a, b) => {
        const [sketchA, sketchB] = [fingerprint(a), fingerprint(b)];
        const shared = similarity(sketchA, sketchB);
        expect(shared).toBeGreaterThanOrEqual(0);
        expect(shared).toBeLessThanOrEqual(1);
        expect(similarity(sketchB, sketchA)).toBe(shared);
        expect(similarity(sketchA, sketchA)).toBe(sketchA.length === 0 ? 0 : 1);
      }),
      { seed },
    );
  });

  it('two texts without words are not one story', () => {
    expect(similarity(fingerprint(''), fingerprint(' — … '))).toBe(0);
  });

  it('a sketch stays small however long the text is', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `word${index}`).join(' ');
    expect(fingerprint(text)).toHaveLength(256);
  });

  it('estimates the share of long texts closely', () => {
    const text = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, index) => `word${from + index}`).join(' ');
    // 6,000 words of which 4,000 are shared with another 6,000: 4,000 of 8,000 in all.
    expect(similarity(fingerprint(text(0, 6000)), fingerprint(text(2000, 8000)))).toBeCloseTo(0.5, 1);
  });
});

describe('withoutCampaign', () => {
  it.each([
    ['https://a.example/p?utm_source=rss&utm_medium=feed', 'https://a.example/p'],
    ['https://a.example/p?id=7&utm_term=AI%20Agents#part', 'https://a.example/p?id=7#part'],
    ['https://a.example/p?q=a+b&x=%7E', 'https://a.example/p?q=a+b&x=%7E'],
    ['no address', 'no address'],
  ])('of %s leaves %s', (url, clean) => {
    expect(withoutCampaign(url)).toBe(clean);
  });
});
