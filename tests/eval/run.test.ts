import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { searchStory } from '../editor/an-article.ts';
import { evaluatedStory } from './an-evaluated-article.ts';

const run = promisify(execFile);
const main = resolve(import.meta.dirname, '../../eval/run.ts');

/** In a folder without a `.env`, so that no model is configured. */
const evaluate = async (folder: string) => run(process.execPath, [main, folder], { cwd: folder, env: {} });

it('`npm run eval FOLDER` prints every writer of its articles, and says on stderr how far it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluated-'));
  writeFileSync(join(folder, 'search.txt'), searchStory.text.replaceAll('\n', '\n\n'));
  writeFileSync(join(folder, 'search.reference.json'), JSON.stringify(evaluatedStory.reference));
  const { stdout, stderr } = await evaluate(folder);
  const lines = stdout.split('\n');
  const names = ['extractive', 'model (scripted)', 'model (scripted), checked', 'lead-4', 'TextRank'];
  expect(lines[0]).toMatch(
    /^ +articles +grounded +facets +given +words +Flesch +ROUGE-1 +ROUGE-2 +ROUGE-L +company +themes$/,
  );
  expect(lines.slice(1, 6).map(line => line.split(/ {2,}/)[0])).toEqual(names);
  for (const line of lines.slice(1, 6)) expect(line).toMatch(/ 1\/1 .* [0-3]\/3 /);
  expect(stdout).toMatch(/^model \(scripted\) +1 +0 +\d+ +\d+ +\d+\.\d +–$/m);
  expect(stdout).toMatch(/^extractive against +facets/m);
  expect(stderr.split('\n')).toEqual(
    expect.arrayContaining(['1 article, 1 with a reference', ...names.map(name => `Asking ${name}`)]),
  );
});

it('`npm run eval FOLDER` says so where the folder has no article', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'evaluated-'));
  await expect(evaluate(folder)).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining(folder),
  });
});
