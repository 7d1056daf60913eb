/** The site: the archive to read, its feeds, and what operators and their machines look at. */
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { archiveVersion } from '../archive/version.ts';
import { silentMeter } from '../edition/meter.ts';
import { assets } from './assets.ts';
import { editionFormRoutes, isLetter } from './edition-forms.ts';
import { answerTrouble, notFound, refuseOthers } from './failures.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { healthRoutes } from './health.ts';
import { llmsRoutes } from './llms.ts';
import { mcpRoutes } from './mcp/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { createPageCache } from './page-cache.ts';
import { calendarRoutes } from './pages/calendar-routes.ts';
import { companyRoutes } from './pages/company-routes.ts';
import { editionRoutes } from './pages/edition-routes.ts';
import { previewRoutes } from './pages/preview-routes.ts';
import { searchRoutes } from './pages/search-routes.ts';
import { themeRoutes } from './pages/theme-routes.ts';
import type { AddRoutes, SiteParts } from './parts.ts';
import { createPaths } from './paths.ts';
import { createRequestLog } from './request-log.ts';
import { withoutTrailingSlash } from './trailing-slash.ts';

export interface SiteOptions extends Omit<SiteParts, 'paths' | 'pages'> {
  /** Where the site is found from outside, without a slash at the end. */
  readonly publicUrl?: string | undefined;
}

const year = 365 * 24 * 3600;

export const createSite = ({ publicUrl, ...options }: SiteOptions): Hono => {
  const { archive, logger } = options;
  const pages = createPageCache(async () => String(await archiveVersion(archive.db)));
  const parts: SiteParts = { ...options, paths: createPaths(publicUrl), pages };
  const site = new Hono();
  site.use(requestId());
  site.use(createRequestLog({ logger, meter: options.metrics?.meter ?? silentMeter }));
  site.use(safely);
  site.use(refuseOthers);
  for (const [path, { body, type }] of assets) {
    const caching = path.startsWith('/assets/') ? `public, max-age=${year}, immutable` : 'public, max-age=86400';
    site.get(path, context => context.body(body, 200, { 'Content-Type': type, 'Cache-Control': caching }));
  }
  for (const add of routes) add(site, parts);
  site.notFound(context => withoutTrailingSlash(context, parts.paths) ?? notFound(context, parts));
  site.onError((error, context) => answerTrouble(error, context));
  return site;
};

/** In this order they are asked. */
const routes: readonly AddRoutes[] = [
  healthRoutes,
  metricsRoutes,
  editionRoutes,
  companyRoutes,
  themeRoutes,
  calendarRoutes,
  searchRoutes,
  feedRoutes,
  editionFormRoutes,
  mcpRoutes,
  llmsRoutes,
  previewRoutes,
];

/** Nothing from elsewhere is loaded, run, or shown, and nobody frames us. https://www.w3.org/TR/CSP3/ */
const safely = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: [context => (isLetter(context.req.path) ? "'self' 'unsafe-inline'" : "'self'")],
    scriptSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'no-referrer',
  // Whoever has TLS in front of us says this for all of their host.
  strictTransportSecurity: false,
});
