/** A name that a rule found in a headline, with the rule in words. */
export interface Finding {
  readonly name: string;
  readonly reason: string;
}

/** Looks for one figure of speech. Rules stand in order of trust: the first that finds something decides. */
export type Rule<Input> = (input: Input) => Finding | undefined;

export const firstFinding = <Input>(rules: readonly Rule<Input>[], input: Input): Finding | undefined => {
  for (const rule of rules) {
    const finding = rule(input);
    if (finding) return finding;
  }
  return undefined;
};
