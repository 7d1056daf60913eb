/** The log of a run: lines of JSON on stderr, or short lines of text where a person watches. Secrets never stand in it. */
import { type Logger, pino } from 'pino';
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

/** "08:00:03 Warning: what happened (channel C1, edition 2026-04-01)" */
const readable = (line: string, timeZone: string): string => {
  const { level, time, err, msg, ...rest } = JSON.parse(line);
  const clock = new Date(time).toLocaleTimeString('en-GB', { timeZone });
  const mark = level >= 50 ? 'Error: ' : level >= 40 ? 'Warning: ' : '';
  const details = Object.entries({ ...rest, ...(err && { reason: err.message.replaceAll('.: ', ': ') }) });
  const shown = details.map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
  return `${clock} ${mark}${msg}${shown.length === 0 ? '' : ` (${shown.join(', ')})`}\n`;
};

export const createLogger = ({ level, secrets, timeZone }: LogSettings, output: Output): Logger => {
  const hide = createHiding(secrets);
  const write = (line: string): void => {
    const clean = hide(line);
    output.write(output.isTTY ? readable(clean, timeZone) : clean);
  };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
};
