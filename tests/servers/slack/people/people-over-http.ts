/** People whose deeds reach the app as HTTP requests, and what only there can go wrong. */
import { fieldsOf, stringOf } from '../fields.ts';
import { createAnswered } from './answers.ts';
import type { HttpPeople } from './contract.ts';
import { bodyOf, httpTransport, request } from './http.ts';
import type { Stage } from './interactions.ts';
import { slashCommand } from './payloads.ts';
import { createPeople } from './people.ts';

export const createHttpPeople = (
  address: string,
  stage: Omit<Stage, 'transport'>,
  removeApp: () => void,
): HttpPeople => {
  const { clock, team, workspace, triggers } = stage.world;
  return {
    ...createPeople({ ...stage, transport: httpTransport(address, clock) }, removeApp),
    forge(forgery, words, { user, channel }) {
      const origin = { user, channel, source: undefined };
      const payload = slashCommand('/digest', words, team, workspace.user(user), workspace.channel(channel), {
        trigger_id: triggers.issue(user),
        response_url: stage.responseUrls.issue(origin, createAnswered(), workspace),
      });
      return request(address, bodyOf({ id: '', kind: 'slash_commands', payload }), clock, { forgery });
    },
    async verifyUrl(challenge) {
      const text = JSON.stringify({ type: 'url_verification', token: 'made-up', challenge });
      const { body, ...answer } = await request(address, { type: 'application/json', text }, clock);
      return { ...answer, body: stringOf(fieldsOf(JSON.parse(body)).challenge) };
    },
    checkSsl: () =>
      request(address, { type: 'application/x-www-form-urlencoded', text: 'ssl_check=1&token=made-up' }, clock, {
        forgery: 'no-signature',
      }),
  };
};
