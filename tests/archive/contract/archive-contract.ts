/** What an archive promises on every engine. Each engine calls this from a test file of its own. */
import { describe } from 'vitest';
import { cacheContract } from './cache-contract.ts';
import { claimsContract } from './claims-contract.ts';
import { concurrencyContract } from './concurrency-contract.ts';
import { decisionsContract } from './decisions-contract.ts';
import { deliveriesContract } from './deliveries-contract.ts';
import { editedContract } from './edited-contract.ts';
import { editionsContract } from './editions-contract.ts';
import { forgettingContract } from './forgetting-contract.ts';
import { healthContract } from './health-contract.ts';
import { installationsContract } from './installations-contract.ts';
import { itemsContract } from './items-contract.ts';
import { ledgerConcurrencyContract } from './ledger-concurrency-contract.ts';
import { pacesContract } from './paces-contract.ts';
import { persistenceContract } from './persistence-contract.ts';
import type { CreatePlace } from './place.ts';
import { searchContract } from './search-contract.ts';
import { searchHostileContract } from './search-hostile-contract.ts';
import { searchRobustnessContract } from './search-robustness-contract.ts';
import { subscriptionsContract } from './subscriptions-contract.ts';
import { trailContract } from './trail-contract.ts';

export const archiveContract = (engine: string, createPlace: CreatePlace): void => {
  describe(`an archive on ${engine}`, () => {
    itemsContract(createPlace);
    editedContract(createPlace);
    healthContract(createPlace);
    editionsContract(createPlace);
    decisionsContract(createPlace);
    trailContract(createPlace);
    searchContract(createPlace);
    searchRobustnessContract(createPlace);
    searchHostileContract(createPlace);
    cacheContract(createPlace);
    subscriptionsContract(createPlace);
    deliveriesContract(createPlace);
    claimsContract(createPlace);
    pacesContract(createPlace);
    forgettingContract(createPlace);
    installationsContract(createPlace);
    concurrencyContract(createPlace);
    ledgerConcurrencyContract(createPlace);
    persistenceContract(createPlace);
  });
};
