/** How it is said who wrote an edition, and what that cost. */
import { counted } from './counted.ts';
import type { Edition, Usage } from './edition.ts';

/** The name by which readers know a model: without its provider, or the address of its server. */
const modelLabel = (writer: string): string => writer.replace(/^https?:\/\/.*#|^\w+:/, '');

/** For readers: `written by NAME, checked against the articles`; undefined where every sentence is quoted. */
export const writtenBy = ({ writer }: Pick<Edition, 'writer'>): string | undefined =>
  writer === 'extractive' ? undefined : `written by ${modelLabel(writer)}, checked against the articles`;

const round = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 2 });

/** For the operator: `19 calls (12 answers known from before), 80,123 tokens in and 6,021 out, 31.2 seconds, about $0.33`. */
export const costText = ({ calls, tokensIn, tokensOut, cached, seconds, price }: Usage): string =>
  [
    `${counted(calls, 'call')}${cached === 0 ? '' : ` (${counted(cached, 'answer')} known from before)`}`,
    `${round.format(tokensIn)} tokens in and ${round.format(tokensOut)} out`,
    `${round.format(seconds)} seconds`,
    ...(price === undefined ? [] : [`about ${money.format(price)}`]),
  ].join(', ');
