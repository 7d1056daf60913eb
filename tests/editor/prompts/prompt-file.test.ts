import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  fillPrompt,
  type PromptFile,
  parsePrompt,
  promptFile,
  promptNames,
} from '../../../src/editor/prompts/prompt-file.ts';

/** SHA-256 of the text of each version: a version stands for one text for ever, since answers are kept by it. */
const record: Readonly<Record<string, string>> = {
  'entry@1': 'bf2e55346ddb4e6bcab0ee957f83b0faac51d9b334d18d77b005ed413c784450',
  'entry-repair@1': '8b2ca7a66b7a64da4e2a3588c1c53c38f8829e4d8e9020a6533efe107954c3f0',
  'overview@1': '127faf0485f673ba60b3843c18528b926c0bbe091d44f6d950ab5ae5f395411b',
  'overview-repair@1': '924ac14150480ee4047aba58935697c3b50d91e933f1a575b285e47f5901e613',
};

const fingerprintOf = ({ system, user }: PromptFile): string =>
  createHash('sha256').update(`${system}\n${user}`).digest('hex');

/** What is to be done about a prompt whose version does not stand for its text; empty where nothing is. */
const advice = (file: PromptFile, known: Readonly<Record<string, string>>): string => {
  const id = `${file.name}@${file.version}`;
  const fingerprint = fingerprintOf(file);
  if (known[id] === undefined) return `Add to the record of this test: '${id}': '${fingerprint}'.`;
  if (known[id] === fingerprint) return '';
  return `The text of ${file.name}.md has changed and its version has not: raise \`version\` in its front matter, else answers to the old text are taken for answers to the new one.`;
};

const aFile = (text = 'Tell of it.'): PromptFile =>
  parsePrompt(
    'a',
    `---\nversion: 2\npurpose: Tells.\n---\n\n# System\n\n${text}\n\n# User\n\nOf {{title}}: {{text}}\n`,
  );

describe('a prompt file', () => {
  it('has a version, a purpose, a text for the system and one for the user', () => {
    expect(aFile()).toEqual({
      name: 'a',
      version: 2,
      purpose: 'Tells.',
      system: 'Tell of it.',
      user: 'Of {{title}}: {{text}}',
    });
  });

  it.each([
    ['no front matter', '# System\n\na\n\n# User\n\nb\n'],
    ['no version', '---\npurpose: Tells.\n---\n\n# System\n\na\n\n# User\n\nb\n'],
    ['a version of 0', '---\nversion: 0\npurpose: Tells.\n---\n\n# System\n\na\n\n# User\n\nb\n'],
    ['no text for the user', '---\nversion: 1\npurpose: Tells.\n---\n\n# System\n\na\n'],
  ])('is refused with %s', (_, text) => {
    expect(() => parsePrompt('a', text)).toThrow(/a\.md is not of the form wanted: front matter/);
  });

  it('is read as well where its lines end as on Windows', () => {
    const text = '---\nversion: 1\npurpose: Tells.\n---\n\n# System\n\na\n\n# User\n\nb\n';
    expect(parsePrompt('a', text.replaceAll('\n', '\r\n'))).toEqual(parsePrompt('a', text));
  });
});

describe('filling a prompt', () => {
  it('puts each value in its place and names file and version', () => {
    expect(fillPrompt(aFile(), { title: 'Queues', text: 'They wait.' })).toEqual({
      id: 'a@2',
      system: 'Tell of it.',
      user: 'Of Queues: They wait.',
      ownText: 'Tell of it.\nOf : ',
    });
  });

  it('does not look for places in the data', () => {
    expect(fillPrompt(aFile(), { title: '{{text}}', text: '$& $1 {{title}}' }).user).toBe(
      'Of {{text}}: $& $1 {{title}}',
    );
  });

  it('says which place nothing fills', () => {
    expect(() => fillPrompt(aFile(), { title: 'Queues' })).toThrow(
      'The prompt a.md has a place that nothing fills: {{text}}.',
    );
  });

  it('says which value has no place', () => {
    expect(() => fillPrompt(aFile(), { title: '', text: '', body: '' })).toThrow(
      'The prompt a.md has no place {{body}}.',
    );
  });
});

describe('the prompts of the project', () => {
  it.each(promptNames)('%s: a version stands for one text', name => {
    expect(advice(promptFile(name), record)).toBe('');
  });

  it('a text that changed under its version is found, and so is a version that nobody wrote down', () => {
    const known = { 'a@2': fingerprintOf(aFile()) };
    expect(advice(aFile(), known)).toBe('');
    expect(advice(aFile('Tell all of it.'), known)).toContain('raise `version`');
    expect(advice({ ...aFile(), version: 3 }, known)).toContain("Add to the record of this test: 'a@3'");
  });
});
