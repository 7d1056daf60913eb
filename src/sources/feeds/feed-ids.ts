/** Gives each item of a document an id of its own: publishers leave ids out, and repeat them. */
import { createHash } from 'node:crypto';
import type { FeedItem } from '../../edition/item.ts';

/** What can stand as the id of an item, best first. */
const candidatesOf = (item: FeedItem): readonly string[] => {
  const body = `${item.summary ?? ''}${item.content ?? ''}`;
  const parts = [item.id, item.url, item.title, item.published ?? '', body === '' ? '' : hashOf(body)];
  const candidates = [...new Set(parts.filter(part => part !== ''))];
  // Each part may be another item's too, though no other has them all.
  return candidates.length > 1 ? [...candidates, hashOf(JSON.stringify(candidates))] : candidates;
};

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An item's candidates, and which of them stands for now. */
interface Identity {
  readonly candidates: readonly string[];
  choice: number;
}

/** Lets all that share an id go on to their next candidate; false where nobody shares one or has another. */
const partSharers = (identities: readonly Identity[]): boolean => {
  const sharers = [...Map.groupBy(identities, ({ candidates, choice }) => candidates[choice]).values()]
    .filter(group => group.length > 1)
    .flat()
    .filter(({ candidates, choice }) => choice + 1 < candidates.length);
  for (const sharer of sharers) sharer.choice += 1;
  return sharers.length > 0;
};

/** Whether the feed gives one id to several of its items. */
export const repeatsIds = (items: readonly FeedItem[]): boolean => {
  const ids = items.map(item => item.id).filter(id => id !== '');
  return new Set(ids).size < ids.length;
};

/**
 * An id that different items share is given up by all of them for their address, then title, date and content: none hides another, and
 * the order of the document does not matter. Items that nothing tells apart are one item told twice, and keep the id they share.
 */
export const withUniqueIds = (items: readonly FeedItem[]): readonly FeedItem[] => {
  const signed = items.map(item => {
    const candidates = candidatesOf(item);
    return { item, candidates, signature: JSON.stringify(candidates) };
  });
  const identities = new Map<string, Identity>(
    signed.map(({ signature, candidates }) => [signature, { candidates, choice: 0 }]),
  );
  let parted = true;
  while (parted) parted = partSharers([...identities.values()]);
  return signed.map(({ item, signature }) => {
    const identity = identities.get(signature);
    return { ...item, id: identity?.candidates[identity.choice] ?? '' };
  });
};
