/** Results go to stdout, and only they. */

/** Resolves once the text is handed on; rejects where it cannot be written. */
export const write = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, error => (error ? reject(error) : resolve()));
  });
