/** Gives each item of a document an id of its own: publishers leave ids out, and repeat them. */
import { createHash } from 'node:crypto';
import type { FeedItem } from '../../edition/item.ts';

/** What can stand as the id of an item, best first. */
const candidatesOf = (item: FeedItem): readonly string[] => {
  const body = `${item.summary ?? ''}${item.content ?? ''}`;
  const fingerprint = body === '' ? '' : createHash('sha256').update(body).digest('hex');
  const candidates = [item.id, item.url, item.title, item.published ?? '', fingerprint];
  return [...new Set(candidates.filter(candidate => candidate !== ''))];
};

/**
 * An id that different items share is given up by all of them for their address, then title, date and content: none hides another, and
 * the order of the document does not matter. Items that nothing tells apart are one item told twice, and keep the id they share.
 */
export const withUniqueIds = (items: readonly FeedItem[]): readonly FeedItem[] => {
  const candidates = items.map(candidatesOf);
  const signatures = candidates.map(list => JSON.stringify(list));
  const ids = new Map<string, { readonly candidates: readonly string[]; choice: number }>();
  for (const [index, signature] of signatures.entries()) {
    ids.set(signature, { candidates: candidates[index] ?? [], choice: 0 });
  }

  for (let settled = false; !settled; ) {
    settled = true;
    for (const sharers of Map.groupBy(ids.values(), id => id.candidates[id.choice]).values()) {
      if (sharers.length === 1) continue;
      for (const id of sharers) {
        if (id.choice + 1 >= id.candidates.length) continue;
        id.choice++;
        settled = false;
      }
    }
  }
  return items.map((item, index) => {
    const id = ids.get(signatures[index] ?? '');
    return { ...item, id: id?.candidates[id.choice] ?? '' };
  });
};
