/** The vendors' clients as the AI SDK has them, pointed at a loopback model server. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';

export interface Address {
  readonly baseUrl: string;
  readonly key: string;
}

/** Each wire format with each way to ask for an answer of a form; the model's name can be another. */
export const clients: Readonly<Record<string, (at: Address, model?: string) => LanguageModel>> = {
  'OpenAI, responses': ({ baseUrl, key }, model = 'gpt-4o-mini') =>
    createOpenAI({ baseURL: baseUrl, apiKey: key })(model),
  'OpenAI, responses of a model that thinks': ({ baseUrl, key }, model = 'gpt-5-mini') =>
    createOpenAI({ baseURL: baseUrl, apiKey: key })(model),
  'OpenAI, chat': ({ baseUrl, key }, model = 'gpt-4o-mini') =>
    createOpenAI({ baseURL: baseUrl, apiKey: key }).chat(model),
  'a compatible server, with a schema': ({ baseUrl, key }, model = 'llama3.1') =>
    createOpenAICompatible({
      name: 'own',
      baseURL: baseUrl,
      apiKey: key,
      supportsStructuredOutputs: true,
      includeUsage: true,
    })(model),
  'a compatible server, without': ({ baseUrl, key }, model = 'llama3.1') =>
    createOpenAICompatible({ name: 'own', baseURL: baseUrl, apiKey: key, includeUsage: true })(model),
  'Anthropic, output format': ({ baseUrl, key }, model = 'claude-sonnet-4-5') =>
    createAnthropic({ baseURL: baseUrl, apiKey: key })(model),
  'Anthropic, tool': ({ baseUrl, key }, model = 'claude-3-5-haiku-latest') =>
    createAnthropic({ baseURL: baseUrl, apiKey: key })(model),
};
