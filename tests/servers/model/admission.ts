/** Whether a request is let in: its key, its form, its model and its length, in the order in which the vendors look. */
import type { IncomingHttpHeaders } from 'node:http';
import type { KnownModel } from './known-models.ts';
import { invalid, type Refusal } from './refusal.ts';
import { jsonObject, type ModelRequest, tokensOf } from './request.ts';
import type { Wire } from './wire.ts';

interface House {
  readonly key: string | null;
  readonly models: readonly KnownModel[];
}

export type Admission =
  | {
      readonly request: ModelRequest;
      readonly model: KnownModel;
      readonly tokensIn: number;
      readonly refusal?: undefined;
    }
  | { readonly refusal: Refusal };

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export function admit(
  wire: Wire,
  { headers, body: text }: { readonly headers: IncomingHttpHeaders; readonly body: string },
  { key, models }: House,
): Admission {
  const given = wire.keyOf(headers);
  if (key !== null && given === undefined) return { refusal: { kind: 'no-key' } };
  if (key !== null && given !== undefined && given !== key) return { refusal: { kind: 'wrong-key', key: given } };
  const body = jsonObject.safeParse(parse(text));
  if (!body.success) return { refusal: invalid('We could not parse the JSON body of your request.') };
  const { request, refusal } = wire.read(body.data, headers);
  if (refusal !== undefined) return { refusal };
  const model = models.find(({ name }) => name === request.model);
  if (model === undefined) return { refusal: { kind: 'unknown-model', model: request.model } };
  const broken = wire.refusedBy(model, request, body.data);
  if (broken !== undefined) return { refusal: broken };
  const tokensIn = tokensOf(`${request.system}${request.user}${JSON.stringify(request.schema ?? '')}`);
  if (tokensIn > model.window) return { refusal: { kind: 'too-long', tokens: tokensIn, window: model.window } };
  return { request, model, tokensIn };
}
