/** The frame of every page of the site: its head, the way around, and the foot. */
import { html } from 'hono/html';
import { iconPath, scriptPath, stylePath } from './assets.ts';
import type { Html } from './edition-parts.ts';
import type { Paths } from './paths.ts';

export type Current = 'calendar' | 'companies' | 'themes' | 'search';

export interface PageParts {
  readonly paths: Paths;
  /** Of the window. */
  readonly title: string;
  /** A sentence: what a search engine, and a chat that unfurls a link, say of the page. */
  readonly description: string;
  /** The path by which the page is known, where several lead to it. */
  readonly path: string;
  /** Of the page's own feeds, in the site's paths: without the ending. Default: the editions'. */
  readonly feed?: string;
  /** Whether a search engine may list it. Default: it may. */
  readonly isListed?: boolean;
  /** Path of a style sheet of its own, beside that of every page. */
  readonly stylePath?: string;
  /** Of which of the ways around it is. The search has its field in the page. */
  readonly current?: Current;
  readonly main: Html;
}

export const siteName = 'Engineering @ Scale';

/** Everything of it is text or was made by a template: see `edition-parts.ts`. */
export const layout = async (parts: PageParts): Promise<string> => {
  const { paths, title, description, path, feed = '/feed', isListed = true, current, main } = parts;
  const address = paths.absolute(path);
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
${isListed ? html`<link rel="canonical" href="${address}">` : html`<meta name="robots" content="noindex">`}
<meta property="og:site_name" content="${siteName}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${address}">
<meta name="twitter:card" content="summary">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${paths.at(iconPath)}" type="image/svg+xml">
<link rel="stylesheet" href="${paths.at(stylePath)}">
${parts.stylePath === undefined ? '' : html`<link rel="stylesheet" href="${paths.at(parts.stylePath)}">`}
<link rel="alternate" type="application/rss+xml" title="RSS" href="${paths.at(`${feed}.rss`)}">
<link rel="alternate" type="application/atom+xml" title="Atom" href="${paths.at(`${feed}.atom`)}">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="${paths.at(`${feed}.json`)}">
<script src="${paths.at(scriptPath)}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<nav class="site" aria-label="Site">
  <a class="home" href="${paths.latest}">${siteName}</a>
  ${way('calendar', paths, current)}
  ${way('companies', paths, current)}
  ${way('themes', paths, current)}
  ${current === 'search' ? way('search', paths, current) : searchForm(paths, '')}
</nav>
<main id="main">${main}</main>
<footer class="site">
  <p><a href="${paths.at(`${feed}.rss`)}">RSS</a> <a href="${paths.at(`${feed}.atom`)}">Atom</a> <a href="${paths.at(`${feed}.json`)}">JSON Feed</a> <a href="${paths.at('/llms.txt')}">For assistants</a> <a href="${paths.preview}">Preview</a></p>
</footer>
</body>
</html>
`;
  return page.toString();
};

const way = (name: Current, paths: Paths, current: Current | undefined): Html =>
  html`<a href="${paths[name]}"${name === current ? html` aria-current="page"` : ''}>${labels[name]}</a>`;

const labels: Readonly<Record<Current, string>> = {
  calendar: 'Calendar',
  companies: 'Companies',
  themes: 'Themes',
  search: 'Search',
};

/** The field that finds entries, with what is looked for. */
export const searchForm = (paths: Paths, query: string): Html => html`
  <form action="${paths.search}" role="search"><input type="search" name="q" value="${query}" aria-label="Search the archive" placeholder="Search" maxlength="500" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"></form>`;
