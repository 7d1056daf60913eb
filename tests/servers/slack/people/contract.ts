/** What people do in the loopback Slack, and what they get for it. */
import type { Fields, Message, View } from '../contract.ts';

/** What a person was shown for a deed: by the acknowledgement or through its response URL. */
export interface Answer {
  readonly via: 'acknowledgement' | 'response_url';
  readonly body: Fields;
  /** The message as it stands after the answer; undefined where the answer deleted it or showed nothing. */
  readonly shown: Message | undefined;
}

/** A deed that the app has acknowledged. */
export interface Interaction {
  /** 200 in Socket Mode; over HTTP what the app answered. */
  readonly status: number;
  /** The acknowledgement's payload; undefined for an empty one. */
  readonly payload: unknown;
  /** From sending to acknowledgement, by the server's clock. */
  readonly milliseconds: number;
  /** What was sent. */
  readonly sent: Fields;
  /** All that was shown so far. */
  readonly answers: readonly Answer[];
  /** Resolves with the next answer that was not handed out before. Rejects when the server closes before. */
  answer(): Promise<Answer>;
  /** Resolves with the next view that the app opened, pushed or updated for this deed. */
  view(): Promise<View>;
}

/** Options that a select was offered. */
export interface Offered extends Interaction {
  readonly options: readonly { readonly label: string; readonly value: string }[];
}

/** What a person fills in, by `action_id` or `block_id`: a text, a time (HH:MM), a date, or values of options. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/**
 * Each deed resolves once the app has acknowledged it.
 * Rejects with `operation_timeout` in its message where that takes longer than 3 s: it is what the person is shown.
 * https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response
 */
export interface People {
  /** Types `/digest WORDS`. */
  command(
    words: string,
    by: { readonly user: string; readonly channel: string; readonly command?: string },
  ): Promise<Interaction>;
  /** Presses a button of a message or view, named by its `action_id`, its value or what it says. */
  press(button: string, on: Message | View, user: string): Promise<Interaction>;
  /** Picks in a select, picker, checkbox group or overflow menu outside a form, named by its `action_id`. */
  choose(action: string, values: string | readonly string[], on: Message | View, user: string): Promise<Interaction>;
  /** Types into a select that asks the app for its options. The options may then be picked in `choose` and `submit`. */
  type(action: string, words: string, on: Message | View, user: string): Promise<Offered>;
  /**
   * Submits a modal. What is not answered keeps its initial value.
   * @throws Error where Slack's client would not submit: a required field is empty, an option was never offered.
   */
  submit(view: View, answers?: Answers): Promise<Interaction>;
  /** Closes a modal; `view_closed` is sent where the view asks for it. */
  dismiss(view: View): Promise<Interaction | undefined>;
  /** Opens the app's home tab. */
  openHome(user: string): Promise<Interaction>;
  /** An event of the Events API, e.g. `{type: 'channel_archive', channel, user}`. Retried as Slack does until acknowledged. */
  event(event: Fields): Promise<Interaction>;
  /**
   * Removes the app from the team: its tokens are refused, `tokens_revoked` and `app_uninstalled` are sent, in an order that
   * Slack does not promise. https://docs.slack.dev/reference/events/app_uninstalled
   */
  uninstall(first?: 'tokens_revoked' | 'app_uninstalled'): Promise<void>;
  /** The same once more, as a network or an impatient person repeats it: same envelope, same trigger, same response URL. */
  repeat(interaction: Interaction): Promise<Interaction>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
}

/** What is wrong with a request: not Slack's at all, or one that was recorded and is sent again later. */
export type Forgery = 'wrong-signature' | 'no-signature' | 'six-minutes-old';

export interface HttpPeople extends People {
  /** A request that the app must refuse: a slash command that is forged. */
  forge(forgery: Forgery, words: string, by: { readonly user: string; readonly channel: string }): Promise<HttpAnswer>;
  /** The challenge that Slack sends when the address is set. */
  verifyUrl(challenge: string): Promise<HttpAnswer>;
  /** The check of the certificate: unsigned, `ssl_check=1`. */
  checkSsl(): Promise<HttpAnswer>;
}
