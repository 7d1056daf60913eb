import { describe, expect, it } from 'vitest';
import { modelNames, modelText } from '../../src/edition/model-name.ts';

describe('names of models', () => {
  it.each([
    ['anthropic:claude-haiku-4-5', { provider: 'anthropic', name: 'claude-haiku-4-5' }],
    ['OpenAI: gpt-4o-mini', { provider: 'openai', name: 'gpt-4o-mini' }],
    ['openai:ft:gpt-4o-mini:acme::B1', { provider: 'openai', name: 'ft:gpt-4o-mini:acme::B1' }],
    [
      'http://localhost:11434/v1#llama3.1:8b',
      { provider: 'address', url: 'http://localhost:11434/v1', name: 'llama3.1:8b' },
    ],
    [
      'https://models.example/v1/#Qwen/Qwen3-8B',
      { provider: 'address', url: 'https://models.example/v1', name: 'Qwen/Qwen3-8B' },
    ],
  ])('%s is read', (text, model) => {
    expect(modelNames.parse(text)).toEqual([model]);
  });

  it('are a list in the order of choice, and each is shown as it is read again', () => {
    const text = ' openai:gpt-4o-mini ,http://localhost:11434/v1#llama3.1,anthropic:claude-haiku-4-5';
    const models = modelNames.parse(text);
    expect(models.map(({ name }) => name)).toEqual(['gpt-4o-mini', 'llama3.1', 'claude-haiku-4-5']);
    expect(modelNames.parse(models.map(modelText).join(','))).toEqual(models);
  });

  it.each([
    'claude-haiku-4-5',
    'anthropic:',
    'anthropic:claude haiku',
    'mistral:large',
    'localhost:11434/v1#llama3.1',
    'http://localhost:11434/v1',
    'http://localhost:11434/v1#',
    'http://localhost:11434/v1?key=1#llama3.1',
    'http://me:secret@localhost:11434/v1#llama3.1',
    'http://:secret@localhost:11434/v1#llama3.1',
    'http://:99999999/v1#llama3.1',
    'openai:gpt-4o-mini,',
    ',',
  ])('%s is none, which is said without repeating it', text => {
    const { error } = modelNames.safeParse(text);
    expect(error?.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^is not anthropic:NAME, openai:NAME or the address of a server such as [^;]*commas$/),
    ]);
  });
  it('stand in a list once: a second time is one question more that comes to nothing', () => {
    const { error } = modelNames.safeParse('openai:gpt-4o-mini, OpenAI: gpt-4o-mini');
    expect(error?.issues.map(({ message }) => message)).toEqual([expect.stringMatching(/^names a model twice/)]);
  });
});
