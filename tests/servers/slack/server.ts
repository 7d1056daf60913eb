/** Starts a loopback Slack on a free port: Web API, Socket Mode, response URLs, and people who use the app. */
import type { SlackOptions, SlackServer } from './contract.ts';

/** Resolves once it listens. */
export function startSlack(_options: SlackOptions = {}): Promise<SlackServer> {
  throw new Error('under construction');
}
