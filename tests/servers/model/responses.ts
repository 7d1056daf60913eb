/** OpenAI's `POST /v1/responses`. https://platform.openai.com/docs/api-reference/responses */
import { z } from 'zod';
import {
  bearerOf,
  openaiFormFault,
  openaiRefusal,
  openaiTooLong,
  reasoningFault,
  wordJsonMissing,
} from './openai-errors.ts';
import { strictFault } from './openai-schema.ts';
import { invalid, type Refusal } from './refusal.ts';
import { jsonObject, type ModelRequest, type Reply } from './request.ts';
import { messageOf, reasoningOf, responseEvents, responseOf } from './response-events.ts';
import type { Wire } from './wire.ts';

const part = z.strictObject({ type: z.enum(['input_text', 'output_text']), text: z.string() });

const textFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().optional(),
    schema: jsonObject,
    strict: z.boolean().nullish(),
  }),
]);

/** What the API takes, as far as a writer needs it: anything else is refused as unknown. */
const form = z.strictObject({
  model: z.string(),
  input: z.union([
    z.string(),
    z
      .array(
        z.strictObject({
          type: z.literal('message').optional(),
          role: z.enum(['system', 'developer', 'user', 'assistant']),
          content: z.union([z.string(), z.array(part).min(1)]),
        }),
      )
      .min(1),
  ]),
  instructions: z.string().nullish(),
  max_output_tokens: z.int().min(16).optional(),
  temperature: z.number().min(0).max(2).optional(),
  top_p: z.number().min(0).max(1).optional(),
  text: z
    .strictObject({ format: textFormat.optional(), verbosity: z.enum(['low', 'medium', 'high']).optional() })
    .optional(),
  reasoning: z
    .strictObject({
      effort: z.enum(['none', 'minimal', 'low', 'medium', 'high']).optional(),
      summary: z.string().optional(),
    })
    .optional(),
  include: z.array(z.string()).optional(),
  stream: z.boolean().optional(),
  store: z.boolean().optional(),
  truncation: z.enum(['auto', 'disabled']).optional(),
  user: z.string().optional(),
});

type Body = z.infer<typeof form>;

const saidBy = ({ input }: Body, ...roles: readonly string[]): readonly string[] => {
  if (typeof input === 'string') return roles.includes('user') ? [input] : [];
  return input
    .filter(({ role }) => roles.includes(role))
    .map(({ content }) => (typeof content === 'string' ? content : content.map(({ text }) => text).join('\n')));
};

const formatOf = ({ text }: Body): Pick<ModelRequest, 'format' | 'schema'> => {
  const asked = text?.format;
  if (asked?.type === 'json_schema') return { format: 'json-schema', schema: asked.schema };
  return { format: asked?.type === 'json_object' ? 'json-object' : 'text' };
};

function faultOf(body: Body): Refusal | undefined {
  const asked = body.text?.format;
  if (asked?.type === 'json_object')
    return wordJsonMissing(saidBy(body, 'system', 'developer', 'user').join('\n'), 'input');
  if (asked?.type !== 'json_schema' || asked.strict !== true) return undefined;
  const fault = strictFault(asked.schema, asked.name);
  return fault === undefined ? undefined : invalid(fault, 'text.format.schema', 'invalid_json_schema');
}

export const responses: Wire = {
  keyOf: bearerOf,
  read(body) {
    const parsed = form.safeParse(body, { reportInput: true });
    if (!parsed.success) return { refusal: openaiFormFault(parsed.error) };
    const { data } = parsed;
    const refusal = faultOf(data);
    if (refusal !== undefined) return { refusal };
    return {
      request: {
        wire: 'responses',
        model: data.model,
        system: [data.instructions ?? [], saidBy(data, 'system', 'developer')].flat().join('\n\n'),
        user: saidBy(data, 'user').join('\n\n'),
        ...formatOf(data),
        isStreamed: data.stream === true,
        isUsageWanted: true,
        ...(data.max_output_tokens !== undefined && { maxTokens: data.max_output_tokens }),
        ...(data.temperature !== undefined && { temperature: data.temperature }),
      },
    };
  },
  refusedBy(model, request, body) {
    if (model.isUnstructured === true && request.format === 'json-schema') {
      return invalid(
        "Invalid parameter: 'text.format' of type 'json_schema' is not supported with this model.",
        'text.format',
      );
    }
    return model.isReasoning === true ? reasoningFault(body) : undefined;
  },
  answer: (reply: Reply) => responseOf(reply, [...reasoningOf(reply), messageOf(reply)]),
  events: responseEvents,
  lateError: ({ nth }) => ({
    name: 'response.failed',
    data: {
      type: 'response.failed',
      sequence_number: 100,
      response: {
        id: `resp_${nth}`,
        object: 'response',
        status: 'failed',
        error: { code: 'server_error', message: 'The server had an error while processing your request.' },
      },
    },
  }),
  refuse: refusal =>
    openaiRefusal(refusal, () =>
      openaiTooLong(
        'Your input exceeds the context window of this model. Please adjust your input and try again.',
        'input',
      ),
    ),
};
