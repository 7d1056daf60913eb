/** What the model says to a request that was let in, with what it costs: the script's answer, or what a fault makes of it. */
import type { Fault } from './faults.ts';
import type { KnownModel } from './known-models.ts';
import { type ModelRequest, type Reply, type Script, tokensOf } from './request.ts';
import { reasoningTokens } from './response-events.ts';

export interface Asked {
  readonly request: ModelRequest;
  readonly model: KnownModel;
  readonly tokensIn: number;
  readonly script: Script;
  readonly fault: Fault | undefined;
  readonly nth: number;
}

const declined = 'I’m sorry, but I can’t help with that request.';

async function sayingOf({ request, script, fault }: Asked): Promise<string> {
  if (fault?.kind === 'says') return fault.text;
  if (fault?.kind === 'empty') return '';
  if (fault?.kind === 'refusal') return declined;
  const answer = await script(request);
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  return fault?.kind === 'fenced' ? `Here is the JSON:\n\n\`\`\`json\n${text}\n\`\`\`\n` : text;
}

/** Tokens of an answer are counted as those of a question are; those beyond the greatest number are cut off. */
export async function replyTo(asked: Asked): Promise<Reply> {
  const { request, model, tokensIn, fault, nth } = asked;
  const isReasoned = model.isReasoning === true;
  const thoughts = isReasoned ? reasoningTokens : 0;
  const whole = await sayingOf(asked);
  const most = Math.min(request.maxTokens ?? model.maxOutput, model.window - tokensIn) - thoughts;
  const room = fault?.kind === 'truncated' ? Math.min(most, Math.floor(tokensOf(whole) / 2)) : most;
  const isCut = tokensOf(whole) > room;
  const text = isCut ? whole.slice(0, Math.max(0, room) * 4) : whole;
  return {
    request,
    nth,
    text,
    end: fault?.kind === 'refusal' ? 'refusal' : isCut ? 'length' : 'stop',
    tokensIn,
    tokensOut: tokensOf(text) + thoughts,
    isReasoned,
  };
}
