/** Plain tables: the first column to the left, figures to the right. */

/** What was not measured. */
export const unmeasured = '–';

/** @param digits after the point */
export const figure = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? unmeasured;

export const percentage = (share: number | undefined): string =>
  share === undefined ? unmeasured : `${(100 * share).toFixed(1)}%`;

/** Lines of equal length; `rows` have as many cells as `headings`. */
export const tableOf = (headings: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = headings.map((heading, column) =>
    Math.max(heading.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(headings), ...rows.map(line)].join('\n');
};
