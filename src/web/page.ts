/** An edition as one self-contained HTML page: no script, no request, light and dark, ready for print. */
import { html, raw } from 'hono/html';
import { type Edition, nothingPublished } from '../edition/edition.ts';
import { editionHeading, editionSections, editionSources } from './edition-parts.ts';
import { style } from './style.ts';

/** Returns the whole document. */
export const renderPage = async (edition: Edition): Promise<string> => {
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="description" content="${edition.signal.headline || nothingPublished}">
<title>${edition.title}</title>
<style>${raw(style)}</style>
</head>
<body>
<header>${editionHeading(edition)}</header>
<main>${editionSections(edition)}</main>
<footer>${editionSources(edition)}</footer>
</body>
</html>
`;
  return page.toString();
};
