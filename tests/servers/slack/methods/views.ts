/** Modals and home tabs. https://docs.slack.dev/reference/methods/views.open and its neighbours. */
import { viewJson } from '../json.ts';
import { SlackError } from '../slack-error.ts';
import { required, text } from '../web/arguments.ts';
import type { Method } from './method.ts';

const show =
  (how: 'open' | 'push'): Method =>
  (args, { team, triggers, views }) => {
    const trigger = required(args, 'trigger_id');
    const user = triggers.check(trigger);
    const view = views[how](user, args.view, trigger);
    triggers.exchange(trigger);
    return { view: viewJson(view, team) };
  };

const update: Method = (args, { team, views }) => {
  const view = views.find(text(args, 'view_id') || required(args, 'external_id'));
  return { view: viewJson(views.update(view, args.view, text(args, 'hash')), team) };
};

const publish: Method = (args, { team, views, workspace }) => {
  const user = workspace.user(required(args, 'user_id'));
  if (user.isDeleted) throw new SlackError('not_enabled');
  return { view: viewJson(views.publish(user.id, args.view, text(args, 'hash')), team) };
};

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': show('open'),
  'views.push': show('push'),
  'views.update': update,
  'views.publish': publish,
};
