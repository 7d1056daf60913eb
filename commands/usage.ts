/** A command as a person types it on their platform. */
import type { CommandDescription, Typing } from '../src/chat/conversation.ts';
import { type Options, writeOptions } from '../src/edition/option-words.ts';

/** Everything after `/digest`: what a platform takes that does not say otherwise. */
export const asWords: Typing = { before: { 'look-up': '/digest', channel: '/digest' }, words: '' };

/** `/digest company:acme kafka`; where the platform has commands of their own for it, `/digest-channel subscribe at:08:00`. */
export const usage = (
  { name, group }: Pick<CommandDescription, 'name' | 'group'>,
  { words = [], ...named }: Options,
  typing: Typing,
): string => {
  const before = name === '' ? '/digest' : `${typing.before[group]} ${name}`;
  const free = words.length === 0 ? '' : `${typing.words}${words.join(' ')}`;
  return [before, writeOptions(named), free].filter(Boolean).join(' ');
};
