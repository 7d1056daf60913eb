/**
 * The command line: parses the arguments, reads the settings, puts the parts together, runs what was asked, takes them apart.
 * What a command needs is loaded when it runs, so that help and look-ups come at once.
 */
import { enableCompileCache } from 'node:module';
import { Command, Option } from 'commander';
import project from '../package.json' with { type: 'json' };
import type { Archive } from './archive/archive.ts';
import { dryRunFormats, editionFormats, searchFormats, statusFormats, whyFormats } from './cli/formats.ts';
import type { Parts } from './cli/parts.ts';
import { checkRole, roles } from './cli/role.ts';
import { addSourcesCommand } from './cli/sources-command.ts';
import { write } from './cli/stdout.ts';
import { sample, settings, startProgress, withArchive, withoutSecrets, withParts } from './cli/task.ts';

enableCompileCache();

const format = <Name extends string>(names: readonly Name[]): Option =>
  new Option('--format <format>', 'form of the output').choices(names).default(process.stdout.isTTY ? 'text' : 'md');

const program = new Command('digest')
  .description('Engineering @ Scale: one written digest of thirty engineering blogs each morning.')
  .version(project.version)
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
    withParts(options.sample, async (parts, progress) => {
      const { build } = await import('./cli/build.ts');
      const edited = await build(parts, options, progress);
      if (options.explain) process.stderr.write((await import('./cli/explain.ts')).explain(edited));
      const { formatEdition } = await import('./cli/output.ts');
      const { threadOptions } = await import('./cli/bots.ts');
      await write(await formatEdition(edited.edition, options.format, threadOptions(parts.config)));
    }),
  );

program
  .command('search')
  .description('look entries up: company:NAME theme:NAME source:NAME after:DATE before:DATE words')
  .argument('<query...>')
  .addOption(sample)
  .addOption(format(searchFormats))
  .action((words: string[], options) => {
    const show = async (archive: Archive): Promise<void> => {
      const { queryWords } = await import('./cli/query-words.ts');
      const { searchArchive } = await import('./cli/search.ts');
      await write(await searchArchive(archive, queryWords(words), options.format));
    };
    if (!options.sample) return withArchive(show);
    return withParts(true, async (parts, progress) => {
      await (await import('./cli/build.ts')).build(parts, {}, progress);
      await show(parts.archive);
    });
  });

program
  .command('why')
  .description('say what became of an article, and why')
  .argument('<url>', 'its address, however it is spelt')
  .addOption(sample)
  .addOption(new Option('--format <format>', 'form of the output').choices(whyFormats).default('text'))
  .action((url, options) =>
    withParts(options.sample, async (parts, progress) => {
      if (options.sample) await (await import('./cli/build.ts')).build(parts, {}, progress);
      const { isKnown, why, text } = await (await import('./cli/why.ts')).answerWhy(parts, url);
      await write(options.format === 'json' ? `${JSON.stringify(why, null, 2)}\n` : text);
      if (!isKnown) process.exitCode = 1;
    }),
  );

program
  .command('run')
  .description('answer /digest in Slack and Discord and post editions there; with no token, in this terminal')
  .addOption(sample)
  .addOption(
    new Option('--role <role>', 'what this process does, where several share a Postgres').choices(roles).default('all'),
  )
  .action(async options => {
    const { slack, discord, database } = await settings();
    checkRole(options.role, database);
    if ((slack || discord) && !options.sample) {
      // Heard before the rest is loaded, which takes a while: the first process of a container is not ended by a signal that it does not hear.
      const asked = (await import('./cli/shutdown.ts')).shutdownSignal();
      const archive = await (await import('./cli/opening-archive.ts')).archiveForRun(await settings(), asked);
      if (archive !== undefined) {
        const run = async (parts: Parts) => (await import('./cli/run.ts')).runBots(parts, asked, options.role);
        await withParts(false, run, async () => archive);
      }
      // Nothing is in hand any more. A bot that hangs in its start would hold the process.
      process.exit();
    }
    return withParts(options.sample, async (parts, progress) => {
      const { edition } = await (await import('./cli/build.ts')).build(parts, {}, progress);
      const { runSession } = await import('./cli/session.ts');
      const demo = {
        lookUps: ['company:cloudflare', 'theme:"zero trust"'],
        openPreview: async () => (await import('./cli/opening-preview.ts')).openPreview(parts),
      };
      await runSession(parts.archive, edition, options.sample ? demo : {});
    });
  });

