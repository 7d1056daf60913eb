import { describe, expect, it } from 'vitest';
import { articleTitle } from '../../../src/sources/articles/article-title.ts';
import { parsePage } from '../../../src/sources/articles/dom.ts';
import { readMetadata } from '../../../src/sources/articles/page-metadata.ts';

const titleOf = (html: string, url = 'https://blog.example.com/post'): string => {
  const page = parsePage(html);
  return articleTitle(page, readMetadata(page, url));
};
const siteName = '<meta property="og:site_name" content="Acme Engineering">';

describe('the title of an article', () => {
  it.each<[what: string, html: string, title: string]>([
    ['is empty where the page has none', '<p>Text</p>', ''],
    [
      'loses the declared name of the site',
      `<head><title>Sharding Postgres | Acme Engineering</title>${siteName}</head>`,
      'Sharding Postgres',
    ],
    [
      'keeps it before a colon, where it may be the subject',
      `<head><title>Acme Engineering: Sharding Postgres</title>${siteName}</head>`,
      'Acme Engineering: Sharding Postgres',
    ],
    [
      'loses the section before the name',
      `<head><title>Sharding Postgres at scale | News | Acme Engineering</title>${siteName}</head>`,
      'Sharding Postgres at scale',
    ],
    ['loses the name that is in the address', '<title>Sharding Postgres – Example</title>', 'Sharding Postgres'],
    [
      'loses a short name that nobody declared',
      '<title>How we sharded our Postgres | Foo</title>',
      'How we sharded our Postgres',
    ],
    [
      'keeps a dash that belongs to it',
      '<title>Postgres - a love story in three parts</title>',
      'Postgres - a love story in three parts',
    ],
    [
      'is the heading where both say the same',
      '<head><title>Sharding Postgres · Foo</title></head><body><h1>On sharding Postgres</h1>',
      'On sharding Postgres',
    ],
    [
      'is not the name of the site in the first heading',
      `<head><title>Sharding Postgres · Acme Engineering</title>${siteName}</head><h1>Acme Engineering</h1><h1>Sharding Postgres</h1>`,
      'Sharding Postgres',
    ],
    [
      'is not the first section of the text',
      '<head><title>Sharding Postgres</title></head><h1>Introduction</h1>',
      'Sharding Postgres',
    ],
    [
      'is the heading where the page is titled by its site alone',
      '<head><title>Acme - Site Reliability</title></head><h1>Monitoring</h1><h1>Alerts</h1>',
      'Monitoring',
    ],
    ['is the heading where nothing is declared', '<h1>Sharding Postgres</h1>', 'Sharding Postgres'],
    [
      'prefers what the page shares',
      '<head><title>x</title><meta property="og:title" content="Sharding Postgres"></head>',
      'Sharding Postgres',
    ],
    ['has its entities decoded and its space folded', '<title>R&amp;D\n at&nbsp;work</title>', 'R&D at work'],
    ['has no permalink sign', '<head><title>Sharding</title></head><h1>Sharding <a href="#s">#</a></h1>', 'Sharding'],
  ])('%s', (_, html, title) => {
    expect(titleOf(html)).toBe(title);
  });
});
