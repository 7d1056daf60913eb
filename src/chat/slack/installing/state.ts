/**
 * The `state` of an install, by which the way back from Slack is known to be that of whoever went there
 * (https://datatracker.ietf.org/doc/html/rfc6749#section-10.12). It is signed, so that any process can check it, good for ten
 * minutes and for one time; that it is this browser's is seen by the cookie that `InstallProvider` sets.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallURLOptions, StateStore } from '@slack/bolt';
import type { Heard } from '../../../archive/heard.ts';
import { minute } from '../../../edition/duration.ts';
import { InstallError } from './install-error.ts';

/** Milliseconds; as long as a code of Slack. https://docs.slack.dev/authentication/installing-with-oauth */
export const stateLifetime = 10 * minute;

export interface StateSettings {
  /** Of the app, which all its processes have. */
  readonly clientSecret: string;
  /** What is asked of Slack at each install. */
  readonly asked: InstallURLOptions;
  /** Tells which states were used, by whichever process; for at least as long as one is good. */
  readonly heard: Heard;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const nonceBytes = 16;

/** Letters and digits, `-`, `_` and `.`: it goes through an address and a cookie as it is. */
export const createStateStore = ({ clientSecret, asked, heard, now }: StateSettings): StateStore => {
  const signatureOf = (text: string): string =>
    createHmac('sha256', clientSecret).update(`state of an install\0${text}`).digest('base64url');

  const isSigned = (text: string, signature: string): boolean => {
    const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(text))];
    return given.length === right.length && timingSafeEqual(given, right);
  };

  return {
    generateStateParam: async () => {
      const text = `${randomBytes(nonceBytes).toString('base64url')}.${(now() + stateLifetime).toString(36)}`;
      return `${text}.${signatureOf(text)}`;
    },
    verifyStateParam: async (_date, state) => {
      const [nonce = '', until = '', signature = ''] = state.split('.');
      if (!isSigned(`${nonce}.${until}`, signature)) throw new InstallError('This way to install the app is not ours.');
      if (Number.parseInt(until, 36) < now()) {
        throw new InstallError('It took more than ten minutes, which is for how long an install may take.');
      }
      if (!(await heard.isFirst(`install ${nonce}`))) throw new InstallError('This install was gone through before.');
      return asked;
    },
  };
};
