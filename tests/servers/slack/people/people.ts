/** The people of the workspace, whose deeds reach the app through one transport. */
import type { Fields, Message, View } from '../contract.ts';
import { fieldsOf, objectsOf, stringOf } from '../fields.ts';
import { viewJson } from '../json.ts';
import type { Answers, Interaction, Offered, People } from './contract.ts';
import { chosenValue, type Found, filledIn, findElement, stateValues } from './form.ts';
import { deedOf, newDeed, perform, type Stage } from './interactions.ts';
import {
  blockActions,
  blockSuggestion,
  eventCallback,
  isView,
  slashCommand,
  viewClosed,
  viewSubmission,
} from './payloads.ts';

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
const defaultQueryLength = 3;

/** @param removeApp Makes the tokens of the team be refused. */
export const createPeople = (stage: Stage, removeApp: () => void): People => {
  const { world, responseUrls } = stage;
  const { team, workspace, views, triggers, ids, clock } = world;
  /** What people have entered and been offered, by element. */
  const entered = new Map<string, Fields>();
  const offered = new Map<string, readonly Fields[]>();

  const keyOf = (on: Message | View, { block, element }: Found): string =>
    [isView(on) ? on.id : `${on.channel} ${on.ts}`, block.block_id, element.action_id].join(' ');
  const enteredIn = (on: Message | View) => (found: Found) => entered.get(keyOf(on, found));
  const offeredIn = (on: Message | View) => (found: Found) => offered.get(keyOf(on, found)) ?? [];
  const channelName = (on: Message | View): string => (isView(on) ? '' : workspace.channel(on.channel).name);

  /** As it stands now. @throws Error where it was deleted or closed. */
  const current = (on: Message | View): Message | View => {
    if (isView(on)) return views.find(on.id);
    const message = workspace.find(on.channel, on.ts);
    if (message === undefined) throw new Error(`There is no message ${on.ts} any more.`);
    return message;
  };

  const act = (on: Message | View, found: Found, chosen: Fields, userId: string): Promise<Interaction> => {
    const user = workspace.user(userId);
    const trigger = triggers.issue(user.id);
    const origin = isView(on) ? undefined : { user: user.id, channel: on.channel, source: on };
    const about = { trigger, ...(isView(on) && { rootId: on.rootId }) };
    const values = stateValues(on, enteredIn(on));
    const place = { channelName: channelName(on), actionTs: ids.timestamp() };
    const deed = newDeed(stage, 'interactive', origin, about, world, answered => ({
      ...blockActions(on, found, chosen, values, team, user, place),
      trigger_id: trigger,
      ...(origin !== undefined && { response_url: responseUrls.issue(origin, answered, workspace) }),
    }));
    return perform(deed, stage);
  };

  const event = (content: Fields): Promise<Interaction> => {
    const now = ids.timestamp();
    const sent = eventCallback({ event_ts: now, ...content }, team, ids.next('Ev'), Math.floor(clock.now() / 1000));
    return perform(
      newDeed(stage, 'events_api', undefined, {}, world, () => sent),
      stage,
    );
  };

  /** https://docs.slack.dev/surfaces/modals#response_actions: an empty acknowledgement closes the modal. */
  const follow = (view: View, payload: unknown): void => {
    const response = fieldsOf(payload);
    const { response_action: action } = response;
    if (action === undefined) views.close(view.user, 'top');
    else if (action === 'clear') views.close(view.user, 'all');
    else if (action === 'update') views.update(views.find(view.id), response.view, '');
    else if (action === 'push') views.push(view.user, response.view, undefined);
    else if (action === 'errors') checkErrors(view, fieldsOf(response.errors));
    else throw new Error(`Slack knows no response_action "${String(action)}".`);
  };

  return {
    event,
    command(words, { user: userId, channel: channelId, command = '/digest' }) {
      const user = workspace.user(userId);
      const channel = workspace.channel(channelId);
      const trigger = triggers.issue(user.id);
      const origin = { user: user.id, channel: channel.id, source: undefined };
      const deed = newDeed(stage, 'slash_commands', origin, { trigger }, world, answered =>
        slashCommand(command, words, team, user, channel, {
          trigger_id: trigger,
          response_url: responseUrls.issue(origin, answered, workspace),
        }),
      );
      return perform(deed, stage);
    },
    async press(button, on, user) {
      const shown = current(on);
      const isMeant = (element: Fields): boolean =>
        ['button', 'workflow_button', 'icon_button'].includes(stringOf(element.type)) &&
        [element.action_id, element.value, fieldsOf(element.text).text].includes(button);
      return act(shown, findElement(shown, isMeant, button), {}, user);
    },
    async choose(action, values, on, user) {
      const shown = current(on);
      const found = findElement(shown, element => element.action_id === action, action);
      const value = chosenValue(found.element, values, offeredIn(shown)(found));
      if (found.element.type !== 'overflow') entered.set(keyOf(shown, found), value);
      return act(shown, found, value, user);
    },
    async type(action, words, on, userId): Promise<Offered> {
      const shown = current(on);
      const found = findElement(shown, element => element.action_id === action, action);
      const least = found.element.min_query_length ?? defaultQueryLength;
      if (typeof least === 'number' && words.length < least)
        throw new Error(`Slack asks for options from ${least} characters on ("min_query_length").`);
      const payload = blockSuggestion(shown, found, words, team, workspace.user(userId), channelName(shown));
      const deed = newDeed(stage, 'interactive', undefined, {}, world, () => payload);
      const interaction = await perform(deed, stage);
      const options = optionsOf(interaction.payload);
      offered.set(keyOf(shown, found), [...offeredIn(shown)(found), ...options]);
      return {
        ...interaction,
        options: options.map(({ text, value }) => ({ label: stringOf(fieldsOf(text).text), value: stringOf(value) })),
      };
    },
    async submit(given, answers: Answers = {}) {
      const view = views.find(given.id);
      if (view.type !== 'modal' || view.json.submit === undefined) throw new Error('This view has no submit button.');
      const values = filledIn(view, answers, enteredIn(view), offeredIn(view));
      const trigger = triggers.issue(view.user);
      const payload = viewSubmission(view, values, team, workspace.user(view.user), trigger);
      const about = { trigger, rootId: view.rootId };
      const interaction = await perform(
        newDeed(stage, 'interactive', undefined, about, world, () => payload),
        stage,
      );
      if (interaction.status < 300) follow(view, interaction.payload);
      return interaction;
    },
    async dismiss(given) {
      const view = views.find(given.id);
      views.close(view.user, view.json.clear_on_close === true ? 'all' : 'top');
      if (view.json.notify_on_close !== true) return undefined;
      const payload = viewClosed(view, team, workspace.user(view.user));
      return perform(
        newDeed(stage, 'interactive', undefined, {}, world, () => payload),
        stage,
      );
    },
    openHome(userId) {
      const user = workspace.user(userId);
      const home = views.home(user.id);
      return event({
        type: 'app_home_opened',
        user: user.id,
        channel: `D0${user.id}`,
        tab: 'home',
        ...(home !== undefined && { view: viewJson(home, team) }),
      });
    },
    async uninstall(first = 'tokens_revoked') {
      removeApp();
      const events = [
        { type: 'tokens_revoked', tokens: { oauth: [], bot: [team.botUserId] } },
        { type: 'app_uninstalled' },
      ];
      for (const told of first === 'tokens_revoked' ? events : events.toReversed()) await event(told);
    },
    repeat: interaction => perform(deedOf(interaction), stage),
  };
};

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select: at most 100. */
const optionsOf = (payload: unknown): readonly Fields[] => {
  const { options, option_groups: groups } = fieldsOf(payload);
  if (objectsOf(options).length > 100) throw new Error('Slack takes no more than 100 options.');
  return [...objectsOf(options), ...objectsOf(groups).flatMap(group => objectsOf(group.options))];
};

/** Errors are shown at input blocks only. */
const checkErrors = (view: View, errors: Fields): void => {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id: id }) => id);
  for (const name of Object.keys(errors))
    if (!inputs.includes(name)) throw new Error(`There is no input block "${name}" to show an error at.`);
};
