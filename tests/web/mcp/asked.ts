/** The archive's site on a port of this machine, and assistants that ask it by the protocol's own client. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { listen } from '../../../src/web/server.ts';
import { type ASite, type ASiteOptions, aSite } from '../a-site.ts';

/** What a tool gave, as tests look at it. */
export interface Answer {
  readonly isError: boolean;
  readonly text: string;
  readonly data: unknown;
}

export type Ask = (tool: string, args?: Record<string, unknown>) => Promise<Answer>;

export interface Asked extends ASite {
  /** Of the endpoint. */
  readonly url: URL;
}

export const aSiteOnAPort = async (options: ASiteOptions = {}): Promise<Asked> => {
  const made = await aSite(options);
  const server = await listen(made.site, { port: 0, host: '127.0.0.1' });
  onTestFinished(() => server.close(0));
  return { ...made, url: new URL(`http://127.0.0.1:${server.port}/mcp`) };
};

/** Asks a tool by name, through `client`. */
export const asks =
  (client: Client): Ask =>
  async (name, args = {}) => {
    const { isError = false, content, structuredContent } = await client.callTool({ name, arguments: args });
    const text = content.map(part => (part.type === 'text' ? part.text : '')).join('');
    return { isError, text, data: structuredContent };
  };

/** An assistant that has introduced itself; it leaves when the test ends. */
export const anAssistant = async (url: URL, headers: Record<string, string> = {}): Promise<Client> => {
  const client = new Client({ name: 'a-test', version: '1.0.0' });
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
  onTestFinished(() => client.close());
  return client;
};
