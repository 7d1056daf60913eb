/**
 * A loopback model server that speaks OpenAI's two wire formats and Anthropic's, keeps the vendors' documented rules, and
 * says what a script says: for the real clients to run against.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { admit } from './admission.ts';
import { chat } from './chat.ts';
import { type Dialect, dialects } from './dialects.ts';
import { type Fault, type FaultsOf, refusalIn } from './faults.ts';
import { type KnownModel, knownModels } from './known-models.ts';
import { messages } from './messages.ts';
import type { HttpAnswer, Refusal } from './refusal.ts';
import { replyTo } from './reply.ts';
import { type ModelRequest, type Script, type WireName, wirePaths } from './request.ts';
import { responses } from './responses.ts';
import { sendAnswer, sendReply } from './sending.ts';
import type { Wire } from './wire.ts';

export interface ModelServerOptions {
  readonly script: Script;
  /** The one key that is taken; `null` where none is asked for, as by a server of one's own. A made-up one by default. */
  readonly key?: string | null;
  readonly models?: readonly KnownModel[];
  readonly faults?: FaultsOf;
  /** How requests over OpenAI's chat are refused; as by OpenAI where absent. */
  readonly dialect?: Dialect;
}

/** A request as it came, and what became of it. */
export interface RecordedRequest {
  readonly wire: WireName;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The question, where the request was let in. */
  readonly request?: ModelRequest;
  readonly fault?: Fault;
  /** Of the answer; absent where none was sent. */
  readonly status?: number;
}

export interface ModelServer {
  /** `http://127.0.0.1:PORT/v1`, for all three wire formats. */
  readonly baseUrl: string;
  readonly key: string;
  /** All requests so far, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[];
  /** Questions that were let in, in the order of their arrival, whatever became of them. */
  questions(): readonly ModelRequest[];
  /** Resolves once `count` questions were let in. */
  asked(count: number): Promise<void>;
  /** The most requests that were under way at once. */
  mostAtOnce(): number;
  /** What goes wrong from now on, counting requests anew. */
  setFaults(faults: FaultsOf): void;
  close(): Promise<void>;
}

const wires: Readonly<Record<WireName, Wire>> = { chat, responses, messages };

const wireAt = (path: string): WireName | undefined =>
  (['chat', 'responses', 'messages'] as const).find(name => wirePaths[name] === path);

/** Starts one on a free port of 127.0.0.1. */
export async function startModelServer(options: ModelServerOptions): Promise<ModelServer> {
  const { script, dialect, key = 'sk-test-of-the-digest-0123456789', models = knownModels } = options;
  let faults: FaultsOf = options.faults ?? (() => undefined);
  let nth = 0;
  let answers = 0;
  let underWay = 0;
  let most = 0;
  const requests: RecordedRequest[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const questions = (): readonly ModelRequest[] => requests.flatMap(({ request }) => request ?? []);

  const refuse = (name: WireName, refusal: Refusal): HttpAnswer => {
    const own = name === 'chat' && dialect !== undefined ? dialects[dialect](refusal) : undefined;
    return own ?? wires[name].refuse(refusal);
  };

  /** Lets a request in and notes it; answers by itself where it is not let in. */
  async function receive(name: WireName, request: IncomingMessage, response: ServerResponse) {
    const body = await text(request);
    const record: RecordedRequest = { wire: name, headers: request.headers, body };
    const place = requests.push(record) - 1;
    const admission = admit(wires[name], record, { key, models });
    if (admission.refusal !== undefined) {
      const answer = refuse(name, admission.refusal);
      requests[place] = { ...record, status: answer.status };
      sendAnswer(response, answer);
      return undefined;
    }
    nth += 1;
    const fault = faults(admission.request, nth);
    requests[place] = { ...record, request: admission.request, ...(fault && { fault }) };
    for (const { count, resolve } of waiting) if (questions().length >= count) resolve();
    return { place, admission, fault };
  }

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = request.method === 'POST' ? wireAt((request.url ?? '').split('?')[0] ?? '') : undefined;
    if (name === undefined) {
      const message = `Invalid URL (${request.method} ${request.url})`;
      return sendAnswer(response, { status: 404, body: { error: { message, type: 'invalid_request_error' } } });
    }
    underWay += 1;
    most = Math.max(most, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    const received = await receive(name, request, response);
    if (received === undefined) return;
    const { place, admission, fault } = received;
    if (fault?.kind === 'held' && fault.from !== 'middle') await fault.until;
    const refusal = refusalIn(fault, admission.request);
    const note = (status: number | undefined): void => {
      const record = requests[place];
      if (record !== undefined && status !== undefined) requests[place] = { ...record, status };
    };
    if (refusal !== undefined) {
      const answer = refuse(name, refusal);
      note(answer.status);
      return sendAnswer(response, answer);
    }
    answers += 1;
    const reply = await replyTo({ ...admission, script, fault, nth: answers });
    note(fault?.kind === 'reset' ? undefined : 200);
    await sendReply(response, wires[name], reply, fault);
  }

  const server = createServer((request, response) => {
    // A script that throws is a fault of the test, which sees it as a failed request with the reason.
    respond(request, response).catch((error: unknown) =>
      sendAnswer(response, { status: 400, body: `the script failed: ${String(error)}` }),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError(`no port: ${address}`);

  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    key: key ?? '',
    requests,
    questions,
    asked: count =>
      new Promise(resolve => (questions().length >= count ? resolve() : waiting.push({ count, resolve }))),
    mostAtOnce: () => most,
    setFaults(next) {
      faults = next;
      nth = 0;
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
