/** The log of a run: lines of JSON on stderr, or short lines of text where a person watches. Secrets never stand in it. */
import { type Logger, pino } from 'pino';
import { cleanText } from '../chat/clean-text.ts';
import type { Config } from '../config.ts';
import { createHiding } from './hiding.ts';

export interface LogSettings {
  readonly level: string;
  /** Values that are replaced wherever they stand. */
  readonly secrets: readonly string[];
  /** IANA zone of the times that a person reads. */
  readonly timeZone: string;
}

export const logSettings = ({
  logLevel,
  ...config
}: Pick<Config, 'logLevel' | 'secrets' | 'timeZone'>): LogSettings => ({
  ...config,
  level: logLevel,
});

/** stderr, or what stands for it. */
type Output = Pick<NodeJS.WritableStream, 'write'> & { readonly isTTY?: boolean };

/** "08:00:03 Warning: what happened (channel C1, edition 2026-04-01)", on one line and without what would steer the terminal. */
const readable = (line: string, timeZone: string): string => {
  const { level, time, err, msg, ...rest } = JSON.parse(line);
  const clock = new Date(time).toLocaleTimeString('en-GB', { timeZone });
  const mark = level >= 50 ? 'Error: ' : level >= 40 ? 'Warning: ' : '';
  const details = Object.entries({ ...rest, ...(err && { reason: reasonOf(err) }) });
  const shown = details.map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${cleanText(`${clock} ${mark}${msg}${shown.length === 0 ? '' : ` (${shown.join(', ')})`}`)}\n`;
};

/** Anything can be thrown. */
const reasonOf = (err: { readonly message?: unknown } | string): string =>
  String(typeof err === 'string' ? err : (err.message ?? JSON.stringify(err))).replaceAll('.: ', ': ');

export const createLogger = ({ level, secrets, timeZone }: LogSettings, output: Output): Logger => {
  const hide = createHiding(secrets);
  const write = (line: string): void => {
    const clean = hide(line);
    output.write(output.isTTY ? readable(clean, timeZone) : clean);
  };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
};
