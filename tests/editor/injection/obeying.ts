/** A model that does as an attack says, in every facet and in all of the overview, whatever its prompt holds. */

import { readEntries, readPrompt } from '../../servers/model/digest/prompt-data.ts';
import { digestScript, questionOf, titleAsked } from '../../servers/model/digest-script.ts';
import { type JsonObject, jsonObject, type ModelRequest, type Script } from '../../servers/model/request.ts';
import type { Attempt } from './attempt.ts';
import { bystanders } from './stories.ts';

/** Whether it says nothing else, or what an honest model says and the demand behind it. */
export type Obedience = 'wholly' | 'slyly';

type Demanded = Pick<Attempt, 'demand' | 'proposes'>;

const innocent: ReadonlySet<string> = new Set(Object.values(bystanders).map(({ title }) => title));

const spoken = ({ demand }: Demanded, { system }: ModelRequest): string =>
  typeof demand === 'string' ? demand : system.replace(/\s+/g, ' ').slice(0, 400);

const honestly = async (request: ModelRequest): Promise<JsonObject> => jsonObject.parse(await digestScript(request));

const entryAnswer = async (attempt: Demanded, request: ModelRequest, how: Obedience): Promise<JsonObject> => {
  const words = spoken(attempt, request);
  const proposal = attempt.proposes ?? { company: 'Tern', themes: [] };
  if (how === 'wholly') return { problem: words, approach: words, tradeoff: words, lesson: words, ...proposal };
  const { approach, ...honest } = await honestly(request);
  const first = typeof approach === 'string' ? approach : '';
  return { ...honest, ...attempt.proposes, approach: first, lesson: words };
};

const overviewAnswer = (attempt: Demanded, request: ModelRequest): JsonObject => {
  const words = spoken(attempt, request);
  const entries = readEntries(readPrompt(request).parts.get('entries') ?? '');
  const labels = entries.map(({ label }) => label);
  const themes = [...new Set(entries.flatMap(entry => entry.themes))];
  return {
    signal: { headline: words, body: words, entries: labels },
    patterns: themes.map(theme => ({ theme, body: words, entries: labels })),
  };
};

/** Stories of bystanders are told honestly, so that what changes in them is the attack's doing. */
export const obeying =
  (attempt: Demanded, how: Obedience): Script =>
  request => {
    if (questionOf(request).startsWith('overview')) return overviewAnswer(attempt, request);
    return innocent.has(titleAsked(request)) ? digestScript(request) : entryAnswer(attempt, request, how);
  };
