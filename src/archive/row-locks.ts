/**
 * Rows that a transaction holds from when it reads them until it ends, since it goes by what it read. On SQLite one transaction
 * writes at a time, so that there is nothing to hold. What others did before they let go is seen by the next statement only.
 */
import type { SelectQueryBuilder } from 'kysely';
import type { Archive } from './archive.ts';
import type { Tables } from './tables.ts';

type Query<Table extends keyof Tables, Row> = SelectQueryBuilder<Tables, Table, Row>;

/** Nobody else changes or removes these rows, nor adds rows that refer to them; where somebody is about to, that is waited for. */
export const held = <Table extends keyof Tables, Row>(
  { engine }: Pick<Archive, 'engine'>,
  rows: Query<Table, Row>,
): Query<Table, Row> => (engine.name === 'postgres' ? rows.forUpdate() : rows);

/** Nobody removes these rows; others may do the same, and change what is not their key. */
export const kept = <Table extends keyof Tables, Row>(
  { engine }: Pick<Archive, 'engine'>,
  rows: Query<Table, Row>,
): Query<Table, Row> => (engine.name === 'postgres' ? rows.forKeyShare() : rows);

/** Those of these rows that nobody holds. */
export const heldIfFree = <Table extends keyof Tables, Row>(
  { engine }: Pick<Archive, 'engine'>,
  rows: Query<Table, Row>,
): Query<Table, Row> => (engine.name === 'postgres' ? rows.forUpdate().skipLocked() : rows);
