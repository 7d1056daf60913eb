import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { listEditions, saveEdition } from '../../src/archive/editions.ts';
import { examineDatabase } from '../../src/cli/examinations.ts';
import { openArchiveWhenUp } from '../../src/cli/opening-archive.ts';
import { anEdition } from '../an-edition.ts';
import { type PostgresServer, startPostgres } from '../postgres/server.ts';
import { chatServers, longAgo } from './chat-servers.ts';
import { begin, digest } from './digest.ts';

describe('an archive for a run, on a server', () => {
  let server: PostgresServer;
  let told: string[];
  let pauses: number[];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());
  beforeEach(() => {
    [told, pauses] = [[], []];
  });

  const waiting = (whilePaused: (pause: number) => Promise<void> | void, stopping = new AbortController()) => ({
    stopping: stopping.signal,
    random: () => 1,
    tell: (sentence: string) => void told.push(sentence),
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds);
      await whilePaused(pauses.length);
    },
  });

  it('that is down is waited for, longer and longer, and that is said once, as that it goes on', async () => {
    await server.stop();
    const archive = await openArchiveWhenUp(
      { postgresUrl: server.url },
      waiting(async pause => {
        if (pause === 7) await server.start();
      }),
    );
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(told).toEqual([
      expect.stringMatching(
        /^The Postgres database postgres on 127\..* does not answer .*It is tried again until then\.$/,
      ),
      expect.stringMatching(/^There is the Postgres database postgres on 127\..*goes on\.$/),
    ]);
    expect(archive && (await listEditions(archive))).toEqual([]);
    await archive?.close();
  });

  it('that is up is opened at once, without a word', async () => {
    const archive = await openArchiveWhenUp(
      { postgresUrl: server.url },
      waiting(() => {}),
    );
    await archive?.close();
    expect([told, pauses]).toEqual([[], []]);
  });

  it('that is down is waited for no longer than the run lasts', async () => {
    const stopping = new AbortController();
    const postgresUrl = server.url.replace(/:\d+\//, ':1/');
    const archive = await openArchiveWhenUp(
      { postgresUrl },
      waiting(() => stopping.abort(), stopping),
    );
    expect([archive, pauses.length]).toEqual([undefined, 1]);
  });

  it('that neither answers nor refuses does not hold up the end of the run', async () => {
    const sockets: Socket[] = [];
    const silent = createServer(socket => void sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const stopping = new AbortController();
    const opening = openArchiveWhenUp(
      { postgresUrl: server.url.replace(/:\d+\//, `:${port}/`) },
      waiting(() => {}, stopping),
    );
    await once(silent, 'connection');
    stopping.abort();
    expect(await opening).toBeUndefined();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  it('that does not let us in is not waited for', async () => {
    const postgresUrl = server.url.replace('postgres:postgres@', 'postgres:wrong@');
    await expect(
      openArchiveWhenUp(
        { postgresUrl },
        waiting(() => {}),
      ),
    ).rejects.toMatchObject({ code: 'denied' });
    expect(pauses).toEqual([]);
  });
});

describe('run, on a server that is down at its start', () => {
  const servers = chatServers();
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.stop();
  });
  afterAll(() => server.close());

  it('ends when it is told to, and goes on once the server is up', async () => {
    const place = { env: { ...servers.slackEnv(), DATABASE_URL: server.url } };
    const [ended, lasting] = [begin(['run'], place), begin(['run'], place)];
    for (const run of [ended, lasting]) await run.said(/does not answer .* It is tried again until then/);
    ended.kill('SIGTERM');
    const { code, stderr } = await ended.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain('postgres:postgres');
    await server.start();
    await lasting.said(/There is the Postgres database .*: the start goes on/);
    await lasting.said(/Listening in Slack/);
    lasting.kill('SIGTERM');
    expect((await lasting.ended).code).toBe(0);
  });

  it('says that a look-up did not work while the server is down again, and looks up once it is there', async () => {
    const { slack } = servers;
    const archive = await openArchive({ postgresUrl: server.url });
    await saveEdition(archive, anEdition(), { until: longAgo, builtAt: longAgo });
    await archive.close();
    const run = begin(['run'], { env: { ...servers.slackEnv(), DATABASE_URL: server.url } });
    await run.said(/Listening in Slack/);
    const by = { user: slack.addUser({ isAdmin: true }).id, channel: servers.inSlack().channel };
    const ask = async () => JSON.stringify((await (await slack.people.command('company:acme', by)).answer()).body);
    expect(await ask()).toContain('Moving the ledger');
    await server.stop();
    expect(await ask()).toContain('The archive does not answer at the moment');
    await server.start();
    expect(await ask()).toContain('Moving the ledger');
    run.kill('SIGTERM');
    const { code, stderr } = await run.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain('postgres:postgres');
  });
});

describe('a command that is asked once', () => {
  it('hears it of the doctor among the rest', async () => {
    const finding = await examineDatabase({ postgresUrl: 'postgres://digest:gehe1m@127.0.0.1:1/digest' });
    expect(finding).toMatchObject({ isWell: false });
    expect(JSON.stringify(finding)).toMatch(
      /the Postgres database digest on 127\.0\.0\.1:1 cannot be used.*does not answer/,
    );
    expect(JSON.stringify(finding)).not.toContain('gehe1m');
  });

  it('says at once that the server does not answer, without its password, and what to do', async () => {
    const { port, hostname } = new URL(inject('postgres'));
    const nobody = `postgres://digest:gehe1m@${hostname}:${port === '1' ? 2 : 1}/digest`;
    for (const words of [
      ['search', 'kafka'],
      ['sources', 'list'],
      ['post', '--dry-run'],
    ]) {
      const { code, stdout, stderr } = await digest(words, { env: { DATABASE_URL: nobody } });
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^Error: The Postgres database digest on 127\.0\.0\.1:1 does not answer \(.*See to it/);
      expect(stderr).not.toContain('gehe1m');
    }
  });
});
