/** The style sheet of every page. System fonts and colours only, so that nothing is fetched. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #dfe3ea); --soft: light-dark(#5b6573, #98a2b3);
  --line: light-dark(#dde2e9, #2b3240); --paper: light-dark(#fff, #12161d); --link: light-dark(#0b57a4, #79b8ff); --tint: light-dark(#f4f7fb, #1a202a); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 ui-sans-serif, system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; letter-spacing: -0.01em; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0; }
p { margin: .5rem 0; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
article { margin: 0 0 2rem; }
.byline { color: var(--soft); font-size: .9375rem; margin: .15rem 0 .5rem; }
.signal { background: var(--tint); border-left: 3px solid var(--link); padding: .25rem 1.25rem 1rem; margin-top: 2rem; border-radius: 0 .375rem .375rem 0; }
.signal h2 { border: 0; margin: 1rem 0 .5rem; padding: 0; }
.themes { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; margin: .6rem 0 0; padding: 0; font-size: .8125rem; color: var(--soft); }
.themes li { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; }
.sources { columns: 2 16rem; font-size: .9375rem; color: var(--soft); }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
summary { cursor: pointer; }
@media print { body { max-width: none; font-size: 10.5pt; } article, .signal { break-inside: avoid; } details { display: none; } }
`;
