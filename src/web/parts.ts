/** What the routes of the site are made with: each concern adds its own, and knows of no other. */
import type { Hono } from 'hono';
import type { Logger } from 'pino';
import type { Archive } from '../archive/archive.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { PageCache } from './page-cache.ts';
import type { Paths } from './paths.ts';

/** What pages are made of. */
export interface SiteParts {
  readonly archive: Archive;
  readonly paths: Paths;
  readonly pages: PageCache;
  readonly now: () => Date;
  readonly logger: Logger;
  /** What other machines show to see what is for operators alone; absent where they are not to. */
  readonly operatorToken?: string | undefined;
  /** Whether others may read the site through a proxy on this machine, so that who asks from here may be anybody. Default: no. */
  readonly isPublic?: boolean | undefined;
  /** What beside the archive keeps the process from its work. Default: nothing does. */
  readonly unready?: (() => readonly Unready[]) | undefined;
  /** Absent where nothing is counted. */
  readonly metrics?: Metrics | undefined;
}

/** A part of the process that cannot do its work. */
export interface Unready {
  readonly part: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** Routes of one concern: each adds those of its own. */
export type AddRoutes = (site: Hono, parts: SiteParts) => void;
