/** https://github.com/yunyu/parse-prometheus-text-format has no types of its own; what it gives is checked (`exposition.ts`). */
declare module 'parse-prometheus-text-format' {
  const parse: (text: string) => unknown;
  export default parse;
}
