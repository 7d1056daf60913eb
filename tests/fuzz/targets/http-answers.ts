/** Mutated answers of servers: the fetcher has a document of them, or says in a FetchError why not. */
import Keyv from 'keyv';
import { createAddressGate } from '../../../src/sources/http/address-gate.ts';
import { FetchError } from '../../../src/sources/http/fetch-error.ts';
import { createDispatcher, createFetcher } from '../../../src/sources/http/fetcher.ts';
import type { Fetched } from '../../../src/sources/http/http.ts';
import type { Chance } from '../chance.ts';
import { mutate } from '../mutate.ts';
import { type Ending, endings, startRawServer } from '../raw-server.ts';
import { answers } from '../seeds/answers.ts';
import type { Case, Judge } from '../target.ts';

/** Milliseconds for one request, here: a server that falls silent is waited for. */
const totalTimeout = 500;
/** Bytes of a document, here. */
const maxBytes = 1_000_000;
/** Bytes of an answer on the wire. */
const mostBytes = 100_000;
/** One in so many servers falls silent, as each takes the whole time. */
const silentIn = 10;

/** As it is: the time that redirects take together is told by it. */
const now = () => new Date();

export const openFetcher = async () => {
  const server = await startRawServer();
  const gate = createAddressGate({ isPermitted: host => host === '127.0.0.1' });
  return {
    /** Milliseconds that a fetch may take with all its redirects. */
    longest: totalTimeout * 2,
    make: (chance: Chance): Case => {
      const mutant = mutate(chance.of(answers), chance.of(answers), mostBytes, chance);
      const ending = chance.oneIn(silentIn) ? 'silence' : chance.of(['end', 'end', 'end', 'reset'] as const);
      return { bytes: Buffer.from(mutant, 'latin1'), as: `${ending} ${chance.of([1, 1, 2, 7])}` };
    },
    run: async ({ bytes, as }: Case): Promise<Judge> => {
      const [name, pieces] = as.split(' ');
      server.answer(bytes, Number(pieces), endings.find(ending => ending === name) ?? ('end' satisfies Ending));
      const dispatcher = createDispatcher(gate);
      const limits = { totalTimeout, chainTimeout: totalTimeout * 2, headTimeout: totalTimeout, maxBytes };
      const { fetchFeed } = createFetcher({ cache: new Keyv(), userAgent: 'fuzz', now, dispatcher, gate, ...limits });
      try {
        const fetched = await fetchFeed(`${server.origin}/feed`);
        if (fetched.status === 'fresh') await fetched.remember({ ttl: 60 });
        return () => documentFaults(fetched);
      } catch (error) {
        if (error instanceof FetchError) return () => refusalFaults(error, server.origin);
        throw error;
      } finally {
        await dispatcher.destroy();
      }
    },
    close: server.close,
  };
};

const documentFaults = (fetched: Fetched): readonly string[] => [
  ...(fetched.status === 'unchanged' ? ['unchanged, though nothing was known of it'] : []),
  ...(fetched.status === 'fresh' && fetched.body.length > maxBytes ? ['more bytes than are allowed'] : []),
  ...(/^http:\/\/127\.0\.0\.1:\d+\//.test(fetched.url) ? [] : [`it was led to ${fetched.url.slice(0, 100)}`]),
];

const refusalFaults = ({ message }: FetchError, origin: string): readonly string[] => [
  ...(message.includes(origin) || /\w:\/\/|"/.test(message) ? [] : ['a refusal without address']),
  ...(/\p{Cc}/u.test(message) ? [`a control character in ${JSON.stringify(message.slice(0, 200))}`] : []),
];
