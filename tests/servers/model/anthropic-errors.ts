/** Anthropic's refusals. https://docs.claude.com/en/api/errors */
import type { z } from 'zod';
import { type HttpAnswer, invalid, type Refusal } from './refusal.ts';

const refused = (status: number, type: string, message: string): HttpAnswer => ({
  status,
  body: { type: 'error', error: { type, message }, request_id: 'req_011CTest' },
});

export function anthropicRefusal(refusal: Refusal): HttpAnswer {
  switch (refusal.kind) {
    case 'no-key':
      return refused(401, 'authentication_error', 'x-api-key header is required');
    case 'wrong-key':
      return refused(401, 'authentication_error', 'invalid x-api-key');
    case 'no-credit':
      return refused(
        400,
        'invalid_request_error',
        'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
      );
    case 'unknown-model':
      return refused(404, 'not_found_error', `model: ${refusal.model}`);
    case 'too-long':
      return refused(
        400,
        'invalid_request_error',
        `prompt is too long: ${refusal.tokens} tokens > ${refusal.window} maximum`,
      );
    case 'rate-limit':
      return {
        ...refused(429, 'rate_limit_error', "This request would exceed your organization's rate limit."),
        headers: { ...waiting(refusal), 'anthropic-ratelimit-requests-remaining': '0' },
      };
    case 'failed':
      return {
        ...(refusal.status === 529
          ? refused(529, 'overloaded_error', 'Overloaded')
          : refused(refusal.status, 'api_error', 'Internal server error')),
        headers: waiting(refusal),
      };
    case 'invalid':
      return refused(400, 'invalid_request_error', refusal.message);
  }
}

const waiting = ({ retryAfter }: { readonly retryAfter?: number }): Readonly<Record<string, string>> =>
  retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter)) };

/** The first thing that is wrong with the form of a body. */
export function anthropicFormFault({ issues: [issue] }: z.ZodError): Refusal {
  const path = (issue?.path ?? []).map(String);
  if (issue?.code === 'unrecognized_keys') {
    return invalid(`${[...path, issue.keys[0]].join('.')}: Extra inputs are not permitted`);
  }
  if (issue?.code === 'invalid_type' && issue.input === undefined) return invalid(`${path.join('.')}: Field required`);
  return invalid(`${path.join('.')}: ${issue?.message ?? 'unknown'}`);
}
