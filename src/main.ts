/** The command line: parses the arguments, reads the settings, puts the parts together, runs what was asked, takes them apart. */
import { Command, Option } from 'commander';
import { recordedDate } from '../samples/server.ts';
import { build } from './cli/build.ts';
import { explain } from './cli/explain.ts';
import { editionFormats, formatEdition, write } from './cli/output.ts';
import { liveParts, type Parts, recordedParts } from './cli/parts.ts';
import { createProgress } from './cli/progress.ts';
import { queryWords } from './cli/query-words.ts';
import { reportOf } from './cli/report.ts';
import { searchArchive, searchFormats } from './cli/search.ts';
import { runSession } from './cli/session.ts';
import { checkSources, dropFromSources, exportSources, importSources, listSources } from './cli/sources.ts';
import { readConfig } from './config.ts';

const progress = createProgress(process.stderr);

interface SampleOption {
  readonly sample?: boolean;
  readonly date?: string;
}

const dateOf = ({ sample, date }: SampleOption): string | undefined => date ?? (sample ? recordedDate : undefined);

/** Runs `task` with the live parts, or those of the recorded day, and takes them apart whatever happens. */
const withParts = async (sample: boolean | undefined, task: (parts: Parts) => Promise<void>): Promise<void> => {
  const parts = await (sample ? recordedParts : liveParts)(readConfig());
  try {
    await task(parts);
  } finally {
    progress.stop();
    await parts.close();
  }
};

const format = <Name extends string>(names: readonly Name[]): Option =>
  new Option('--format <format>', 'form of the output').choices(names).default(process.stdout.isTTY ? 'text' : 'md');
const sample = new Option('--sample', 'over the recorded day, with no network');

const program = new Command('digest')
  .description('Engineering @ Scale: one written digest of thirty engineering blogs each morning.')
  .showHelpAfterError('(--help shows what there is)')
  .showSuggestionAfterError();

program
  .command('build')
  .description('write the edition of a date on stdout')
  .option('--date <date>', 'YYYY-MM-DD; today where absent')
  .addOption(sample)
  .addOption(format(editionFormats))
  .option('--rebuild', 'write an edition anew that was built before but not posted')
  .option('--explain', 'say on stderr why each article was chosen, merged or left out')
  .action(options =>
    withParts(options.sample, async parts => {
      const { edition, decisions } = await build(parts, readConfig(), { ...options, date: dateOf(options) }, progress);
      if (options.explain) process.stderr.write(explain(decisions));
      await write(await formatEdition(edition, options.format));
    }),
  );

program
  .command('search')
  .description('look entries up: company:NAME theme:NAME source:NAME after:DATE before:DATE words')
  .argument('<query...>')
  .addOption(sample)
  .addOption(format(searchFormats))
  .action((query: string[], options) =>
    withParts(options.sample, async parts => {
      if (options.sample) await build(parts, readConfig(), { date: recordedDate }, progress);
      await write(await searchArchive(parts.archive, queryWords(query), options.format));
    }),
  );

program
  .command('run')
  .description('show the edition in this terminal and answer /digest look-ups')
  .addOption(sample)
  .action(options =>
    withParts(options.sample, async parts => {
      const { edition } = await build(parts, readConfig(), { date: dateOf(options) }, progress);
      await runSession(parts.archive, edition, options.sample ? ['company:cloudflare', 'theme:"zero trust"'] : []);
    }),
  );

const sources = program.command('sources').description('the list of blogs');

sources
  .command('list')
  .description('each blog, where it is read and how it fared last')
  .action(() => withParts(false, async parts => write(await listSources(parts))));

sources
  .command('check')
  .description('read every blog now and say how it fared')
  .addOption(sample)
  .action(options => withParts(options.sample, async parts => write(await checkSources(parts, progress))));

sources
  .command('import')
  .description('add the blogs of an OPML file to the list')
  .argument('<file>')
  .option('--replace', 'put them in place of the list', false)
  .action(async (file, options) => write(await importSources(file, options, readConfig(), progress)));

sources
  .command('drop')
  .description('take a blog off the list')
  .argument('<name>')
  .action(async name => write(await dropFromSources(name, readConfig())));

sources
  .command('export')
  .description('the list as OPML on stdout')
  .action(async () => write(await exportSources(readConfig())));

// A reader that has seen enough (`| head`) closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  progress.stop();
  process.stderr.write(reportOf(error));
  process.exitCode = 1;
}
