import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Source, tellerKind } from '../../../src/edition/source.ts';
import { OpmlError, readOpml } from '../../../src/sources/catalogue/opml.ts';
import { writeOpml } from '../../../src/sources/catalogue/opml-writer.ts';
import { catalogue } from '../../../src/sources/catalogue.ts';
import { foldSpace } from '../../../src/sources/text/plain-text.ts';

const opml = (outlines: string): string => `<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`;

describe('complaint 28: a list that is written and read again', () => {
  it('is the catalogue, with its pages, further addresses and whom it tells of', () => {
    expect(readOpml(writeOpml(catalogue))).toEqual({ sources: catalogue, skipped: [] });
  });

  it('is any list of sources', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map(text => foldSpace(text.replace(/\p{Cc}+/gu, ' ')))
      .filter(Boolean);
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('"', "'", '&', '<', '>', '\n', '\t', '&amp;', ']]>'),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      ),
      minLength: 1,
    });
    const url = fc.webUrl({ withQueryParameters: true, withFragments: true });
    const page = fc.oneof(
      fc.record(
        { kind: fc.constant('links' as const), url, selector: text, date: text },
        { requiredKeys: ['kind', 'url', 'selector'] },
      ),
      fc.record({ kind: fc.constant('sitemap' as const), url, prefix: url }),
    );
    const source: fc.Arbitrary<Source> = fc
      .record(
        {
          name,
          company: name,
          site: url,
          feeds: fc.array(url, { maxLength: 3 }),
          page,
          tells: fc.constantFrom(...tellerKind.options),
          userAgent: text,
        },
        { requiredKeys: ['name', 'company', 'site', 'feeds'] },
      )
      .filter(({ feeds, page }) => feeds.length > 0 || page !== undefined);
    const list = fc.uniqueArray(source, { selector: ({ name }) => name, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(list, sources => {
        expect(readOpml(writeOpml(sources))).toEqual({ sources, skipped: [] });
      }),
      { seed: 20260401 },
    );
  });

  it('leaves out characters that XML cannot carry, rather than spoil the file', () => {
    const source = {
      name: 'A\u0000c\u0008me\uFFFF',
      company: 'Acme',
      site: 'https://acme.example',
      feeds: ['https://acme.example/feed'],
    };
    expect(readOpml(writeOpml([source])).sources[0]?.name).toBe('Acme');
  });

  it('keeps line breaks and tabs in any reader: bare ones become spaces (XML 1.0, section 3.3.3)', () => {
    const page = { kind: 'links', url: 'https://acme.example', selector: 'a\n\tb' } as const;
    const source = { name: 'Acme', company: 'Acme', site: 'https://acme.example', feeds: [], page };
    expect(writeOpml([source])).toContain('digest:selector="a&#10;&#9;b"');
  });

  it('is a list of feeds to any other reader', () => {
    const [source] = catalogue;
    expect(writeOpml(source === undefined ? [] : [source])).toContain(
      '<outline type="rss" xmlUrl="https://medium.com/feed/airbnb-engineering" text="Airbnb Engineering" title="Airbnb Engineering" htmlUrl="https://medium.com/airbnb-engineering" ',
    );
  });
});

