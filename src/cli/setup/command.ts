/** `npm run setup` in this terminal. */
import { processEnvironment } from '../../config.ts';
import { UsageError } from '../errors.ts';
import { createLogger } from '../log.ts';
import { createDialogue, SetupLeft } from './dialogue.ts';
import { setUp } from './setup.ts';

/** @throws UsageError where there is no terminal. */
export const setupCommand = async (): Promise<void> => {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError(
      'The setup asks questions: run it in a terminal. Without one, copy .env.example to .env and fill it in.',
    );
  }
  try {
    await setUp({
      dialogue: createDialogue(),
      environment: processEnvironment(),
      envFile: '.env',
      exampleFile: '.env.example',
      browse,
      // The vendors' clients log what they do; here the dialogue says it.
      logger: createLogger({ level: 'silent', secrets: [], timeZone: 'UTC' }, process.stderr),
      now: () => new Date(),
    });
  } catch (error) {
    if (!(error instanceof SetupLeft)) throw error;
    process.stderr.write('\nLeft. What was set up until here stands; run it again to go on.\n');
    process.exitCode = 1;
  }
};

/** Where there is no browser, the address stands in the terminal anyway. */
const browse = async (address: string): Promise<void> => {
  const { default: open } = await import('open');
  const opened = await open(address).catch(() => undefined);
  opened?.on('error', () => {});
};
