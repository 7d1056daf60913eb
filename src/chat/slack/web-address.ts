/** Addresses that Slack may be given for a link. */
import { slackLimits } from './limits.ts';

/**
 * `href` as it may stand in a link or a button: http(s), encoded, within the limit; undefined where it cannot. A `|` is
 * encoded, as Slack writes a link `<url|text>` in places, and a feed could give it a text of its own there.
 */
export const webAddress = (href: string): string | undefined => {
  if (href.length > slackLimits.url || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
  const encoded = url.href.replaceAll('|', '%7C');
  return encoded.length > slackLimits.url ? undefined : encoded;
};
