/**
 * Run as a process of its own: loads the modules that it is given, and prints as JSON the regular expressions that they make
 * meanwhile. Where tests share a process a module may have been loaded before.
 */
import { relative, resolve } from 'node:path';

export interface Found {
  /** From the folder of the project. */
  readonly file: string;
  /** As it is written: `/…/gu`. */
  readonly literal: string;
}

const root = resolve(import.meta.dirname, '..');
const found: Found[] = [];

/** Whoever is two lines up the stack. */
const maker = (): string => {
  const [path = ''] = /\/[^:()]*\.[jt]s/.exec(new Error().stack?.split('\n')[3] ?? '') ?? [];
  return relative(root, path);
};

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, given) {
    const made = Reflect.construct(target, given);
    const file = maker();
    if (/^(?:src|commands)\//.test(file)) found.push({ file, literal: String(made) });
    return made;
  },
});

for (const file of process.argv.slice(2)) await import(resolve(root, file));
process.stdout.write(JSON.stringify(found));
