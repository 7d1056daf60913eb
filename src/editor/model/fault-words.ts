/** What the operator is told of a model's faults: what happened, what it concerns, what to do; a sentence each. */
import { type ModelName, modelText } from '../../edition/model-name.ts';
import type { Fault } from './faults.ts';
import type { ModelFault } from './model-error.ts';
import { keySettings } from './providers.ts';

/** Faults that every further question would meet: the model is not asked again for this edition. */
const lasting: readonly ModelFault[] = ['no-key', 'wrong-key', 'no-credit', 'unknown-model', 'unreachable'];
export const isLasting = (code: ModelFault): boolean => lasting.includes(code);

const why = ({ word }: Fault): string => (word === undefined ? '' : ` (${word})`);

const urlSettings = { anthropic: 'ANTHROPIC_BASE_URL', openai: 'OPENAI_BASE_URL' } as const;

/** Where the model is, as far as a setting says it. */
const placeOf = (model: ModelName): string => {
  if (model.provider === 'address') return 'see that the server runs and that DIGEST_MODEL has its address';
  return `see to the network, and to ${urlSettings[model.provider]} if it is set`;
};

/** A wrong address is answered in the same way as a wrong name. */
const nameAdvice = ({ provider }: ModelName): string =>
  provider === 'address'
    ? 'correct DIGEST_MODEL, whose address most often ends with /v1, or load the model'
    : `correct DIGEST_MODEL, or ${urlSettings[provider]} if it is set`;

/** Of one question where the fault is not lasting; `about` says which. */
export const faultText = (fault: Fault, model: ModelName, about: string): string => {
  const name = modelText(model);
  const setting = keySettings[model.provider];
  const isAddress = model.provider === 'address';
  switch (fault.code) {
    case 'no-key':
      return `${name} cannot be asked without a key: set ${setting}.`;
    case 'wrong-key':
      return `${name} refuses the key${why(fault)}: correct ${setting}${isAddress ? ', or set it' : ''}.`;
    case 'no-credit':
      return `${name} has no credit left${why(fault)}: see to the account or the limit of ${setting}.`;
    case 'unknown-model':
      return `${name} is not known there, or not open to the key${why(fault)}: ${nameAdvice(model)}.`;
    case 'unreachable':
      return `${name} cannot be reached${why(fault)}: ${placeOf(model)}.`;
    case 'busy':
      return `${name} was too busy for the question on ${about}${why(fault)}, however often it was asked.`;
    case 'timeout':
      return `${name} took too long over the question on ${about}.`;
    case 'too-long':
      return `The question on ${about} is longer than ${name} reads${why(fault)}: set a smaller DIGEST_MODEL_WINDOW.`;
    case 'refused':
      return `${name} does not take the question on ${about}${why(fault)}.`;
    case 'truncated':
      return `${name} came to no end with its answer on ${about}.`;
    case 'declined':
      return `${name} declined to answer on ${about}.`;
    default:
      return `${name} gave no answer on ${about} that is JSON of the wanted form.`;
  }
};

/** Of a fault that did no harm, since the question was put again. */
export const repeatText = (fault: Fault, model: ModelName): string => {
  const name = modelText(model);
  if (fault.code === 'busy') return `${name} was busy${why(fault)} and was asked again after a pause.`;
  if (fault.code === 'unreachable') return `${name} was out of reach${why(fault)} and was asked again after a pause.`;
  if (fault.code === 'refused') {
    return `${name} takes no schema for its answers${why(fault)}: it is asked for JSON in words.`;
  }
  return fault.code === 'truncated'
    ? `${name} came to no end with an answer and was asked again with more room for it.`
    : `${name} gave an answer that is not JSON of the wanted form and was asked again.`;
};

/** Of a model that is given up after so many questions, though nothing is known to be wrong with it; `last` is of the last. */
export const givenUpText = (model: ModelName, times: number, last: string): string =>
  `${modelText(model)} is asked no more for this edition, as ${times} questions in a row came to nothing, the last so: ${last}`;
