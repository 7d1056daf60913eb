/** What a Postgres server and the network on the way to it say, as errors of the archive. */
import pg from 'pg';
import { ArchiveError, type ArchiveErrorCode } from './archive-error.ts';

/** What has happened, and what the operator can do. The first is put after the name of the archive. */
interface Trouble {
  readonly code: ArchiveErrorCode;
  readonly happened: string;
  readonly todo: string;
}

/** Runs `run`; what fails of the server or on the way to it is thrown as an ArchiveError, anything else as it is. */
export const withPostgresErrors = async <Result>(location: string, run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run();
  } catch (error) {
    throw postgresError(location, error) ?? error;
  }
};

/** @param location Names the database for people, without what lets one in. */
const postgresError = (location: string, cause: unknown): ArchiveError | undefined => {
  const trouble = cause instanceof pg.DatabaseError ? troubleOfServer(cause) : troubleOnTheWay(cause);
  if (trouble === undefined) return undefined;
  const text = `${location.charAt(0).toUpperCase()}${location.slice(1)} ${trouble.happened}`;
  return new ArchiveError(trouble.code, `${text} (${reasonOf(cause)}). ${trouble.todo}`, { cause });
};

const away: Trouble = {
  code: 'unreachable',
  happened: 'does not answer',
  todo: 'See to it that the server runs and can be reached from here.',
};
const crowded: Trouble = {
  code: 'unreachable',
  happened: 'takes no more connections',
  todo: 'Run fewer processes, or let it take more (max_connections).',
};
const closed: Trouble = {
  code: 'denied',
  happened: 'does not let us in',
  todo: 'Correct user, password and database in DATABASE_URL, or make them on the server.',
};
const forbidden: Trouble = {
  code: 'denied',
  happened: 'does not let its user make or use the tables of the archive',
  todo: 'Make the user of DATABASE_URL the owner of the database, or grant it all on the schema.',
};
const insecure: Trouble = {
  code: 'denied',
  happened: 'cannot be reached over a connection that is safe',
  todo: 'Correct sslmode, sslrootcert, sslcert and sslkey in DATABASE_URL, or the certificate of the server.',
};
const readOnly: Trouble = {
  code: 'unwritable',
  happened: 'can only be read',
  todo: 'Name the primary server in DATABASE_URL, not a standby, and let it be written.',
};
const full: Trouble = {
  code: 'unwritable',
  happened: 'cannot be written',
  todo: 'See to it that the server has room and sound disks.',
};
const busy: Trouble = {
  code: 'busy',
  happened: 'is kept busy by others',
  todo: 'Try again; where it stays so, see on the server what holds it (pg_stat_activity).',
};
const damaged: Trouble = { code: 'corrupt', happened: 'is damaged', todo: 'Restore it from a copy.' };

/** SQLSTATEs, or the classes of them (https://www.postgresql.org/docs/current/errcodes-appendix.html); the whole counts before its class. */
const byState: Readonly<Record<string, Trouble>> = {
  '08': away,
  25006: readOnly,
  '25P03': busy, // The transaction was left idle.
  28: closed,
  '3D': closed,
  '3F': forbidden, // There is no schema to make tables in.
  40: busy,
  42501: forbidden,
  53: full,
  53300: crowded,
  '55P03': busy,
  57014: busy, // The statement took too long.
  '57P01': away,
  '57P02': away,
  '57P03': away,
  '57P04': closed,
  58: full,
  XX001: damaged,
  XX002: damaged,
};

const troubleOfServer = ({ code = '' }: pg.DatabaseError): Trouble | undefined =>
  byState[code] ?? byState[code.slice(0, 2)];

/** What pg says without a code to tell it by. */
const lacksTls = 'The server does not support SSL connections';
const refusesTls = 'There was an error establishing an SSL connection';
const waitedForConnection = 'timeout exceeded when trying to connect';
const duringLogin = 'SASL: ';
const allInUse: Trouble = { ...busy, happened: 'keeps all connections of this process busy' };

/** Everything that is not said by the server and not a fault of ours: connections end in many ways, with and without a code. */
const troubleOnTheWay = (error: unknown): Trouble | undefined => {
  if (!(error instanceof Error) || error instanceof ArchiveError || isFaultOfOurs(error)) return undefined;
  const { message } = error;
  if (message === lacksTls || message === refusesTls || isOfCertificate(error)) return insecure;
  if (message.startsWith(duringLogin)) return closed;
  return message === waitedForConnection ? allInUse : away;
};

const isFaultOfOurs = (error: Error): boolean =>
  error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError;

/** Of Node's TLS (https://nodejs.org/api/tls.html#x509-certificate-error-codes), and of files that the address names. */
const isOfCertificate = (error: Error): boolean =>
  /^(ERR_(TLS|SSL|OSSL)|CERT_|UNABLE_TO_|.*SELF_SIGNED|.*ISSUER|HOSTNAME_MISMATCH|EPROTO$|ENOENT$|EACCES$|EISDIR$)/.test(
    codeOf(error),
  );

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '');

/** Of several addresses of a host, each with its own failure, Node's error says nothing itself. */
const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ');
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
};
