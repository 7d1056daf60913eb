/**
 * Every regular expression of the product takes a time that grows with the text and not with its square: those that stand in the
 * code, found by their tokens, and those that are made when a module is loaded, seen as they are made. scslre judges them
 * (https://github.com/RunDevelopment/scslre, as eslint-plugin-regexp does).
 */
import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'acorn';
import { analyse } from 'scslre';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Found } from './made-regexes.ts';

const root = resolve(import.meta.dirname, '..');
const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root });
const codeOf = (file: string): string => stripTypeScriptTypes(readFileSync(resolve(root, file), 'utf8'));

function inCode(): readonly Found[] {
  const found: Found[] = [];
  for (const file of files) {
    const code = codeOf(file);
    parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'module',
      onToken: ({ type, start, end }) => {
        if (type.label === 'regexp') found.push({ file, literal: code.slice(start, end) });
      },
    });
  }
  return found;
}

/** Files that make regular expressions, themselves or by `phrase-notation.ts`. */
const makers = files.filter(file => /new RegExp\(|phrase-notation\.ts'/.test(codeOf(file)));

/** Makers that make one for each name or number that they are given, with one that stands for all. */
const madeWhileRunning: ReadonlyMap<string, RegExp> = new Map([
  ['src/editor/overview/companies.ts', /(?<![\p{L}\p{N}])Acme\.io(?![\p{L}\p{N}])/gu],
  ['src/editor/model/passages.ts', /\S.{0,999}(?!\S)|\S.{0,999}/gsu],
  ['src/cli/setup/env-file.ts', /^\s*(export\s+)?DIGEST_AT\s*=/],
  ['src/edition/model-settings.ts', /^\$?(\d+(?:\.\d+)?)\s*\/\s*\$?(\d+(?:\.\d+)?)$/],
]);

async function madeWhenLoaded(): Promise<readonly Found[]> {
  const script = resolve(import.meta.dirname, 'made-regexes.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...makers], { maxBuffer: 10_000_000 });
  return z.array(z.object({ file: z.string(), literal: z.string() })).parse(JSON.parse(stdout));
}

/**
 * Those that are linear and of which scslre says otherwise, with the proof. It sees that a text may begin to fit at many places,
 * and not that another alternative takes the text from the first of them.
 */
const provedLinear: ReadonlyMap<string, string> = new Map([
  [
    'src/editor/grounding/reading.ts',
    'the second alternative takes each word whole, so the first begins once in a word',
  ],
  ['src/edition/option-words.ts', 'the last alternative takes each word whole, so a key begins once in a word'],
  ['src/sources/articles/completeness.ts', 'it is given the last 200 characters of a block (`lookBehind`)'],
]);

const allTypes = { Move: true, Self: true, Trade: true };

/** What scslre finds in one, shortened; empty where it is linear. */
function faultsOf(literal: string): string {
  const end = literal.lastIndexOf('/');
  const { reports } = analyse(
    { source: literal.slice(1, end), flags: literal.slice(end + 1) },
    { reportTypes: allTypes },
  );
  return reports.map(({ type, exponential }) => `${exponential ? 'exponential' : 'polynomial'} (${type})`).join(', ');
}

describe('the regular expressions of the product', () => {
  let found: readonly Found[] = [];
  let doubted: readonly Found[] = [];

  beforeAll(async () => {
    const examples = [...madeWhileRunning].map(([file, example]) => ({ file, literal: String(example) }));
    found = [...inCode(), ...(await madeWhenLoaded()), ...examples];
    const slow = new Set([...new Set(found.map(({ literal }) => literal))].filter(literal => faultsOf(literal) !== ''));
    doubted = found.filter(({ literal }) => slow.has(literal));
  });

  it('are all found', () => {
    expect(found.length).toBeGreaterThan(700);
    const seen = new Set(found.map(({ file }) => file));
    expect(makers.filter(file => !seen.has(file) && !/phrase-notation\.ts'/.test(codeOf(file)))).toEqual([]);
  });

  it('are linear', () => {
    const told = doubted.filter(({ file }) => !provedLinear.has(file));
    expect(told.map(({ file, literal }) => `${file}: ${literal.slice(0, 200)} is ${faultsOf(literal)}`)).toEqual([]);
  });

  it('are proved to be linear only where scslre says otherwise', () => {
    const files = new Set(doubted.map(({ file }) => file));
    expect([...provedLinear.keys()].filter(file => !files.has(file))).toEqual([]);
  });
});
