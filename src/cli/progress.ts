/** Shows on stderr how far long work has come: a spinner on a terminal, plain lines when piped. stdout is for results. */
import ora from 'ora';
import type { Logger } from 'pino';

export interface Progress {
  /** Begins a piece of work; ends the one before it. */
  start(what: string): void;
  /** How far the present piece is; shown on a terminal only, since a log wants no line for each step. */
  update(what: string): void;
  /** Ends the present piece with what came of it. */
  done(result: string): void;
  /** Something the person should know that stops nothing. */
  warn(what: string): void;
  /** Takes the spinner away after a failure, so that the message stands alone. */
  stop(): void;
}

/** stderr, or what stands for it. */
type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

const lines = (stream: Output): Progress => ({
  start: what => void stream.write(`${what} …\n`),
  update: () => {},
  done: result => void stream.write(`${result}\n`),
  warn: what => void stream.write(`Note: ${what}\n`),
  stop: () => {},
});

/** For a run that nobody watches: the same as lines of its log. */
export const loggedProgress = (logger: Logger): Progress => ({
  start: what => logger.info(what),
  update: () => {},
  done: result => logger.info(result),
  warn: what => logger.warn(what),
  stop: () => {},
});

const spinner = (stream: Output): Progress => {
  // With stdin in its hands, ora 9 puts the terminal in raw mode and never reads it: Ctrl-C would be lost.
  const spin = ora({ stream, discardStdin: false });
  return {
    start: what => void spin.start(what),
    update: what => {
      spin.text = what;
    },
    done: result => void spin.succeed(result),
    warn: what => {
      const [text, wasSpinning] = [spin.text, spin.isSpinning];
      spin.warn(what);
      if (wasSpinning) spin.start(text);
    },
    stop: () => void spin.stop(),
  };
};

/** A terminal that does not know its width says 0, in which ora counts infinitely many lines, and clears them for ever. */
export const createProgress = (stream: Output): Progress =>
  stream.isTTY && stream.columns !== 0 ? spinner(stream) : lines(stream);
