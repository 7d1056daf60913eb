/** `mcp`: the archive for an assistant on this machine, which starts this process and talks with it over stdin and stdout. */
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { createArchiveServers } from '../web/mcp/server.ts';
import { createLogger, logSettings } from './log.ts';

/** Serves until stdin is closed, by which the assistant says that it is done, or has what no message can be. */
export const serveAssistant = async (archive: Archive, config: Config, now: () => Date): Promise<void> => {
  const logger = createLogger(logSettings(config), process.stderr);
  const { publicUrl } = config;
  if (process.stdin.isTTY) {
    process.stderr.write('An assistant starts this and talks with it over stdin and stdout. Ctrl+D ends it.\n');
  }
  const transport = new StdioServerTransport();
  serveStdio(createArchiveServers({ archive, now, logger, publicUrl }), {
    transport,
    onerror: error => logger.warn({ err: error }, 'An assistant said what cannot be understood.'),
  });
  await closed(transport);
};

/** Resolves once nothing more can be heard. */
const closed = (transport: StdioServerTransport): Promise<void> =>
  new Promise(resolve => {
    const { onclose } = transport;
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
