/** The themes: all of them, and the page of each, found by any of its names. */
import { findTheme } from '../../edition/lookup.ts';
import { labelOfTheme } from '../../edition/theme.ts';
import type { AddRoutes } from '../parts.ts';
import { labelPage } from './label-page.ts';
import { movedTo } from './moved.ts';
import { noSuchNumber, pageAsked } from './paging.ts';
import { themesPage } from './themes-page.ts';

export const themeRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  site.get('/themes', context => pages.respond(context, '/themes', () => themesPage(archive, paths)));
  site.get('/theme/:slug', async context => {
    const slug = context.req.param('slug');
    const { match: theme } = findTheme(slug);
    if (theme === undefined) return context.notFound();
    const path = paths.theme(theme);
    if (slug !== theme) return movedTo(context, path);
    const page = pageAsked(context);
    if (page === undefined) return pages.respondOnce(context, () => noSuchNumber(paths, path));
    const route = `/theme/${theme}`;
    return pages.respond(context, `${route}?page=${page}`, () =>
      labelPage(archive, paths, { kind: 'theme', label: theme, shown: labelOfTheme(theme), route, path, page }),
    );
  });
};
