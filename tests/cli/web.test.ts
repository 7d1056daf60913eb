import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { openWeb } from '../../src/cli/web.ts';
import { readConfig } from '../../src/config.ts';

/** Opens the web by `settings`, and tells what it says of that. */
const opened = async (settings: Readonly<Record<string, string>>) => {
  const archive = await openArchive({ path: ':memory:' });
  const said: string[] = [];
  const logger = pino({ base: null }, { write: line => void said.push(JSON.parse(line).msg) });
  const server = await openWeb({ archive, logger, now: () => new Date(0), config: readConfig(settings) });
  onTestFinished(async () => {
    await server?.close();
    await archive.close();
  });
  return { server, said: said.join('\n') };
};

describe('a port that cannot be listened on', () => {
  it('is told with another to take, where somebody has it', async () => {
    const { server: first } = await opened({ PORT: '0' });
    const { server, said } = await opened({ PORT: String(first?.port) });
    expect(server).toBeUndefined();
    expect(said).toMatch(/^Port \d+ of 127\.0\.0\.1 cannot be listened on: .* Set PORT to another that is free\.$/);
  });

  it('is told with the address to mend, where that is none of this machine', async () => {
    // Of a block for examples (RFC 5737).
    const { server, said } = await opened({ PORT: '0', HOST: '192.0.2.1' });
    expect(server).toBeUndefined();
    expect(said).toMatch(/of 192\.0\.2\.1 cannot be listened on: .* Set HOST to an address that this machine has\.$/);
  });
});