describe('a list from another reader', () => {
  it('has its folders flattened, however deep', () => {
    const { sources } = readOpml(
      opml(`<outline text="Work"><outline text="Infra"><outline text="A" xmlUrl="https://a.example/feed"/></outline></outline>
            <outline text="B" xmlUrl="https://b.example/feed"/>`),
    );
    expect(sources.map(source => source.name)).toEqual(['A', 'B']);
  });

  it('needs no more than an address: site and company follow', () => {
    expect(readOpml(opml('<outline type="rss" xmlUrl="https://a.example/blog/feed?format=atom"/>')).sources).toEqual([
      {
        name: 'https://a.example/blog/feed?format=atom',
        company: 'https://a.example/blog/feed?format=atom',
        site: 'https://a.example',
        feeds: ['https://a.example/blog/feed?format=atom'],
      },
    ]);
  });

  it.each([
    [
      'attributes in another case',
      '<outline TEXT="A" xmlurl=" https://a.example/feed " htmlURL="https://a.example/"/>',
    ],
    ['a title without a text', '<outline title="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>'],
    ['line breaks in a name', '<outline text="\n  A\n" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/"/>'],
    ['single quotes', "<outline text='A' xmlUrl='https://a.example/feed' htmlUrl='https://a.example/'/>"],
    [
      'an outline that is never closed',
      '<outline text="A" xmlUrl="https://a.example/feed" htmlUrl="https://a.example/">',
    ],
  ])('may have %s', (_, outline) => {
    expect(readOpml(opml(outline)).sources).toEqual([
      { name: 'A', company: 'A', site: 'https://a.example/', feeds: ['https://a.example/feed'] },
    ]);
  });

  it('may name two blogs alike: both are kept, told apart by host', () => {
    const { sources } = readOpml(
      opml(
        '<outline text="Blog" xmlUrl="https://a.example/feed"/><outline text="Blog" xmlUrl="https://b.example/feed"/>',
      ),
    );
    expect(sources.map(source => source.name)).toEqual(['Blog', 'Blog (b.example)']);
  });

  it('may name any number of blogs of one host alike: all are kept, numbered', () => {
    const outline = (path: string) => `<outline text="Blog" xmlUrl="https://a.example/${path}"/>`;
    const { sources, skipped } = readOpml(opml(['one', 'two', 'three', 'four', 'three'].map(outline).join('')));
    expect(sources.map(source => source.name)).toEqual([
      'Blog',
      'Blog (a.example)',
      'Blog (a.example, 2)',
      'Blog (a.example, 3)',
    ]);
    expect(skipped).toEqual([{ name: 'Blog', reason: 'it is listed twice' }]);
  });

  it('has its entities decoded once', () => {
    const { sources } = readOpml(
      opml('<outline text="Ben &amp;amp; Jerry" xmlUrl="https://a.example/feed?a=1&amp;b=2"/>'),
    );
    expect(sources[0]).toMatchObject({ name: 'Ben &amp; Jerry', feeds: ['https://a.example/feed?a=1&b=2'] });
  });

  it('expands no entity of its own and reads no other file', () => {
    const text = `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><body>
      <outline text="A &x;" xmlUrl="https://a.example/feed"/></body></opml>`;
    expect(readOpml(text).sources[0]?.name).toBe('A &x;');
  });
});

describe('what cannot be read of a list is named', () => {
  it.each([
    ['<outline text="Bad" xmlUrl="javascript:alert(1)"/>', '"javascript:alert(1)" is not an http(s) address'],
    [
      `<outline text="Bad" xmlUrl="https://a.example/${'x'.repeat(5000)}"/>`,
      'its address has more than 4096 characters',
    ],
    ['<outline text="Bad" xmlUrl="a.example/feed"/>', '"a.example/feed" is not an http(s) address'],
    ['<outline text="Bad" xmlUrl="https://me:gehe1m@b.example/feed"/>', 'its address holds a name or a password'],
    [
      '<outline text="Bad" digest:page="https://me@b.example/" digest:selector="a"/>',
      'its address holds a name or a password',
    ],
    ['<outline text="Bad" type="rss"/>', 'it has no xmlUrl, the address of a feed'],
    [
      '<outline text="Bad" type="include" url="https://a.example/list.opml"/>',
      'it has no xmlUrl, the address of a feed',
    ],
    [
      '<outline text="Bad" xmlUrl="https://b.example/feed" digest:feeds="ftp://b.example"/>',
      '"ftp://b.example" is not',
    ],
    ['<outline text="Bad" digest:page="https://b.example/"/>', 'neither a selector of links nor'],
    ['<outline text="Bad" digest:page="file:///b" digest:selector="a"/>', '"file:///b" is not an http(s) address'],
  ])('%s', (outline, reason) => {
    const { sources, skipped } = readOpml(opml(`${outline}<outline text="Good" xmlUrl="https://a.example/feed"/>`));
    expect(sources.map(source => source.name)).toEqual(['Good']);
    expect(skipped).toEqual([{ name: 'Bad', reason: expect.stringContaining(reason) }]);
  });

  it('a password in an address is neither kept nor shown', () => {
    const site = '<outline text="A" xmlUrl="https://a.example/feed" htmlUrl="https://me:gehe1m@a.example/"/>';
    const feed = '<outline text="B" xmlUrl="https://me:gehe1m@b.example/feed"/>';
    const other = '<outline text="C" xmlUrl="ftp://me:gehe1m@c.example/feed"/>';
    expect(JSON.stringify(readOpml(opml(site + feed + other)))).not.toContain('gehe1m');
  });

  it('a feed that is listed twice', () => {
    const outline = '<outline text="A" xmlUrl="https://a.example/feed"/>';
    expect(readOpml(opml(outline + outline)).skipped).toEqual([{ name: 'A', reason: 'it is listed twice' }]);
  });
});

