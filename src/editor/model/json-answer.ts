/** Reads the JSON of an answer, also of a model that thinks aloud or says a word before it, or puts it in a fence of Markdown. */
import { z } from 'zod';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Undefined where `text` holds no JSON object. */
export const jsonIn = (text: string): unknown => {
  const said = text.replace(/^\s*<think>.*?<\/think>/s, '');
  return parsed(said) ?? parsed(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1));
};

/** As the servers get it. */
export const jsonSchemaOf = (schema: z.ZodType): string =>
  JSON.stringify(z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }));

/** The form of an answer in words, for a server that takes no schema. */
export const formInWords = (schema: z.ZodType): string =>
  `Answer with one JSON object and nothing else, of the form that this JSON Schema describes:\n${jsonSchemaOf(schema)}`;
