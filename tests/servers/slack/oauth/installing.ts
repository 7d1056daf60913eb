/** A person installs the app: from its install page to Slack's question, and back to the app. */
import type { Clock } from '../clock.ts';
import { type Asked, readAsked } from './authorize.ts';
import { createBrowser } from './browser.ts';
import type { Codes } from './codes.ts';
import type { Consent, Page, Redirection } from './contract.ts';

export interface Slack {
  /** Of `/oauth/v2/authorize`. */
  readonly authorizeUrl: string;
  readonly clock: Clock;
  readonly codes: Codes;
}

const pageOf = ({ status, url, html }: Page): Page => ({ status, url, html });

/** The address of "Add to Slack" on the app's page. */
const linkTo = (target: string, html: string): string | undefined =>
  [...html.matchAll(/href="([^"]+)"/g)]
    .map(([, href = '']) => href.replaceAll('&amp;', '&'))
    .find(href => href.startsWith(target));

/** @param where The team, and the user id of the person. */
export const visit = async (
  installUrl: string,
  where: { readonly teamId: string; readonly userId: string },
  { authorizeUrl, clock, codes }: Slack,
): Promise<Consent> => {
  const browser = createBrowser(clock);
  const landing = await browser.open(installUrl, 'elsewhere', authorizeUrl);
  const url = landing.location ?? linkTo(authorizeUrl, landing.html);
  if (url === undefined)
    throw new Error(`${installUrl} answers ${landing.status} and does not lead to ${authorizeUrl}: ${landing.html}`);
  const slack = await fetch(url);
  if (slack.status !== 200) throw new Error(`Slack refuses to ask: ${await slack.text()} (${url})`);
  const asked: Asked = readAsked(new URL(url).searchParams);

  const back = (outcome: Readonly<Record<string, string>>): Redirection => {
    const addressWith = (changed: Readonly<Record<string, string>>): string => {
      const target = new URL(asked.redirectUri);
      for (const [name, value] of Object.entries({ ...outcome, state: asked.state, ...changed }))
        if (value !== '') target.searchParams.set(name, value);
      return target.href;
    };
    return {
      url: addressWith({}),
      code: outcome.code ?? '',
      state: asked.state,
      async follow({ cookies = 'kept', ...changed } = {}) {
        const carrier = cookies === 'kept' ? browser : createBrowser(clock);
        return pageOf(await carrier.open(addressWith(changed), 'elsewhere'));
      },
    };
  };

  return {
    ...asked,
    url,
    allow: () => back({ code: codes.issue({ ...where, scopes: asked.scopes, redirectUri: asked.redirectUri }) }),
    deny: () => back({ error: 'access_denied' }),
  };
};