program
  .command('serve')
  .description('show the archive on the web, on PORT, without any bot')
  .addOption(sample)
  .action(options =>
    withParts(options.sample, async (parts, progress) => {
      const { serveArchive } = await import('./cli/serve.ts');
      await serveArchive(parts, progress, options);
    }),
  );

program
  .command('mcp')
  .description('answer an assistant from the archive, over stdin and stdout (Model Context Protocol)')
  .addOption(sample)
  .action(async options => {
    const { serveAssistant } = await import('./cli/mcp.ts');
    const config = await settings();
    if (!options.sample) return withArchive(archive => serveAssistant(archive, config, () => new Date()));
    return withParts(true, async (parts, progress) => {
      await (await import('./cli/build.ts')).build(parts, {}, progress);
      progress.stop();
      await serveAssistant(parts.archive, config, parts.now);
    });
  });

program
  .command('post')
  .description('post an edition now to the subscribed channels that have not got it')
  .option('--date <date>', 'YYYY-MM-DD; the latest where absent')
  .option('--dry-run', 'say what would go where and when, and post nothing')
  .addOption(new Option('--format <format>', 'form of the dry run').choices(dryRunFormats).default('text'))
  .action(options =>
    withArchive(async archive => {
      const { createPlatforms, threadOptions } = await import('./cli/bots.ts');
      const config = await settings();
      const post = { archive, thread: threadOptions(config) };
      if (options.dryRun) {
        const { describePost } = await import('./cli/dry-run.ts');
        return write(await describePost({ ...post, now: () => new Date() }, options.date, options.format));
      }
      const { createLogger, logSettings } = await import('./cli/log.ts');
      const { postEdition } = await import('./cli/post.ts');
      const logger = createLogger(logSettings(config), process.stderr);
      const platforms = await createPlatforms(config, logger, archive);
      await write(await postEdition({ ...post, platforms, progress: await startProgress(), logger }, options.date));
    }),
  );

program
  .command('status')
  .description('say which processes share the work, what waits, and what failed for good')
  .option('--retry', 'give what failed for good another chance')
  .addOption(new Option('--format <format>', 'form of the output').choices(statusFormats).default('text'))
  .action(async options => {
    const { status } = await import('./cli/status.ts');
    const { database, timeZone } = await settings();
    await write(await status(database, options, { now: new Date(), timeZone }));
  });

program
  .command('healthy')
  .description('end with 1 where no process of this machine is at work on the archive: for a health check')
  .action(async () => {
    const { database } = await settings();
    if (await (await import('./cli/healthy.ts')).isAtWork(database)) return;
    const { archiveText } = await import('./edition/archive-address.ts');
    process.stderr.write(`Nothing is at work on ${archiveText(database)} from here. Start it: \`npm start\`.\n`);
    process.exitCode = 1;
  });

program
  .command('doctor')
  .description('examine database, clock, feeds, tokens and channels, and say what to do')
  .action(async () => {
    const { doctor } = await import('./cli/doctor.ts');
    const { stdout } = process;
    const form = { width: stdout.isTTY ? stdout.columns || 80 : undefined, colour: stdout.hasColors?.() ?? false };
    const { isWell, text } = await doctor(await settings(), await startProgress(), form);
    // What others say of a failure may repeat what they were sent.
    await write(await withoutSecrets(text));
    if (!isWell) process.exitCode = 1;
  });

program
  .command('setup')
  .description('ask for tokens, try them, write .env, and subscribe a first channel')
  .action(async () => {
    await (await import('./cli/setup/command.ts')).setupCommand();
  });

program
  .command('migrate')
  .description('copy the archive in a file to an empty Postgres database, with its subscriptions and its ledger')
  .argument('<from>', 'the file, such as data/archive.db')
  .argument('[to]', 'postgres://user:password@host:5432/digest; DATABASE_URL where absent')
  .action(async (from, to) => {
    const { migrateArchive } = await import('./cli/migrate.ts');
    const progress = await startProgress();
    try {
      await write(await migrateArchive(from, to ?? (await settings()).database, progress));
    } finally {
      progress.stop();
    }
  });

addSourcesCommand(program);

// A reader that has seen enough (`| head`) closes the pipe: no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(await withoutSecrets((await import('./cli/report.ts')).reportOf(error)));
  process.exitCode = 1;
}
