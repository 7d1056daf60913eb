/** The archive on a Postgres server. */
import { onPostgres } from '../engines.ts';
import { archiveContract } from './contract/archive-contract.ts';

archiveContract('Postgres', onPostgres.createPlace);
