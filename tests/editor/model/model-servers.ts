/** Loopback model servers of one test file, each closed when its test ends. */
import { afterEach } from 'vitest';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../../servers/model/server.ts';
import { answer } from './asking.ts';

/** Call once in a file. The servers answer well unless `options` has it otherwise. */
export const modelServers = (): ((options?: Partial<ModelServerOptions>) => Promise<ModelServer>) => {
  const servers: ModelServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });
  return async options => {
    const server = await startModelServer({ script: () => answer, ...options });
    servers.push(server);
    return server;
  };
};
