/** Replaces the entities that a DOCTYPE defines, and none that could blow up, bring mark-up, or have anything fetched. */
import { decodeEntities } from '../text/plain-text.ts';
import type { Note } from './flaws.ts';
import { entities as limits } from './limits.ts';

/**
 * Decodes references, those to entities of the DOCTYPE included. Such as stand for plain text are replaced, each once, up to the budget.
 * Those that contain other entities (the billion laughs), mark-up, or an address to fetch are not known: they stay as they are
 * written, and are noted.
 */
export const decoderFor = (declarations: readonly string[], note: Note): ((text: string) => string) => {
  const known = new Map<string, string>();
  const refused = new Set<string>();
  for (const declaration of declarations) {
    const name = /ENTITY\s+([\w.-]+)\s/.exec(declaration)?.[1];
    const [, double, single] = /ENTITY\s+[\w.-]+\s+(?:"([^"&%<]*)"|'([^'&%<]*)')\s*$/.exec(declaration) ?? [];
    const value = double ?? single;
    if (name !== undefined && value !== undefined) known.set(name, value);
    else if (name !== undefined) refused.add(name);
  }
  if (known.size === 0 && refused.size === 0) return decodeEntities;

  let budget: number = limits.expansion;
  const replace = (reference: string, name: string): string => {
    const value = known.get(name);
    if (value !== undefined && budget > 0) {
      budget -= value.length;
      return value;
    }
    // Names that HTML knows too are told by it.
    if ((value !== undefined || refused.has(name)) && decodeEntities(reference) === reference) note('refused-entities');
    return reference;
  };
  return text => (text.includes('&') ? decodeEntities(text.replace(/&([\w.-]+);/g, replace)) : text);
};
