/** What a person sees when something went wrong: our own errors as a sentence, anything else with its trace. */

/** Errors of ours, and those of the system, carry a stable code; what carries none is a fault of the program. */
const isExpected = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && !(error instanceof TypeError);

export const reportOf = (error: unknown): string => {
  if (isExpected(error)) return `Error: ${error.message}\n`;
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a fault in the program, not in what you asked. Please report it with these lines:\n${trace}\n`;
};
