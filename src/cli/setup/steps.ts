/** What the steps of each platform have in common: what they are given, what comes of them, and tokens, asked for until one is taken. */
import type { Logger } from 'pino';
import type { Account } from '../../chat/account.ts';
import { PlatformError } from '../../chat/platform.ts';
import type { ProblemOf } from '../../settings.ts';
import type { Dialogue } from './dialogue.ts';
import type { Values } from './env-file.ts';

/** What the steps of a platform are given. */
export interface PlatformSteps {
  readonly dialogue: Dialogue;
  /** Shows an address in a browser, where there is one. */
  readonly browse: (address: string) => Promise<void>;
  readonly logger: Logger;
  readonly problemOf: ProblemOf;
  /** Where the API is, if not at the vendor's. */
  readonly apiUrl?: string | undefined;
}

/** What came of them: the bot, and the settings by which it is reached. */
export interface SetUp {
  readonly account: Account;
  readonly values: Values;
}

interface Asked<Taken> {
  readonly message: string;
  /** What is wrong with its form. */
  readonly problemOf: (given: string) => string | undefined;
  /** Tries it. Throws PlatformError where it is not taken. */
  readonly attempt: (token: string) => Promise<Taken>;
}

/** @returns The token, and what trying it gave. */
export const askUntilTaken = async <Taken>(
  { dialogue }: { readonly dialogue: Dialogue },
  { message, problemOf, attempt }: Asked<Taken>,
): Promise<{ readonly token: string; readonly taken: Taken }> => {
  for (;;) {
    const token = await dialogue.secret(message, problemOf);
    try {
      return { token, taken: await dialogue.meanwhile('Trying it', attempt(token)) };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // It was never taken, so nothing is to be renewed.
      dialogue.warned(error.code === 'revoked' ? 'This token is not taken: paste it once more.' : error.message);
    }
  }
};
