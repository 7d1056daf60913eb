/** Reads every source now, and shows how far it is. */
import { collectSources } from '../delivery/jobs/collect.ts';
import { counted } from '../edition/counted.ts';
import type { SourceStatus } from '../edition/source.ts';
import type { Parts } from './parts.ts';
import type { Progress } from './progress.ts';

export const isFailed = ({ status }: SourceStatus): boolean => status === 'failed';

/** Returns how each source fared, in their order. */
export const gather = async (parts: Parts, progress: Progress): Promise<readonly SourceStatus[]> => {
  const sources = counted(parts.sources.length, 'source');
  let done = 0;
  progress.start(`Reading ${sources}`);
  const statuses = await collectSources({
    ...parts,
    onProgress: ({ name }) => progress.update(`Reading ${sources}: ${++done}, ${name}`),
  });
  progress.done(`Read ${statuses.length - statuses.filter(isFailed).length} of ${sources}`);
  return statuses;
};
