/** Whether the process lives, and whether it can do its work: what whoever keeps it running asks, again and again. */
import type { Archive } from '../archive/archive.ts';
import { archiveVersion } from '../archive/version.ts';
import { within } from '../chat/within.ts';
import { second } from '../edition/duration.ts';
import type { AddRoutes, SiteParts, Unready } from './parts.ts';

/** Yesterday's answer is of no use to anybody. */
const uncached = { 'Cache-Control': 'no-store' };

/** For everybody: which part is at fault, and nothing of why. */
export const healthRoutes: AddRoutes = (site, { unready = () => [], ...parts }) => {
  const askArchive = createAskArchive(parts);
  site.get('/healthz', context => context.json({ status: 'alive' }, 200, uncached));
  site.get('/readyz', async context => {
    const failing = [...unready(), ...(await askArchive())];
    return failing.length === 0
      ? context.json({ status: 'ready' }, 200, uncached)
      : context.json({ status: 'unready', failing }, 503, uncached);
  });
};

/** Milliseconds in which the archive is to answer. */
const patience = second;

/** Since when the archive does not answer is told from when that was first noticed here. */
const createAskArchive = ({
  archive,
  now,
}: Pick<SiteParts, 'archive' | 'now'>): (() => Promise<readonly Unready[]>) => {
  let asking: Promise<boolean> | undefined;
  let since: string | undefined;
  return async () => {
    // One that hangs is not asked again meanwhile: each question holds a connection.
    asking ??= answers(archive).finally(() => {
      asking = undefined;
    });
    const isThere = (await within(patience, asking)) ?? false;
    since = isThere ? undefined : (since ?? now().toISOString());
    return since === undefined ? [] : [{ part: 'archive', since }];
  };
};

const answers = async ({ db }: Archive): Promise<boolean> => {
  try {
    await archiveVersion(db);
    return true;
  } catch {
    // Whoever needs the archive says in the log what is wrong with it.
    return false;
  }
};
