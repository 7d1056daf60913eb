import { describe, expect, it } from 'vitest';
import { examineModels } from '../../src/cli/model-examination.ts';
import type { ModelSettings } from '../../src/edition/model-settings.ts';
import { at } from '../editor/model/asking.ts';
import { modelServers } from '../editor/model/model-servers.ts';
import { always } from '../servers/model/faults.ts';

const start = modelServers();
const surroundings = { now: () => new Date('2026-04-01T06:00:00Z'), pause: async () => {}, fetch };
const examine = (settings: Pick<ModelSettings, 'models' | 'keys' | 'urls'>) =>
  examineModels({ budget: 400_000, ...settings }, surroundings);
const saysYes = { script: () => ({ answer: 'yes' }) };

describe('the doctor', () => {
  it('asks each model a small question', async () => {
    const server = await start(saysYes);
    expect(await examine(at(server, 'anthropic', 'openai', 'address'))).toEqual([
      { isWell: true, what: 'anthropic:claude-haiku-4-5 answers as it should.' },
      { isWell: true, what: 'openai:gpt-4o-mini answers as it should.' },
      { isWell: true, what: `${server.baseUrl}#llama3.1 answers as it should.` },
    ]);
    for (const { user, system } of server.questions()) expect(user.length + system.length).toBeLessThan(100);
  });

  it('says of each that does not answer what to do about it, and shows no key', async () => {
    const server = await start(saysYes);
    const there = at(server, 'anthropic', 'openai', 'address');
    const findings = await examine({ ...there, keys: { openai: 'sk-secret-of-ours', address: server.key } });
    expect(findings).toEqual([
      {
        isWell: false,
        what: 'anthropic:claude-haiku-4-5 does not answer.',
        remedy: 'anthropic:claude-haiku-4-5 cannot be asked without a key: set ANTHROPIC_API_KEY.',
      },
      {
        isWell: false,
        what: 'openai:gpt-4o-mini does not answer.',
        remedy: 'openai:gpt-4o-mini refuses the key (invalid_api_key): correct OPENAI_API_KEY.',
      },
      expect.objectContaining({ isWell: true }),
    ]);
    expect(JSON.stringify(findings)).not.toMatch(/secret/);
  });

  it('says of one that is busy that it is', async () => {
    const server = await start({ ...saysYes, faults: always({ kind: 'failed', status: 529 }) });
    expect(await examine(at(server, 'anthropic'))).toMatchObject([
      { isWell: false, remedy: expect.stringMatching(/too busy for the question on whether it answers/) },
    ]);
  });

  it('tells that editions are quoted where no model is set', async () => {
    expect(await examineModels(undefined, surroundings)).toEqual([
      { isWell: true, what: 'No language model is set: editions are written by quoting.' },
    ]);
  });
});
