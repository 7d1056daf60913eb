/** Extracting articles, measured as the public article-extraction benchmark (scrapinghub, MIT) does, beside plain Readability. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { z } from 'zod';
import { extractArticle } from '../src/sources/article.ts';
import { articleBlocks } from '../src/sources/articles/blocks.ts';
import { parsePage } from '../src/sources/articles/dom.ts';
import { meanScore, scorePage } from './shingles.ts';

const folder = resolve(import.meta.dirname, '../../shared/fixtures/extraction');
const limits = { f1: 0.955, milliseconds: 40 };

/** What else the machine does only ever adds time: the best round counts. The first one compiles. */
const rounds = 4;

const groundTruth = z.record(z.string(), z.object({ articleBody: z.string(), url: z.string() }));

interface TestPage {
  readonly html: string;
  readonly url: string;
  readonly body: string;
}

type Extract = (html: string, url: string) => string;

const extractors: Readonly<Record<string, Extract>> = {
  ours: (html, url) => extractArticle(html, url).text,
  'plain Readability': html => {
    const content = new Readability<string>(parsePage(html)).parse()?.content ?? '';
    return articleBlocks(content)
      .map(({ text }) => text)
      .join('\n');
  },
};

/** Prints precision, recall, F1 and time; sets the exit code where a limit is missed. */
export async function run(): Promise<void> {
  if (!existsSync(folder)) {
    console.log(`extract: skipped, the pages are not at ${folder}`);
    return;
  }
  const pages = readPages();
  console.log(`extract: ${pages.length} pages, 4-token shingles`);
  console.log('                    precision  recall     F1  ms a page');
  for (const [name, extract] of Object.entries(extractors)) {
    const { precision, recall, f1, milliseconds } = measure(extract, pages);
    const figures = [precision, recall, f1].map(figure => figure.toFixed(4).padStart(8)).join('');
    console.log(`${name.padEnd(20)} ${figures} ${milliseconds.toFixed(1).padStart(10)}`);
    if (name === 'ours' && (f1 < limits.f1 || milliseconds > limits.milliseconds)) {
      console.error(`extract: wanted F1 of at least ${limits.f1} at ${limits.milliseconds} ms a page at most`);
      process.exitCode = 1;
    }
  }
}

const readPages = (): readonly TestPage[] =>
  Object.entries(groundTruth.parse(JSON.parse(readFileSync(resolve(folder, 'ground-truth.json'), 'utf8')))).map(
    ([id, { articleBody, url }]) => ({
      html: gunzipSync(readFileSync(resolve(folder, 'html', `${id}.html.gz`))).toString(),
      url,
      body: articleBody,
    }),
  );

function measure(extract: Extract, pages: readonly TestPage[]) {
  const scores = pages.map(({ html, url, body }) => scorePage(body, extract(html, url)));
  const times = Array.from({ length: rounds - 1 }, () => timeOf(extract, pages));
  return { ...meanScore(scores), milliseconds: Math.min(...times) / pages.length };
}

function timeOf(extract: Extract, pages: readonly TestPage[]): number {
  const start = performance.now();
  for (const { html, url } of pages) extract(html, url);
  return performance.now() - start;
}
