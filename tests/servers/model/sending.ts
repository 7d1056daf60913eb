/** Sends an answer: whole, or event by event, and as a fault on the way back has it. */
import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import type { HttpAnswer } from './refusal.ts';
import type { Reply, StreamEvent } from './request.ts';
import type { Wire } from './wire.ts';

const types = { json: 'application/json', stream: 'text/event-stream; charset=utf-8', page: 'text/html' } as const;

export function sendAnswer(response: ServerResponse, { status, headers = {}, body }: HttpAnswer): void {
  const isPage = typeof body === 'string';
  response.writeHead(status, { 'content-type': isPage ? types.page : types.json, ...headers });
  response.end(isPage ? body : JSON.stringify(body));
}

const written = ({ name, data }: StreamEvent): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;

const garbledStream = ['data: {"type": "mess\n\n', 'data: <html><title>502 Bad Gateway</title></html>\n\n'];
const garbledPage = '<html><head><title>Sign in to the network</title></head><body>Please sign in.</body></html>';

/** The body in the pieces in which it goes out: an event each, or two halves. */
function piecesOf(wire: Wire, reply: Reply, fault: Fault | undefined): readonly string[] {
  const { isStreamed } = reply.request;
  if (fault?.kind === 'garbled') return isStreamed ? garbledStream : [garbledPage];
  if (isStreamed) {
    const events = wire.events(reply);
    const sent = fault?.kind === 'late-error' ? [...half(events), wire.lateError(reply)] : events;
    return sent.map(written);
  }
  const body = JSON.stringify(wire.answer(reply));
  return [body.slice(0, body.length / 2), body.slice(body.length / 2)];
}

const half = <One>(all: readonly One[]): readonly One[] => all.slice(0, Math.ceil(all.length / 2));

/** Sends `reply` with status 200, where the connection is not cut before. */
export async function sendReply(
  response: ServerResponse,
  wire: Wire,
  reply: Reply,
  fault: Fault | undefined,
): Promise<void> {
  if (fault?.kind === 'reset') return void response.destroy();
  const pieces = piecesOf(wire, reply, fault);
  const first = half(pieces);
  response.writeHead(200, { 'content-type': reply.request.isStreamed ? types.stream : types.json });
  for (const piece of first) await flushed(response, piece);
  if (fault?.kind === 'half') {
    if (fault.ends === 'well') response.end();
    else response.destroy();
    return;
  }
  if (fault?.kind === 'held' && fault.from === 'middle') await fault.until;
  for (const piece of pieces.slice(first.length)) await flushed(response, piece);
  response.end();
}

/** Settles once `piece` has left, or cannot any more as the client is gone. */
const flushed = (response: ServerResponse, piece: string): Promise<void> =>
  new Promise(resolve => response.write(piece, () => resolve()));
