/** `--explain`: what became of each article of the day, and why. */
import type { Decision } from '../editor/edit.ts';

const titles: Readonly<Record<Decision['decision'], string>> = {
  'deep-dive': 'Deep Dives',
  'also-published': 'Also published',
  merged: 'Other tellings of the same story',
  'published-before': 'Told or listed by an earlier edition',
};

const oneDecision = ({ title, company, source, url, reasons }: Decision): string =>
  [`  ${title || url} · ${company} · ${source}`, ...reasons.map(reason => `    - ${reason}`)].join('\n');

/** A section for each kind of decision, in the order of the edition; says so where an edition came from the archive. */
export const explain = (decisions: readonly Decision[]): string => {
  if (decisions.length === 0) return 'No decisions to explain: the edition came from the archive. Use --rebuild.\n';
  const sections = [...Map.groupBy(decisions, ({ decision }) => decision)].map(
    ([decision, all]) => `${titles[decision]}\n${all.map(oneDecision).join('\n')}`,
  );
  return `${sections.join('\n\n')}\n`;
};
