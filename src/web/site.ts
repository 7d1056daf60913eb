/** The site: the archive to read, its feeds, and what operators and their machines look at. */
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { archiveVersion } from '../archive/version.ts';
import { silentMeter } from '../edition/meter.ts';
import { assets } from './assets.ts';
import { type CallersOptions, createCallers } from './callers.ts';
import { editionFormRoutes, isLetter } from './edition-forms.ts';
import { answerTrouble, notFound, refuseOthers } from './failures.ts';
import { feedRoutes } from './feeds/feed-routes.ts';
import { healthRoutes } from './health.ts';
import { llmsRoutes } from './llms.ts';
import { mcpRoutes } from './mcp/routes.ts';
import { metricsRoutes } from './metrics/routes.ts';
import { numberRequests } from './numbering.ts';
import { refuseGuessing } from './operator.ts';
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
import { costlyPaths, createRequestRate, type SiteRates } from './request-rate.ts';
import { withoutTrailingSlash } from './trailing-slash.ts';

export interface SiteOptions extends Omit<SiteParts, 'paths' | 'pages'> {
  /** Where the site is found from outside, without a slash at the end. */
  readonly publicUrl?: string | undefined;
  /** Addresses of proxies, or networks of them, that say truly for whom they ask. Default: none. */
  readonly trustedProxies?: CallersOptions['trustedProxies'];
  /** How often readers may ask; absent where they may as often as they like. */
  readonly rates?: SiteRates | undefined;
  /** Milliseconds since some instant, which never go back. Default: since the process began. */
  readonly stopwatch?: (() => number) | undefined;
}

const year = 365 * 24 * 3600;

export const createSite = ({ publicUrl, trustedProxies, rates, ...options }: SiteOptions): Hono => {
  const { archive, logger, operatorToken, isPublic, stopwatch = () => performance.now() } = options;
  const pages = createPageCache(async () => String(await archiveVersion(archive.db)));
  const paths = createPaths(publicUrl);
  const parts: SiteParts = { ...options, paths, pages };
  const callers = createCallers({ trustedProxies, isPublic });
  const site = new Hono();
  site.use(numberRequests(callers));
  site.use(createRequestLog({ logger, meter: options.metrics?.meter ?? silentMeter }));
  site.use(safely);
  site.use(refuseOthers);
  if (rates !== undefined) {
    const limiting = { callers, paths, rates, stopwatch };
    const limited = createRequestRate(limiting);
    if (operatorToken !== undefined) site.use(refuseGuessing(operatorToken, limiting));
    site.use((context, next) => (costlyPaths.has(context.req.path) ? limited(context, next) : next()));
  }
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
