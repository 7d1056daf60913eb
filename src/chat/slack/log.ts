/** The vendor's log lines as ours, without what would let a reader act as the bot. */
import { LogLevel, type Logger as SlackLogger } from '@slack/web-api';
import type { Logger } from 'pino';

/**
 * Tokens of every kind, the one by which requests were verified before they were signed, tickets of Socket Mode's addresses,
 * codes and states of installs, and response and hook URLs, to which whoever has them may post. Slack's JSON writes a slash as `\/`.
 */
const secretPatterns: readonly RegExp[] = [
  /\bx(?:ox[a-z]|app|oxe\.xox[a-z])-[\w.-]+/g,
  /(?<="token"\s?:\s?")[^"]+/g,
  /(?<=[?&](?:ticket|code|state)=)[^&\s"']+/g,
  /(?<=\bhooks\.slack\.com)(?:\\?\/[\w.~%-]+)+/g,
];

const hidden = '[hidden]';

/** `text` without `secrets` and without anything that looks like one of Slack's. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string => {
  const known = secrets.filter(secret => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, hidden), text);
  return secretPatterns.reduce((rest, pattern) => rest.replace(pattern, hidden), known);
};

const sayable = (message: unknown): string => {
  if (typeof message === 'string') return message;
  return message instanceof Error ? message.message : (JSON.stringify(message) ?? String(message));
};

/**
 * A logger for Slack's libraries that writes to `logger`, each level one below: what they call information concerns
 * those who debug them.
 */
export const vendorLogger = (logger: Logger, secrets: readonly string[]): SlackLogger => {
  const write = (level: 'trace' | 'debug' | 'warn' | 'error', messages: readonly unknown[]): void => {
    if (logger.isLevelEnabled(level)) {
      logger[level](`Slack's client: ${withoutSecrets(messages.map(sayable).join(' '), secrets)}`);
    }
  };
  return {
    debug: (...messages: readonly unknown[]) => write('trace', messages),
    info: (...messages: readonly unknown[]) => write('debug', messages),
    warn: (...messages: readonly unknown[]) => write('warn', messages),
    error: (...messages: readonly unknown[]) => write('error', messages),
    getLevel: () => (logger.isLevelEnabled('trace') ? LogLevel.DEBUG : LogLevel.INFO),
    setLevel: () => {},
    setName: () => {},
  };
};
