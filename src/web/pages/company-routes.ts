/** The companies: all of them, and the page of each, found by any of its names. */
import type { Archive } from '../../archive/archive.ts';
import { createFindLabel } from '../../archive/names.ts';
import type { AddRoutes } from '../parts.ts';
import { companySlug } from '../paths.ts';
import { companiesPage } from './companies-page.ts';
import { labelPage } from './label-page.ts';
import { movedTo } from './moved.ts';
import { noSuchNumber, pageAsked } from './paging.ts';

export const companyRoutes: AddRoutes = (site, { archive, paths, pages }) => {
  site.get('/companies', context => pages.respond(context, '/companies', () => companiesPage(archive, paths)));
  site.get('/company/:slug', async context => {
    const slug = context.req.param('slug');
    const company = await companyNamed(archive, slug);
    if (company === undefined) return context.notFound();
    const path = paths.company(company);
    if (slug !== companySlug(company)) return movedTo(context, path);
    const page = pageAsked(context);
    if (page === undefined) return pages.respondOnce(context, () => noSuchNumber(paths, path));
    const route = `/company/${encodeURIComponent(slug)}`;
    return pages.respond(context, `${route}?page=${page}`, () =>
      labelPage(archive, paths, { kind: 'company', label: company, shown: company, route, path, page }),
    );
  });
};

/** As the archive spells it. */
const companyNamed = async ({ db }: Archive, slug: string): Promise<string | undefined> =>
  (await createFindLabel(db)('company', slug)).match;
