/** As much of a browser as an installation needs: it follows redirects and keeps cookies, of one app. */
import type { Clock } from '../clock.ts';
import type { Page } from './contract.ts';

interface Cookie {
  readonly value: string;
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly expires: number;
  /** Not sent where another site leads to the page. RFC 6265bis, section 5.2. */
  readonly isStrict: boolean;
}

interface Got extends Page {
  /** Where it is moved to; undefined where it stands here. */
  readonly location: string | undefined;
}

export interface Browser {
  /**
   * Follows redirects until a page stands or one leads to an address that begins with `until`.
   * @param from Whether a link of the app's own leads there, or of another site.
   */
  open(url: string, from: 'here' | 'elsewhere', until?: string): Promise<Got>;
}

const mostRedirects = 10;

const readCookie = (header: string, now: number): readonly [name: string, cookie: Cookie] => {
  const [pair = '', ...rest] = header.split(';').map(part => part.trim());
  const attributes = new Map(
    rest.map(part => {
      const [name = '', value = ''] = part.split('=');
      return [name.toLowerCase(), value];
    }),
  );
  const equals = pair.indexOf('=');
  const age = attributes.get('max-age');
  const date = attributes.get('expires');
  const expires = age === undefined ? Date.parse(date ?? '') : now + Number(age) * 1000;
  return [
    pair.slice(0, equals),
    {
      value: pair.slice(equals + 1),
      path: attributes.get('path') ?? '/',
      expires: Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires,
      isStrict: attributes.get('samesite')?.toLowerCase() === 'strict',
    },
  ];
};

export const createBrowser = (clock: Clock): Browser => {
  const jar = new Map<string, Cookie>();

  const cookiesFor = (url: string, from: 'here' | 'elsewhere'): string =>
    [...jar]
      .filter(([, { path, expires }]) => expires > clock.now() && new URL(url).pathname.startsWith(path))
      .filter(([, { isStrict }]) => from === 'here' || !isStrict)
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ');

  const get = async (url: string, from: 'here' | 'elsewhere'): Promise<Got> => {
    const cookie = cookiesFor(url, from);
    const response = await fetch(url, { redirect: 'manual', headers: cookie === '' ? {} : { cookie } });
    for (const header of response.headers.getSetCookie()) jar.set(...readCookie(header, clock.now()));
    const location = response.headers.get('location');
    const isMoved = response.status >= 300 && response.status < 400 && location !== null;
    return {
      status: response.status,
      url,
      html: await response.text(),
      location: isMoved ? new URL(location, url).href : undefined,
    };
  };

  return {
    async open(url, from, until) {
      let got = await get(url, from);
      for (let count = 0; got.location !== undefined; count += 1) {
        if (until !== undefined && got.location.startsWith(until)) return got;
        if (count === mostRedirects) throw new Error(`${url} leads in circles.`);
        got = await get(got.location, from);
      }
      return got;
    },
  };
};
