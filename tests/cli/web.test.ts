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

it('limits how often a reader may ask, told from others by the proxy that the settings name', async () => {
  const { server } = await opened({ PORT: '0', TRUSTED_PROXIES: '127.0.0.1' });
  const statusFor = async (reader: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${server?.port}/search`, { headers: { 'X-Forwarded-For': reader } });
    await answer.arrayBuffer();
    return answer.status;
  };
  const statuses: number[] = [];
  for (let asked = 0; asked < 150 && statuses.at(-1) !== 429; asked++) statuses.push(await statusFor('8.8.8.8'));
  expect(statuses.slice(0, 120)).toEqual(Array(120).fill(200));
  expect(statuses.at(-1)).toBe(429);
  expect(await statusFor('9.9.9.9')).toBe(200);
});
