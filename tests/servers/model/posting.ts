/** Asks a loopback model server over bare HTTP, as no client would. */
import type { ModelServer } from './server.ts';

export const post = async (at: ModelServer, path: string, headers: Readonly<Record<string, string>>, body: unknown) => {
  const response = await fetch(`${at.baseUrl}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};
