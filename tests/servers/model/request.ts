/** What a model server is asked, whichever wire format it came in, and what the model answers. */
import { z } from 'zod';

/** The three wire formats, each with the path of its one method. */
export const wirePaths = {
  chat: '/v1/chat/completions',
  responses: '/v1/responses',
  messages: '/v1/messages',
} as const;
export type WireName = keyof typeof wirePaths;

export const jsonObject = z.record(z.string(), z.unknown());
export type JsonObject = z.infer<typeof jsonObject>;

/** How the answer is wanted: as text, as any JSON object, as JSON of a schema, or as the input of a tool of that schema. */
export type Format = 'text' | 'json-object' | 'json-schema' | 'tool';

/** A question to the model. */
export interface ModelRequest {
  readonly wire: WireName;
  /** As the client named it. */
  readonly model: string;
  /** All instructions: `system`, `developer`, `instructions`, joined by blank lines. */
  readonly system: string;
  /** All that the user said, joined by blank lines. */
  readonly user: string;
  readonly format: Format;
  /** JSON Schema of the wanted answer, where one was sent. */
  readonly schema?: JsonObject;
  /** Name of the tool whose input is wanted, where the format is `tool`. */
  readonly tool?: string;
  readonly isStreamed: boolean;
  /** Whether a streamed answer is to end with what it cost. */
  readonly isUsageWanted: boolean;
  /** Tokens that the answer may have at most. */
  readonly maxTokens?: number;
  readonly temperature?: number;
}

/** What the model says: text as it is, anything else as JSON. */
export type Script = (request: ModelRequest) => string | JsonObject | Promise<string | JsonObject>;

/** An answer that is ready to be put into a wire format. */
export interface Reply {
  readonly request: ModelRequest;
  /** Number of the answer in the life of the server, for ids. */
  readonly nth: number;
  readonly text: string;
  readonly end: 'stop' | 'length' | 'refusal';
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Whether the model thinks before it speaks; its thoughts cost tokens out. */
  readonly isReasoned: boolean;
}

/** One event of a stream. */
export interface StreamEvent {
  /** Absent where the format names none. */
  readonly name?: string;
  readonly data: JsonObject | '[DONE]';
}

/** Four characters are a token, as the vendors say of English. */
export const tokensOf = (text: string): number => Math.ceil(text.length / 4);

/** `text` in pieces of some twenty characters, as a model gives it out. */
export const piecesOf = (text: string): readonly string[] => text.match(/.{1,20}/gsu) ?? [];
