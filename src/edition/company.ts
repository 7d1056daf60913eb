/** The companies and open-source projects that we know by name. */
import { adopters } from './company-adopters.ts';
import { projects } from './company-projects.ts';
import { vendors } from './company-vendors.ts';

export interface KnownCompany {
  /** The name that readers see. */
  readonly name: string;
  /** A `project` is known for a technology that others use; a `company` for what it does itself. */
  readonly kind: 'company' | 'project';
  /** Other names of the same company. */
  readonly aliases: readonly string[];
  /** Names of what it makes; a story about one is a story about the company. */
  readonly products: readonly string[];
  /** Hosts on which it publishes. */
  readonly domains: readonly string[];
  /** Those of its names that are also ordinary words of headlines (Target, Go): they need more evidence than their spelling. */
  readonly ordinaryWords: readonly string[];
}

/** Reads the columns `name | aliases | products | domains`; a line without `|` is a list of plain names, split by `;`. */
const parse = (table: string, kind: KnownCompany['kind']): KnownCompany[] =>
  table
    .trim()
    .split('\n')
    .flatMap(line => (line.includes('|') ? [line] : line.split(';')))
    .map(line => {
      const columns = line.split('|').map(column =>
        column
          .split(',')
          .map(name => name.trim())
          .filter(Boolean),
      );
      const unmarked = columns.map(names => names.map(name => name.replace(/^~/, '')));
      const [[name = ''] = [], aliases = [], products = [], domains = []] = unmarked;
      const ordinaryWords = columns.flat().flatMap(entry => (entry.startsWith('~') ? [entry.slice(1)] : []));
      return { name, kind, aliases, products, domains, ordinaryWords };
    });

export const knownCompanies: readonly KnownCompany[] = [
  ...parse(vendors, 'company'),
  ...parse(adopters, 'company'),
  ...parse(projects, 'project'),
];
