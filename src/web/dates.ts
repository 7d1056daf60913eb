/** Dates and months as the pages write them, of `YYYY-MM-DD`. */

const written = (options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  return day => format.format(new Date(`${day}T00:00:00Z`));
};

/** "Wednesday, April 1, 2026". */
export const fullDate = written({ dateStyle: 'full' });

/** "April 1, 2026". */
export const spokenDay = written({ dateStyle: 'long' });

/** "April 2026". */
export const monthAndYear = written({ month: 'long', year: 'numeric' });

/** "Apr 2026". */
export const shortMonth = written({ month: 'short', year: 'numeric' });
