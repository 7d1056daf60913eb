import type { OverviewBrief, OverviewDraft, OverviewWriter, Refusal } from '../../../src/editor/writer.ts';

/** Answers with `first`, then with `second`, and keeps what it was asked. */
export const writing = (first: OverviewDraft, second: OverviewDraft = first) => {
  const briefs: OverviewBrief[] = [];
  const refused: (readonly Refusal[])[] = [];
  const writer: OverviewWriter = {
    async write(brief) {
      briefs.push(brief);
      return first;
    },
    async rewrite(brief, _, refusals) {
      briefs.push(brief);
      refused.push(refusals);
      return second;
    },
  };
  return { writer, briefs, refused };
};
