import { describe, expect, it } from 'vitest';
import { resolveUrl, withAbsoluteLinks } from '../../../src/sources/text/links.ts';

describe('resolveUrl', () => {
  it.each([
    ['relative to a folder', 'two', 'https://blog.example/one/', 'https://blog.example/one/two'],
    ['relative to the root', '/two', 'https://blog.example/one/', 'https://blog.example/two'],
    ['without a scheme', '//cdn.example/x', 'https://blog.example/', 'https://cdn.example/x'],
    ['with white space around', '\n  https://blog.example/a \t', undefined, 'https://blog.example/a'],
    ['with a space inside', 'https://blog.example/a b', undefined, 'https://blog.example/a%20b'],
    ['with a pipe, which is data', 'https://blog.example/?x=y|z', undefined, 'https://blog.example/?x=y|z'],
    ['escaped twice', 'https://blog.example/?a=1&amp;b=2', undefined, 'https://blog.example/?a=1&b=2'],
  ])('%s', (_, reference, base, url) => {
    expect(resolveUrl(reference, base)).toBe(url);
  });

  it.each([
    '',
    ' ',
    'javascript:alert(1)',
    'mailto:a@blog.example',
    'ftp://blog.example/',
    'data:text/html,x',
    'http://',
  ])('%j is no link to a page', reference => {
    expect(resolveUrl(reference, 'https://blog.example/')).toBeUndefined();
  });

  it.each(['https://github.com@evil.example/release', 'http://user:pass@blog.example/', '//github.com@evil.example/'])(
    '%j, which passes for the address of another, is none',
    reference => {
      expect(resolveUrl(reference, 'https://blog.example/')).toBeUndefined();
    },
  );

  it('a relative address without a base is none', () => {
    expect(resolveUrl('/a', undefined)).toBeUndefined();
  });

  it('an address of a megabyte is none', () => {
    expect(resolveUrl(`https://blog.example/${'a'.repeat(1e6)}`, undefined)).toBeUndefined();
  });
});

describe('withAbsoluteLinks', () => {
  const base = 'https://blog.example/posts/';
  it.each([
    ['images', '<img src="images/bird.jpg">', '<img src="https://blog.example/posts/images/bird.jpg">'],
    ['links in capitals and without quotes', '<A HREF=a>x</A>', '<A HREF=https://blog.example/posts/a>x</A>'],
    ['links with an entity', "<a href='?a=1&amp;b=2'>", "<a href='https://blog.example/posts/?a=1&amp;b=2'>"],
    ['fragments', '<a href="#note">', '<a href="https://blog.example/posts/#note">'],
    [
      'sources of several sizes',
      '<img srcset="a.png 1x, /b.png 2x">',
      '<img srcset="https://blog.example/posts/a.png 1x, https://blog.example/b.png 2x">',
    ],
  ])('%s', (_, html, absolute) => {
    expect(withAbsoluteLinks(html, base)).toBe(absolute);
  });

  it.each([
    'plain text, href="x" and all',
    '<a href="https://other.example/?a&b">absolute</a>',
    '<a href="mailto:a@blog.example">mail</a>',
    '<img src="data:image/png;base64,AA==">',
    '<code>&lt;a href="x"&gt;</code>',
    '<p title="a < b">odd <b>nesting</p></b> &nbsp; <br/><BR>',
  ])('nothing else changes: %s', html => {
    expect(withAbsoluteLinks(html, base)).toBe(html);
  });
});

it.each(['https://a".example/', "https://a'.example/", 'https://a`.example/', 'https://{a}.example/'])(
  'a host with characters that no host has is no address: %s',
  address => {
    expect(resolveUrl(address, undefined)).toBeUndefined();
  },
);

it.each(['https://a_b.example:8443/', 'http://[::1]/', 'https://bücher.example/', 'https://xn--bcher-kva.example/'])(
  'an odd host is one: %s',
  address => {
    expect(resolveUrl(address, undefined)).toBe(URL.parse(address)?.href);
  },
);
