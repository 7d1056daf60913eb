/** The connections of an archive on a server: what they promise, whom they trust, and that they get out of each other's way. */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { postgresDialect } from '../../src/archive/postgres-driver.ts';
import type { Tables } from '../../src/archive/tables.ts';
import { onPostgres } from '../engines.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';

const now = '2026-04-01T06:00:00Z';

describe('connections of an archive', () => {
  it('keep what is committed through a power cut, and wait for nothing for ever, whatever the server is set to', async () => {
    const place = await onPostgres.createPlace();
    const archive = await place.open();
    const setting = async (name: string): Promise<string | undefined> =>
      (await sql<{ value: string }>`select current_setting(${name}) as value`.execute(archive.db)).rows[0]?.value;
    expect(await setting('synchronous_commit')).toBe('on');
    expect(
      await Promise.all(['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout'].map(setting)),
    ).toEqual(['10s', '2min', '1min']);
    await archive.close();
    await place.remove();
  });

  it('go on with both of two transactions that wait for each other, one after the other', async () => {
    const place = await onPostgres.createPlace();
    const archive = await place.open();
    for (const source of ['A', 'B']) {
      await archive.db
        .insertInto('source_health')
        .values({ source, status: 'ok', items: 0, reason: null, code: null, since: null, checked_at: now })
        .execute();
    }
    const met = Promise.withResolvers<void>();
    let arrived = 0;
    /** Adds one to both, and at its first try waits in between for the other to have come as far. */
    const addTo = (first: string, second: string): Promise<void> => {
      let isFirstTry = true;
      return archive.db.transaction().execute(async transaction => {
        const add = (source: string) =>
          transaction
            .updateTable('source_health')
            .set(row => ({ items: row('items', '+', 1) }))
            .where('source', '=', source)
            .execute();
        await add(first);
        if (isFirstTry) {
          isFirstTry = false;
          arrived += 1;
          if (arrived === 2) met.resolve();
          await met.promise;
        }
        await add(second);
      });
    };
    await Promise.all([addTo('A', 'B'), addTo('B', 'A')]);
    const rows = await archive.db.selectFrom('source_health').select('items').execute();
    expect(rows).toEqual([{ items: 2 }, { items: 2 }]);
    await archive.close();
    await place.remove();
  });
});

describe('a connection to a server that falls silent', () => {
  it('is given up, in a transaction too, and another is made once it can be reached', async () => {
    const place = await onPostgres.createPlace();
    const url = new URL('postgresUrl' in place.address ? place.address.postgresUrl : '');
    const port = Number(url.port);
    let isSilent = false;
    const sockets = new Set<Socket>();
    /** Forwards what is said, or loses it, as a network may. */
    const wire = createServer(near => {
      const far = connect(port, url.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.on('data', data => isSilent || to.write(data)).on('error', () => {});
        from.on('close', () => to.destroy());
      }
    }).listen(0, '127.0.0.1');
    await once(wire, 'listening');
    const address = wire.address();
    url.port = typeof address === 'object' ? String(address?.port) : '';
    const db = new Kysely<Tables>({ dialect: postgresDialect(url.href, 'the database', 2_000) });
    const ask = (on = db) => sql<{ one: number }>`select 1 as one`.execute(on);

    expect((await ask()).rows).toEqual([{ one: 1 }]);
    isSilent = true;
    const lost = {
      name: 'ArchiveError',
      code: 'unreachable',
      message: expect.stringMatching(/^The database does not answer/),
    };
    await expect(ask()).rejects.toMatchObject(lost);
    isSilent = false;
    const amid = db.transaction().execute(async transaction => {
      await ask(transaction);
      isSilent = true;
      await ask(transaction);
    });
    await expect(amid).rejects.toMatchObject(lost);
    isSilent = false;
    expect((await ask()).rows).toEqual([{ one: 1 }]);
    await db.destroy();
    for (const socket of sockets) socket.destroy();
    wire.close();
    await place.remove();
  });
});

const openssl = '/usr/bin/openssl';

describe.skipIf(!existsSync(openssl))('connections over TLS (which takes openssl)', () => {
  let folder: string;
  let server: PostgresServer;
  const inFolder = (name: string) => join(folder, name);
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const files = ['-keyout', inFolder('server.key'), '-out', inFolder('server.crt')];
    execFileSync(openssl, ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', ...subject, ...files], {
      stdio: 'ignore',
    });
    if (process.getuid?.() === 0) {
      // Postgres runs as a user of its own, and takes no key that others own.
      const user = Number(execFileSync('id', ['-u', 'postgres']));
      for (const path of [folder, inFolder('server.key'), inFolder('server.crt')]) chownSync(path, user, -1);
    }
    server = await startPostgres([
      'ssl=on',
      `ssl_key_file=${inFolder('server.key')}`,
      `ssl_cert_file=${inFolder('server.crt')}`,
    ]);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const opened = async (options: string): Promise<unknown> => {
    try {
      const archive = await openArchive({ postgresUrl: `${server.url}?${options}` });
      const { rows } = await sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(
        archive.db,
      );
      await archive.close();
      return rows[0]?.ssl;
    } catch (error) {
      return error;
    }
  };

  it('are made as the address asks for', async () => {
    expect(await opened('sslmode=disable')).toBe(false);
    expect(await opened('sslmode=no-verify')).toBe(true);
    expect(await opened(`sslmode=verify-full&sslrootcert=${inFolder('server.crt')}`)).toBe(true);
  });

  it('are not made to a server whose certificate nobody known has signed, and that is told', async () => {
    expect(await opened('sslmode=verify-full')).toMatchObject({
      name: 'ArchiveError',
      code: 'denied',
      message: expect.stringMatching(
        /cannot be reached over a connection that is safe \(.*certificate.*\)\. Correct sslmode/,
      ),
    });
  });
});
