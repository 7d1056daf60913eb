/**
 * Prompt files: Markdown that an operator can read, with front matter (`version`, `purpose`), a section `# System`, a
 * section `# User`, and places for data such as `{{title}}`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilledPrompt } from './prompt.ts';

export const promptNames = ['entry', 'entry-repair', 'overview', 'overview-repair'] as const;
export type PromptName = (typeof promptNames)[number];

export interface PromptFile {
  readonly name: string;
  /** Raised with every change of the text, so that answers to the text before are not taken for answers to this one. */
  readonly version: number;
  /** For the operator, one sentence. */
  readonly purpose: string;
  readonly system: string;
  readonly user: string;
}

const form = /^---\nversion: ([1-9]\d*)\npurpose: (.+)\n---\n\s*# System\n(.+?)\n# User\n(.+)$/s;
const place = /\{\{([\w-]+)\}\}/g;

/** @throws Error where `text` has not the form of a prompt file */
export const parsePrompt = (name: string, text: string): PromptFile => {
  const [, version, purpose, system, user] = form.exec(text.replaceAll('\r\n', '\n')) ?? [];
  if (version === undefined || purpose === undefined || system === undefined || user === undefined) {
    throw new Error(
      `The prompt ${name}.md is not of the form wanted: front matter with “version: NUMBER” and “purpose: …” between lines of “---”, then “# System” and “# User”, each with text.`,
    );
  }
  return { name, version: Number(version), purpose, system: system.trim(), user: user.trim() };
};

export const placesOf = ({ system, user }: PromptFile): ReadonlySet<string> =>
  new Set([...`${system}\n${user}`.matchAll(place)].flatMap(([, name = '']) => name));

const listed = (names: ReadonlySet<string>): string => [...names].map(name => `{{${name}}}`).join(', ');

/**
 * Puts `values` in their places. Data is put in once and not looked through for places of its own.
 * @throws Error where a place has no value, or a value no place
 */
export const fillPrompt = (file: PromptFile, values: Readonly<Record<string, string>>): FilledPrompt => {
  const wanted = placesOf(file);
  const given = new Set(Object.keys(values));
  const missing = wanted.difference(given);
  if (missing.size > 0)
    throw new Error(`The prompt ${file.name}.md has a place that nothing fills: ${listed(missing)}.`);
  const unknown = given.difference(wanted);
  if (unknown.size > 0) throw new Error(`The prompt ${file.name}.md has no place ${listed(unknown)}.`);
  const filled = (text: string): string => text.replace(place, (_, name: string) => values[name] ?? '');
  return {
    id: `${file.name}@${file.version}`,
    system: filled(file.system),
    user: filled(file.user),
    ownText: `${file.system}\n${file.user}`.replace(place, ''),
  };
};

const loaded = new Map<PromptName, PromptFile>();

/** Reads a prompt of the project, once. Throws Error where its file is missing or is not of the form wanted. */
export const promptFile = (name: PromptName): PromptFile => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const file = parsePrompt(name, readFileSync(join(import.meta.dirname, `${name}.md`), 'utf8'));
  loaded.set(name, file);
  return file;
};
