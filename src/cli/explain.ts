/** `--explain`: what became of each article of the day, and why. */
import { type Decision, decisionTitles } from '../editor/decisions.ts';
import type { Edited } from '../editor/edit.ts';

const oneDecision = ({ title, company, source, url, reasons }: Decision): string =>
  [`  ${title || url} · ${company} · ${source}`, ...reasons.map(reason => `    - ${reason}`)].join('\n');

const overviewText = ({ dropped, quoted }: Edited['overview']): readonly string[] => {
  const lines = [
    ...quoted.map(part => `quoted: ${part}`),
    ...dropped.map(({ sentence, missing }) => `dropped “${sentence}”: not in the entries: ${missing.join(', ')}`),
  ];
  return lines.length === 0 ? [] : [`Signal and Patterns\n${lines.map(line => `    - ${line}`).join('\n')}`];
};

const nothingKept =
  'No decisions are kept of this edition: nothing was published for it, or it was written before they were kept. ' +
  '--rebuild decides anew.\n';

/** A section for each kind of decision, in the order of the edition; says so where none are kept. */
export const explain = ({ decisions, overview }: Pick<Edited, 'decisions' | 'overview'>): string => {
  if (decisions.length === 0) return nothingKept;
  const sections = [...Map.groupBy(decisions, ({ decision }) => decision)].map(
    ([decision, all]) => `${decisionTitles[decision]}\n${all.map(oneDecision).join('\n')}`,
  );
  return `${[...sections, ...overviewText(overview)].join('\n\n')}\n`;
};
