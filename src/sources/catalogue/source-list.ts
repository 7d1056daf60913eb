/** Changes to the operator's list of sources: each gives a new list and leaves the old one as it was. */
import type { Source } from '../../edition/source.ts';

/** A source was named that the list does not have. */
export class UnknownSourceError extends Error {
  override readonly name = 'UnknownSourceError';
  readonly code = 'unknown-source';

  constructor(name: string, sources: readonly Source[]) {
    const names = sources.map(source => source.name).join(', ');
    super(`There is no source named "${name}". The list has: ${names || 'none'}.`);
  }
}

/** The list with `incoming` in it: a source of the same name is replaced where it stands, others follow at the end. */
export function addSources(current: readonly Source[], incoming: readonly Source[]): readonly Source[] {
  const byName = new Map(current.map(source => [source.name, source]));
  for (const source of incoming) byName.set(source.name, source);
  return [...byName.values()];
}

/**
 * The list without the source of that name, whatever its case.
 * @throws UnknownSourceError
 */
export function dropSource(current: readonly Source[], name: string): readonly Source[] {
  const wanted = name.trim().toLowerCase();
  const kept = current.filter(source => source.name.toLowerCase() !== wanted);
  if (kept.length === current.length) throw new UnknownSourceError(name, current);
  return kept;
}
