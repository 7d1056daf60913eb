/** The words by which beginnings are completed. */
import type { Entry } from '../../src/edition/edition.ts';

/** Made-up texts have no capitals and no accents but in the names of companies. */
export const wordsOfEntry = ({ title, body, company }: Entry): readonly string[] =>
  `${title} ${body} ${company.toLowerCase()}`.split(' ').filter(word => word.length > 3);
