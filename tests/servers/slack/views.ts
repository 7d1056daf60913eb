/** Modals in their stacks, and home tabs. https://docs.slack.dev/surfaces/modals */
import { problemsOfView, withIds } from './block-kit/validate.ts';
import type { Fields, View } from './contract.ts';
import { fieldsOf, listOf, stringOf } from './fields.ts';
import type { Ids } from './identity.ts';
import type { Journal } from './journal.ts';
import { SlackError, withProblems } from './slack-error.ts';

/** https://docs.slack.dev/reference/methods/views.push: three views at once. */
const mostModals = 3;
/** https://docs.slack.dev/reference/methods/views.open: 250 KB. */
const mostBytes = 250_000;

export interface Views {
  modals(user: string): readonly View[];
  home(user: string): View | undefined;
  /** @throws SlackError `not_found`. */
  find(idOrExternalId: string): View;
  open(user: string, json: unknown, trigger: string): View;
  push(user: string, json: unknown, trigger: string | undefined): View;
  /** @throws SlackError `hash_conflict` where `hash` is given and is not the view's. */
  update(view: View, json: unknown, hash: string): View;
  publish(user: string, json: unknown, hash: string): View;
  /** Closes the topmost modal, or all. */
  close(user: string, which: 'top' | 'all'): void;
  /** The trigger that opened the view. */
  triggerOf(view: View): string | undefined;
}

export const createViews = (ids: Ids, journal: Journal): Views => {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();
  const triggers = new Map<string, string>();
  const modals = (user: string): View[] => stacks.get(user) ?? [];
  const all = (): View[] => [...[...stacks.values()].flat(), ...homes.values()];

  const checked = (json: unknown, type: View['type']): Fields => {
    if (JSON.stringify(json ?? '').length > mostBytes) throw new SlackError('view_too_large');
    const problems = problemsOfView(json);
    const isOther = fieldsOf(json).type !== type;
    if (problems.length > 0 || isOther)
      throw withProblems('invalid_arguments', [
        ...(isOther ? [`invalid view type [json-pointer:/view/type]`] : []),
        ...problems,
      ]);
    return fieldsOf(json);
  };

  const build = (json: Fields, base: Pick<View, 'id' | 'type' | 'user' | 'rootId' | 'previousId'>): View => {
    const externalId = stringOf(json.external_id);
    if (externalId !== '' && all().some(view => view.externalId === externalId && view.id !== base.id))
      throw new SlackError('duplicate_external_id');
    const blocks = withIds(listOf(json.blocks), () => ids.next('gen'));
    return {
      ...base,
      hash: `${ids.timestamp()}.made`,
      callbackId: stringOf(json.callback_id),
      privateMetadata: stringOf(json.private_metadata),
      externalId,
      blocks,
      json: { ...json, blocks },
    };
  };

  const shown = (view: View): View => {
    journal.record('view', view);
    return view;
  };

  const add = (user: string, json: unknown, trigger: string | undefined): View => {
    const stack = modals(user);
    const id = ids.next('V');
    const view = build(checked(json, 'modal'), {
      id,
      type: 'modal',
      user,
      rootId: stack[0]?.id ?? id,
      previousId: stack.at(-1)?.id,
    });
    stacks.set(user, [...stack, view]);
    if (trigger !== undefined) triggers.set(id, trigger);
    return shown(view);
  };

  return {
    modals,
    home: user => homes.get(user),
    triggerOf: view => triggers.get(view.id),
    find(wanted) {
      const found = all().find(({ id, externalId }) => id === wanted || (externalId !== '' && externalId === wanted));
      if (found === undefined) throw new SlackError('not_found');
      return found;
    },
    open(user, json, trigger) {
      checked(json, 'modal');
      stacks.set(user, []);
      return add(user, json, trigger);
    },
    push(user, json, trigger) {
      if (modals(user).length >= mostModals) throw new SlackError('push_limit_reached');
      return add(user, json, trigger);
    },
    update(view, json, hash) {
      if (hash !== '' && hash !== view.hash) throw new SlackError('hash_conflict');
      const updated = build(checked(json, view.type), view);
      if (view.type === 'home') homes.set(view.user, updated);
      else
        stacks.set(
          view.user,
          modals(view.user).map(one => (one.id === view.id ? updated : one)),
        );
      return shown(updated);
    },
    publish(user, json, hash) {
      const before = homes.get(user);
      if (hash !== '' && hash !== before?.hash) throw new SlackError('hash_conflict');
      const id = before?.id ?? ids.next('V');
      const view = build(checked(json, 'home'), { id, type: 'home', user, rootId: id, previousId: undefined });
      homes.set(user, view);
      return shown(view);
    },
    close: (user, which) => void stacks.set(user, which === 'all' ? [] : modals(user).slice(0, -1)),
  };
};