describe('a name in a list that others wrote', () => {
  it.each([
    ['of 100,000 characters, which made every line of the table as long, is cut', 'A'.repeat(100_000), 'A'.repeat(100)],
    ['that shows nothing gives way to the address', '&#8203; &#8238;', 'https://a.example/feed'],
    ['over two lines stands on one', 'One&#10;two', 'One two'],
  ])('%s', (_, name, expected) => {
    const [source] = readOpml(opml(`<outline text="${name}" xmlUrl="https://a.example/feed"/>`)).sources;
    expect(source).toMatchObject({ name: expected, company: expected });
  });
});

describe('what is no list at all is refused with the cause', () => {
  it.each([
    [opml('<outline text="A" xmlUrl="https://a.example/"/>'.repeat(5001)), 'too-large', 'more than 5000 outlines'],
    [opml('<outline>'.repeat(200_000)), 'too-large', 'more than 100 deep'],
    ['', 'not-opml', 'The file is empty'],
    ['  \n', 'not-opml', 'The file is empty'],
    ['{"sources": []}', 'not-opml', 'it holds no XML'],
    ['<!doctype html><html><body>Sign in</body></html>', 'not-opml', 'it is a <html> document'],
    ['<rss><channel><outline xmlUrl="https://a.example"/></channel></rss>', 'not-opml', 'it is a <rss> document'],
    ['<opml><body><outline text="A" xmlUrl="https://a.example/feed"/>', 'cut-off', 'cut off'],
    ['<opml><body><outline text="A" xmlUrl="https://a.exam', 'cut-off', 'cut off'],
    [opml(''), 'no-sources', 'it lists no feeds'],
    [opml('<outline text="Work"/>'), 'no-sources', 'it lists no feeds'],
    [
      opml('<outline text="A" xmlUrl="mailto:a@a.example"/>'),
      'no-sources',
      '("A": "mailto:a@a.example" is not an http(s) address)',
    ],
  ])('%s', (text, code, words) => {
    const read = () => readOpml(text);
    expect(read).toThrow(OpmlError);
    expect(read).toThrow(expect.objectContaining({ code, message: expect.stringContaining(words) }));
  });

  it('with the first five reasons, where five thousand outlines are none', () => {
    const bad = Array.from({ length: 5000 }, (_, index) => `<outline text="B${index}" xmlUrl="mailto:b"/>`);
    expect(() => readOpml(opml(bad.join('')))).toThrow(
      /^The OPML file gives no source: [^;]*"B0": "mailto:b"(?:[^;]*;){4} "B4"[^;]*; and 4995 more\)\.$/,
    );
  });

  it('never with another error, whatever the text', () => {
    const part = fc.constantFrom(
      '<opml>',
      '</opml>',
      '<outline',
      ' xmlUrl="',
      'https://a.example',
      '"',
      '/>',
      '<![CDATA[',
      '<!--',
      '&#x0;',
      '<?',
      'text=',
    );
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(part, fc.string({ unit: 'binary', maxLength: 3 })) }), text => {
        try {
          expect(readOpml(text).sources.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(OpmlError);
        }
      }),
      { seed: 20260401 },
    );
  });
});
