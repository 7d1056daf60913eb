import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { saveEdition } from '../../src/archive/editions.ts';
import { anEdition } from '../an-edition.ts';
import { asks } from '../web/mcp/asked.ts';
import { digest, emptyFolder } from './digest.ts';

const main = resolve(import.meta.dirname, '../../src/main.ts');

/** A folder with an archive in it, which has one edition. */
const withAnArchive = async (): Promise<string> => {
  const folder = emptyFolder();
  const archive = await openArchive({ path: join(folder, 'archive.db') });
  await saveEdition(archive, anEdition(), { until: '2026-04-01T06:00:00Z', builtAt: '2026-04-01T06:00:00Z' });
  await archive.close();
  return folder;
};

const environment = (folder: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  TZ: 'UTC',
  DATABASE_URL: join(folder, 'archive.db'),
});

/** An assistant that has started the command as people have it started. */
const anAssistant = async (folder: string, args: readonly string[] = [], mode: 'auto' | 'legacy' = 'legacy') => {
  const client = new Client({ name: 'a-test', version: '1.0.0' }, { versionNegotiation: { mode } });
  const env = environment(folder);
  const started = { command: process.execPath, args: [main, 'mcp', ...args], cwd: folder, env };
  await client.connect(new StdioClientTransport({ ...started, stderr: 'pipe' }));
  onTestFinished(() => client.close());
  return { client, ask: asks(client) };
};

/** The command with its pipes, for what the protocol's client hides. */
const begun = (folder: string) => {
  const child = spawn(process.execPath, [main, 'mcp'], { cwd: folder, env: environment(folder) });
  onTestFinished(() => void child.kill());
  return { child, said: Promise.all([text(child.stdout), text(child.stderr)]), ended: once(child, 'close') };
};

const hello = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'a-test', version: '1.0.0' } },
};

describe('mcp', () => {
  it.each(['legacy', 'auto'] as const)('answers an assistant from the archive (%s)', async mode => {
    const { client, ask } = await anAssistant(await withAnArchive(), [], mode);
    expect((await client.listTools()).tools).toHaveLength(4);
    expect((await ask('search', { query: 'company:globex' })).data).toMatchObject({ total: 1 });
    expect((await ask('edition', { date: '2026-04-01' })).data).toMatchObject({ date: '2026-04-01' });
    expect((await ask('companies')).data).toMatchObject({ total: 2 });
    expect((await ask('themes')).text).toContain('Databases');
    expect((await ask('edition', { date: '2026-04-02' })).text).toContain('The nearest: 2026-04-01.');
    expect((await ask('search', { query: 'firm:acme' })).isError).toBe(true);
  });

  it('answers from the recorded day', async () => {
    const { ask } = await anAssistant(emptyFolder(), ['--sample']);
    expect((await ask('edition')).data).toMatchObject({ date: '2026-04-01' });
    expect((await ask('search', { query: 'company:cloudflare' })).data).toMatchObject({ total: 3 });
  });

  it('says nothing on stdout but the protocol, and ends once stdin is closed', async () => {
    const { child, said, ended } = begun(await withAnArchive());
    child.stdin.write(`this is no JSON\n${JSON.stringify(hello)}\n`);
    await once(child.stdout, 'data');
    child.stdin.end();
    expect(await ended).toEqual([0, null]);
    const [stdout] = await said;
    for (const line of stdout
      .trim()
      .split('\n')
      .filter(line => line !== ''))
      expect(JSON.parse(line)).toHaveProperty('jsonrpc', '2.0');
    expect(stdout).toContain('engineering-at-scale');
  });

  it('ends at once where stdin is closed before anything is said', async () => {
    const run = await digest(['mcp'], { cwd: await withAnArchive() });
    expect(run).toMatchObject({ code: 0, stdout: '' });
  });

  it('ends where what it hears is too long for any message', async () => {
    const { child, said, ended } = begun(await withAnArchive());
    child.stdin.on('error', () => {});
    child.stdin.write('x'.repeat(11_000_000));
    expect(await ended).toEqual([0, null]);
    const [stdout, stderr] = await said;
    expect(stdout).toBe('');
    expect(stderr).toContain('cannot be understood');
  });

  it('says why on stderr where the archive cannot be opened', async () => {
    const run = await digest(['mcp'], { env: { DATABASE_URL: '/proc/none/archive.db' } });
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr).not.toBe('');
  });
});
