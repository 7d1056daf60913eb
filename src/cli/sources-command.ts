/** `sources …`: the commands on the list of blogs. */
import type { Command } from 'commander';
import { write } from './stdout.ts';
import { sample, settings, startProgress, withParts } from './task.ts';

const sourceCommands = () => import('./sources.ts');

export const addSourcesCommand = (program: Command): void => {
  const sources = program.command('sources').description('the list of blogs');

  sources
    .command('list')
    .description('each blog, where it is read and how it fared last')
    .action(() => withParts(false, async parts => write(await (await sourceCommands()).listSources(parts))));

  sources
    .command('check')
    .description('read every blog now and say how it fared')
    .addOption(sample)
    .action(options =>
      withParts(options.sample, async (parts, progress) => {
        const { checkSources } = await sourceCommands();
        await write(await checkSources(parts, progress));
      }),
    );

  sources
    .command('import')
    .description('add the blogs of an OPML file to the list')
    .argument('<file>', 'its path, or its address')
    .option('--replace', 'put them in place of the list', false)
    .action(async (file, options) => {
      const { importSources } = await sourceCommands();
      await write(await importSources(file, options, await settings(), await startProgress()));
    });

  sources
    .command('drop')
    .description('take a blog off the list')
    .argument('<name>')
    .action(async name => {
      const { dropFromSources } = await sourceCommands();
      await write(await dropFromSources(name, await settings()));
    });

  sources
    .command('export')
    .description('the list as OPML on stdout')
    .action(async () => {
      const { exportSources } = await sourceCommands();
      await write(await exportSources(await settings()));
    });
};
