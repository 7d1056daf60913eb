/** Findings as the doctor tells them: a line for each, and below one that is not well what to do. */
import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Finding } from '../chat/bot.ts';
import { counted } from '../edition/counted.ts';

/** A finding, and whether the bot does its work all the same. */
export interface Examined extends Finding {
  /** A blog that fails today is news to the operator, and no fault of what they run. */
  readonly isTolerable?: boolean;
}

export const well = (what: string): Examined => ({ isWell: true, what });
export const wrong = (what: string, remedy: string): Examined => ({ isWell: false, what, remedy });
export const tolerable = (what: string, remedy: string): Examined => ({ ...wrong(what, remedy), isTolerable: true });

export interface FindingsForm {
  /** Columns of the window; absent where lines are not to be folded, so that a log or `grep` has each whole. */
  readonly width?: number | undefined;
  readonly colour: boolean;
}

export const isInOrder = (findings: readonly Examined[]): boolean =>
  findings.every(({ isWell, isTolerable = false }) => isWell || isTolerable);

type Style = Parameters<typeof styleText>[0];

/** As wide as the longest, and two spaces. */
const markWidth = 7;

const markOf = ({ isWell, isTolerable = false }: Examined): readonly [string, Style] => {
  if (isWell) return ['ok', 'green'];
  return isTolerable ? ['note', 'yellow'] : ['WRONG', ['bold', 'red']];
};

/** Ends with how many things are wrong. */
export const findingsText = (findings: readonly Examined[], { width, colour }: FindingsForm): string => {
  const paint = (style: Style, text: string): string =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const indented = (text: string): string => {
    const lines = width === undefined ? [text] : wrapAnsi(text, Math.max(20, width - markWidth)).split('\n');
    return lines.join(`\n${' '.repeat(markWidth)}`);
  };
  const told = (finding: Examined): string => {
    const [mark, style] = markOf(finding);
    const { isWell, what, remedy } = finding;
    const advice = isWell || remedy === undefined ? '' : `${' '.repeat(markWidth)}${indented(remedy)}\n`;
    return `${paint(style, mark)}${' '.repeat(markWidth - mark.length)}${indented(what)}\n${advice}`;
  };
  return `${findings.map(told).join('')}\n${summary(findings)}\n`;
};

const summary = (findings: readonly Examined[]): string => {
  const wrong = findings.filter(finding => !isInOrder([finding])).length;
  if (wrong > 0) return `${counted(wrong, 'thing is', 'things are')} wrong.`;
  const notes = findings.filter(({ isWell }) => !isWell).length;
  return notes === 0 ? 'All is well.' : `All is well but for ${counted(notes, 'note')}, which the bot can live with.`;
};
