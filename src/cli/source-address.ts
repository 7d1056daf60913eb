/** A list of sources that stands at an address: asked for through the same gate as the blogs, since it may lead anywhere. */
import Keyv from 'keyv';
import type { Config } from '../config.ts';
import { createFetcher, honestUserAgent } from '../sources/http/fetcher.ts';
import { UsageError } from './errors.ts';
import { openGate } from './parts.ts';
import { readList, type SourceList } from './source-file.ts';

/** Bytes: a thousand blogs take a quarter of it. */
const longestList = 1024 * 1024;

/** Whether a person meant an address rather than a file. */
export const isAddress = (given: string): boolean => /^https?:\/\//i.test(given);

/** The list in the OPML at `address`. Throws FetchError, or OpmlError for what is none; both name the address. */
export const fetchSourceList = async (address: string, config: Config): Promise<SourceList> => {
  const { gate, dispatcher } = openGate(config);
  try {
    const { fetchFeed } = createFetcher({
      cache: new Keyv(),
      userAgent: honestUserAgent(config.contact),
      now: () => new Date(),
      dispatcher,
      gate,
      maxBytes: longestList,
    });
    const document = await fetchFeed(address, {
      accept: 'text/x-opml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.8',
    });
    // Nothing is known of it before, so that it cannot be unchanged.
    if (document.status !== 'fresh') throw new UsageError(`${address} gave no list. Try again.`);
    return readList(document.url, document.body, document.contentType);
  } finally {
    await dispatcher.destroy();
  }
};
