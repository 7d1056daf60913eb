/** Feeds: of editions, and of the entries of any company or theme. */
import type { Archive } from '../../archive/archive.ts';
import { latestEditions, latestEntries } from '../../archive/latest.ts';
import { createFindLabel } from '../../archive/names.ts';
import { addressesFor } from '../addresses.ts';
import type { AddRoutes } from '../parts.ts';
import { editionFeed } from './edition-feed.ts';
import { entryFeed, type FollowedLabel } from './entry-feed.ts';
import { feedFormats } from './formats.ts';

const mostEditions = 30;
const mostEntries = 50;

export const feedRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  for (const { ending, type, write } of feedFormats) {
    site.get(`/feed${ending}`, context => {
      const addresses = addressesFor(context, paths);
      return pages.respond(context, `feed${ending} ${addresses.origin}`, async () => {
        const editions = await latestEditions(archive, mostEditions);
        return { type, body: write(await editionFeed(editions, { paths, addresses })) };
      });
    });
    for (const kind of ['company', 'theme'] as const) {
      site.get(`/${kind}/:name/feed${ending}`, async context => {
        const followed = await labelNamed(archive, kind, context.req.param('name'));
        if (followed === undefined) return context.notFound();
        const addresses = addressesFor(context, paths);
        // By the one spelling of the label, so that a thousand others fill no memory.
        return pages.respond(context, `${kind} ${followed.label} feed${ending} ${addresses.origin}`, async () => {
          const entries = await latestEntries(archive, followed, mostEntries);
          return { type, body: write(await entryFeed(followed, entries, { paths, addresses })) };
        });
      });
    }
  }
};

/** What is called so, in any spelling of its names. A guess is none: a feed would tell of another company for ever. */
const labelNamed = async (
  { db }: Pick<Archive, 'db'>,
  kind: FollowedLabel['kind'],
  name: string,
): Promise<FollowedLabel | undefined> => {
  const found = await createFindLabel(db)(kind, name);
  return found.match !== undefined && found.exact ? { kind, label: found.match } : undefined;
};
