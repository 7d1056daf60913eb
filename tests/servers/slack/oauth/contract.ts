/** Installing the app with OAuth, as the person who does it sees it. https://docs.slack.dev/authentication/installing-with-oauth */

/** A page that the app shows. */
export interface Page {
  readonly status: number;
  /** Where it stands, after all redirects. */
  readonly url: string;
  readonly html: string;
}

/** The way back to the app, not gone yet. */
export interface Redirection {
  /** The app's redirect URL with `code` and `state`, or with `error` and `state`. */
  readonly url: string;
  /** Empty where the person denied it. */
  readonly code: string;
  readonly state: string;
  /**
   * Goes there with the browser's cookies, and may go again. `state` and `code` take the place of Slack's (empty: none at all);
   * `cookies: 'dropped'` goes as another browser would.
   */
  follow(how?: {
    readonly state?: string;
    readonly code?: string;
    readonly cookies?: 'kept' | 'dropped';
  }): Promise<Page>;
}

/** What Slack asks the person: may this app do that? */
export interface Consent {
  /** Slack's page. */
  readonly url: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  /** Empty where the app sent none. */
  readonly state: string;
  /** Issues a code: good for ten minutes, and once. */
  allow(): Redirection;
  /** `error=access_denied`. */
  deny(): Redirection;
}
