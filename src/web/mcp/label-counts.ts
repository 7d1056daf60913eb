/** How many entries each company, source and theme has: counted once for each version of the archive, as it reads a whole index. */
import type { Archive } from '../../archive/archive.ts';
import { type CountedLabel, countedLabels } from '../../archive/labels.ts';
import type { LabelKind } from '../../archive/tables.ts';
import { archiveVersion } from '../../archive/version.ts';

/** Every label of a kind, the most frequent first. */
export type LabelCounts = (kind: LabelKind) => Promise<readonly CountedLabel[]>;

interface Counted {
  readonly version: number;
  readonly labels: Promise<readonly CountedLabel[]>;
}

export const createLabelCounts = (archive: Archive): LabelCounts => {
  const counted = new Map<LabelKind, Counted>();
  return async kind => {
    const version = await archiveVersion(archive.db);
    const known = counted.get(kind);
    if (known?.version === version) return known.labels;
    const labels = countedLabels(archive, kind);
    counted.set(kind, { version, labels });
    labels.catch(() => counted.delete(kind));
    return labels;
  };
};
