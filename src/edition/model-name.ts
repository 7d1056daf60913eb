/** The names by which an operator chooses language models: `anthropic:NAME`, `openai:NAME` or `http://host:port/v1#NAME`. */
import { z } from 'zod';

/** A model, and where it is reached. `name` is what the provider calls it. */
export type ModelName =
  | { readonly provider: 'anthropic' | 'openai'; readonly name: string }
  /** Any server that speaks OpenAI's wire format, such as Ollama, vLLM or llama.cpp. */
  | { readonly provider: 'address'; readonly name: string; readonly url: string };

/** As the operator wrote it, and as an edition names its writer. */
export const modelText = (model: ModelName): string =>
  model.provider === 'address' ? `${model.url}#${model.name}` : `${model.provider}:${model.name}`;

const form =
  'anthropic:NAME, openai:NAME or the address of a server such as http://localhost:11434/v1#NAME, several separated by commas';

const readModel = (text: string): ModelName | undefined => {
  const vendor = /^(anthropic|openai):\s*([\w./:@-]+)$/i.exec(text);
  if (vendor?.[1] !== undefined && vendor[2] !== undefined) {
    return { provider: vendor[1].toLowerCase() === 'openai' ? 'openai' : 'anthropic', name: vendor[2] };
  }
  const [, address = '', name = ''] = /^(https?:\/\/[^\s#?]+)#([^\s#]+)$/i.exec(text) ?? [];
  // A name and a password in an address would be shown wherever the model is named.
  if (!URL.canParse(address) || new URL(address).username !== '' || new URL(address).password !== '') return undefined;
  return { provider: 'address', url: address.replace(/(?<!\/)\/+$/, ''), name };
};

/** Reads a list of models, the first choice first. */
export const modelNames = z.string().transform((text, { addIssue }): readonly ModelName[] => {
  const words = text.split(',').map(word => word.trim());
  const models = words.flatMap(word => readModel(word) ?? []);
  const isRead = models.length === words.length;
  if (isRead && new Set(models.map(modelText)).size === models.length) return models;
  addIssue(isRead ? 'names a model twice, which would be asked twice in vain' : `is not ${form}`);
  return z.NEVER;
});
