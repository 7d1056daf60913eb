/** Whether a writer takes a story for what its reference does. */

const fold = (name: string): string => name.replaceAll('’', "'").trim().toLowerCase();

export const isSameCompany = (given: string, wanted: string): boolean => fold(given) === fold(wanted);

/** F1 of two sets of slugs, 0 to 1: neither a theme too many nor one too few goes unpunished. */
export const agreementOfThemes = (given: readonly string[], wanted: readonly string[]): number => {
  const shared = new Set(given).intersection(new Set(wanted)).size;
  return shared === 0 ? 0 : (2 * shared) / (new Set(given).size + new Set(wanted).size);
};
