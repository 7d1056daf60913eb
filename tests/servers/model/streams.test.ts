import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post } from './posting.ts';
import { type ModelServer, startModelServer } from './server.ts';

let at: ModelServer;
beforeEach(async () => {
  at = await startModelServer({ script: () => 'Reads were slow, and then they were not.' });
});
afterEach(() => at.close());

const user = { role: 'user', content: 'What was wrong?' };
const version = { 'anthropic-version': '2023-06-01' };

describe('a stream is as the vendors send it', () => {
  const eventsOf = (text: string) => [...text.matchAll(/^event: (.*)$/gm)].map(([, name]) => name);
  const once = (names: readonly (string | undefined)[]) => names.filter((name, nth) => name !== names[nth - 1]);

  it('of Anthropic', async () => {
    const { text } = await post(
      at,
      '/messages',
      { 'x-api-key': at.key, ...version },
      {
        ...{ model: 'claude-haiku-4-5', max_tokens: 100, messages: [user], stream: true },
      },
    );
    expect(once(eventsOf(text))).toEqual([
      ...['message_start', 'content_block_start', 'ping', 'content_block_delta', 'content_block_stop'],
      ...['message_delta', 'message_stop'],
    ]);
    expect(text).toContain('"stop_reason":"end_turn"');
  });

  it('of OpenAI, responses', async () => {
    const body = { model: 'gpt-4o-mini', input: 'What was wrong?', stream: true };
    const { text } = await post(at, '/responses', { authorization: `Bearer ${at.key}` }, body);
    expect(once(eventsOf(text))).toEqual([
      ...['response.created', 'response.in_progress', 'response.output_item.added', 'response.content_part.added'],
      ...['response.output_text.delta', 'response.output_text.done', 'response.content_part.done'],
      ...['response.output_item.done', 'response.completed'],
    ]);
  });

  it('of OpenAI, chat: unnamed chunks, the cost last where it is wanted, then an end', async () => {
    const bearer = { authorization: `Bearer ${at.key}` };
    const body = { model: 'gpt-4o-mini', messages: [user], stream: true };
    const { text } = await post(at, '/chat/completions', bearer, { ...body, stream_options: { include_usage: true } });
    expect(eventsOf(text)).toEqual([]);
    expect(text).toMatch(/"choices":\[\],"usage":\{"prompt_tokens":\d+.*\n\ndata: \[DONE\]\n\n$/);
    expect((await post(at, '/chat/completions', bearer, body)).text).not.toContain('usage');
  });
});
