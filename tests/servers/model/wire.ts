/** What a wire format of a vendor is to the server: how it is read, and how answers and refusals are put. */
import type { IncomingHttpHeaders } from 'node:http';
import type { KnownModel } from './known-models.ts';
import type { HttpAnswer, Refusal } from './refusal.ts';
import type { JsonObject, ModelRequest, Reply, StreamEvent } from './request.ts';

export interface Wire {
  /** The key that a request bears; undefined where it bears none. */
  keyOf(headers: IncomingHttpHeaders): string | undefined;
  /** Reads a body that is JSON. What breaks a rule that holds for every model is told instead. */
  read(body: unknown, headers: IncomingHttpHeaders): Readout;
  /** A rule that the model asked for lays down and the request breaks. */
  refusedBy(model: KnownModel, request: ModelRequest, body: JsonObject): Refusal | undefined;
  answer(reply: Reply): JsonObject;
  events(reply: Reply): readonly StreamEvent[];
  /** The last event of a stream that fails under way. */
  lateError(reply: Reply): StreamEvent;
  refuse(refusal: Refusal): HttpAnswer;
}

export type Readout =
  | { readonly request: ModelRequest; readonly refusal?: undefined }
  | { readonly request?: undefined; readonly refusal: Refusal };
