/**
 * Each complaint that people have of programs like ours is a test named after it: `complaint 9` for a row of the list of
 * complaints, `complaint input D` for one of the inputs that broke others. Most stand here, the others beside what they are
 * about: `npx vitest run -t 'complaint 9'` finds them wherever they are.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shared } from '../material.ts';

const rows = Array.from({ length: 37 }, (_, index) => `${index + 1}`);
const inputs = [...'ABCDEFGHI'];

/** What stands in quotes: the titles of tests among it. Comments are left out, which name complaints as well. */
const quoted = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g;
const comments = /^\s*(?:\/\/|\/?\*).*$/gm;

const titles = globSync('tests/**/*{.test,-contract}.ts')
  .filter(path => !path.endsWith('every-complaint.test.ts'))
  .flatMap(path => readFileSync(path, 'utf8').replace(comments, '').match(quoted) ?? []);

const named = (what: string): readonly string[] =>
  titles.filter(title => new RegExp(`complaint ${what}\\b`).test(title));

describe('a test is named after', () => {
  it.each(rows)('complaint no. %s', row => {
    expect(named(row)).not.toEqual([]);
  });

  it.each(inputs)('broken input %s', input => {
    expect(named(`input ${input}`)).not.toEqual([]);
  });

  it('no complaint that there is not', () => {
    const numbers = titles.flatMap(title =>
      [...title.matchAll(/complaint (?:input )?([A-Z]|\d+)\b/g)].map(([, what]) => what),
    );
    expect(numbers.filter(what => what !== undefined && ![...rows, ...inputs].includes(what))).toEqual([]);
  });
});

const list = shared('complaints.md');

describe.skipIf(!existsSync(list))('the list of complaints (skipped where ../shared is absent)', () => {
  it('has as many rows and inputs as are looked for here', () => {
    const [complaints = '', broken = ''] = readFileSync(list, 'utf8').split('## Inputs that broke others');
    expect([...complaints.matchAll(/^\| (\d+) \|/gm)].map(([, row]) => row)).toEqual(rows);
    expect([...broken.matchAll(/^\|(?! input |---)/gm)]).toHaveLength(inputs.length);
  });
});
