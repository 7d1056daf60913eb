/** `npm run eval [-- folder]`: what each writer makes of the recorded articles, or of those in a folder. */
import { parseArgs } from 'node:util';
import { readConfig } from '../src/config.ts';
import { counted } from '../src/edition/counted.ts';
import { extractiveWriter } from '../src/editor/extractive.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { folderArticles } from './folder-articles.ts';
import { modelSummarisers } from './models.ts';
import { recordedArticles } from './recorded-articles.ts';
import { articleTable, costTable, pairTable, qualityTable } from './report.ts';
import { baselines, fromWriter } from './summarisers.ts';

const legend = `grounded  sentences that the article supports, by checkGrounding
facets    those of the references that some sentence says, whoever wrote it
given     facets that the writer itself names
checked   what an edition has of a model: refused sentences asked for once more, quoted where that fails
words     words out over words in
Flesch    reading ease: 60 is plain English, 30 is for graduates
ROUGE     F1 of the overlap with the references; themes: F1
`;

const progress = (line: string): void => console.error(line);

const { values, positionals } = parseArgs({ allowPositionals: true, options: { each: { type: 'boolean' } } });
const [folder] = positionals;
const articles = folder === undefined ? await recordedArticles() : folderArticles(folder);
if (articles.length === 0) {
  console.error(`There is no article in ${folder}: wanted .html, .htm, .md or .txt files.`);
  process.exit(2);
}
const withReference = articles.filter(({ reference }) => reference).length;
progress(`${counted(articles.length, 'article')}, ${withReference} with a reference`);

const model = await modelSummarisers(readConfig().models, progress);
const evaluations: Evaluation[] = [];
for (const summariser of [fromWriter(extractiveWriter), ...model.summarisers, ...baselines]) {
  progress(`Asking ${summariser.name}`);
  evaluations.push(await evaluate(summariser, articles, progress));
}

await model.close();

const [ours, ...others] = evaluations;
const parts = [
  qualityTable(evaluations),
  costTable(evaluations),
  withReference > 0 && ours ? `Articles won/tied/lost\n${pairTable(ours, others)}` : '',
  values.each ? `Facets said, ROUGE-1, -2, -L\n${articleTable(evaluations, articles)}` : '',
  legend,
];
console.log(parts.filter(part => part !== '').join('\n\n'));
