/** An edition in other forms than a page: as text and as data for machines, and as a letter. */
import { getEdition } from '../archive/editions.ts';
import { editionDocument } from '../chat/edition-document.ts';
import { renderMarkdown } from '../chat/markdown/render.ts';
import type { Edition } from '../edition/edition.ts';
import { addressesFor } from './addresses.ts';
import { renderEmail } from './email.ts';
import type { Content } from './page-cache.ts';
import type { AddRoutes } from './parts.ts';
import { publicEdition } from './public-edition.ts';

export const editionFormRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  for (const [ending, write] of files) {
    site.get(`/:name{\\d{4}-\\d{2}-\\d{2}\\.${ending}}`, context =>
      pages.respond(context, context.req.path, async () => {
        const edition = await getEdition(archive, context.req.param('name').slice(0, -`.${ending}`.length));
        return edition && write(edition);
      }),
    );
  }
  site.get('/:date{\\d{4}-\\d{2}-\\d{2}}/email', context => {
    const { link, origin } = addressesFor(context, paths);
    return pages.respond(context, `${context.req.path} ${origin}`, async () => {
      const edition = await getEdition(archive, context.req.param('date'));
      return edition && letter(edition, link(paths.edition(edition.date)));
    });
  });
};

/** The one kind of path whose answer has styles in its elements. */
export const isLetter = (path: string): boolean => /^\/\d{4}-\d{2}-\d{2}\/email$/.test(path);

/** RFC 7763. */
const markdown = (edition: Edition): Content => ({
  type: 'text/markdown; charset=utf-8',
  body: renderMarkdown(editionDocument(edition)),
});

const json = (edition: Edition): Content => ({
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(publicEdition(edition), null, 2)}\n`,
});

const files = [
  ['md', markdown],
  ['json', json],
] as const;

const letter = async (edition: Edition, page: string): Promise<Content> => ({
  type: 'text/html; charset=utf-8',
  body: await renderEmail(edition, { page }),
});
