/** The libraries through which models are reached. They get all that they need from us, and read nothing of the environment. */
import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModel } from 'ai';
import type { ModelName } from '../../edition/model-name.ts';
import type { ModelSettings } from '../../edition/model-settings.ts';

/** The settings that hold the keys and the addresses, for what is said to the operator. */
export const keySettings = {
  anthropic: 'ANTHROPIC_API_KEY',
  openai: 'OPENAI_API_KEY',
  address: 'DIGEST_MODEL_KEY',
} as const satisfies Record<ModelName['provider'], string>;

const anthropicUrl = 'https://api.anthropic.com';
const openaiUrl = 'https://api.openai.com/v1';

/** Anthropic's own library puts `/v1` behind the address that it is given, this one does not. */
const versioned = (url: string): string => (/\/v\d+$/.test(url) ? url : `${url}/v1`);

/** The model as the SDK asks it; undefined where its vendor wants a key and none is set. */
export const connect = (
  model: ModelName,
  { keys, urls }: Pick<ModelSettings, 'keys' | 'urls'>,
  fetch: typeof globalThis.fetch,
): LanguageModel | undefined => {
  const apiKey = keys[model.provider];
  if (model.provider === 'address') {
    return createOpenAICompatible({
      name: 'address',
      baseURL: model.url,
      fetch,
      includeUsage: true,
      supportsStructuredOutputs: true,
      ...(apiKey !== undefined && { apiKey }),
    }).chatModel(model.name);
  }
  if (apiKey === undefined) return undefined;
  return model.provider === 'anthropic'
    ? createAnthropic({ apiKey, baseURL: versioned(urls.anthropic ?? anthropicUrl), fetch })(model.name)
    : createOpenAI({ apiKey, baseURL: urls.openai ?? openaiUrl, fetch })(model.name);
};
