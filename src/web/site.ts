/** The site: the archive to read, its feeds, and what operators and their machines look at. */
import { Hono } from 'hono';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { trimTrailingSlash } from 'hono/trailing-slash';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import { archiveVersion } from '../archive/version.ts';
import { assets } from './assets.ts';
import { answerTrouble, notFound, refuseOthers } from './failures.ts';
import { createPageCache, type PageCache } from './page-cache.ts';
import { editionRoutes } from './pages/edition-routes.ts';
import { createPaths, type Paths } from './paths.ts';

/** What pages are made of. */
export interface SiteParts {
  readonly archive: Archive;
  readonly paths: Paths;
  readonly pages: PageCache;
  readonly now: () => Date;
  readonly logger: Logger;
}

export interface SiteOptions extends Pick<SiteParts, 'archive' | 'now' | 'logger'> {
  /** Where the site is found from outside, without a slash at the end. */
  readonly publicUrl?: string | undefined;
}

/** Routes of one concern: each adds those of its own. */
export type AddRoutes = (site: Hono, parts: SiteParts) => void;

const year = 365 * 24 * 3600;

export const createSite = ({ publicUrl, ...options }: SiteOptions): Hono => {
  const { archive, logger } = options;
  const pages = createPageCache(async () => String(await archiveVersion(archive.db)));
  const parts: SiteParts = { ...options, paths: createPaths(publicUrl), pages };
  const site = new Hono();
  site.use(requestId());
  site.use(safely);
  site.use(refuseOthers);
  site.use(trimTrailingSlash());
  for (const [path, { body, type }] of assets) {
    const caching = path.startsWith('/assets/') ? `public, max-age=${year}, immutable` : 'public, max-age=86400';
    site.get(path, context => context.body(body, 200, { 'Content-Type': type, 'Cache-Control': caching }));
  }
  for (const add of routes) add(site, parts);
  site.notFound(context => notFound(context, parts));
  site.onError((error, context) => answerTrouble(error, context, logger));
  return site;
};

/** In this order they are asked. */
const routes: readonly AddRoutes[] = [editionRoutes];

/** Nothing from elsewhere is loaded, run, or shown, and nobody frames us. https://www.w3.org/TR/CSP3/ */
const safely = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
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
