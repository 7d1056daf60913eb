/** The style sheet of every page. System fonts and colours only, so that nothing is fetched. */
export const style = `
:root { color-scheme: light dark; --ink: light-dark(#1d2430, #dfe3ea); --soft: light-dark(#5b6573, #98a2b3); --faint: light-dark(#6b7480, #8791a1);
  --line: light-dark(#dde2e9, #2b3240); --edge: light-dark(#8a94a3, #6b7688); --paper: light-dark(#fff, #12161d); --link: light-dark(#0b57a4, #79b8ff); --tint: light-dark(#f4f7fb, #1a202a); }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 ui-sans-serif, system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0; letter-spacing: -0.015em; text-wrap: balance; }
h2 { font-size: 1.25rem; line-height: 1.35; margin: 2.75rem 0 1rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); letter-spacing: -0.01em; }
h3 { font-size: 1.0625rem; line-height: 1.4; margin: 0; text-wrap: pretty; }
p { margin: .5rem 0; text-wrap: pretty; }
a { unicode-bidi: isolate; color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .15em; }
h3 a { text-decoration-color: color-mix(in srgb, var(--link) 40%, transparent); } h3 a:hover { text-decoration-color: inherit; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 2px; }
code { font-size: .9375em; background: var(--tint); border-radius: .25rem; padding: .05rem .3rem; }
article { margin: 0 0 2rem; scroll-margin-top: 1rem; }
article:target { box-shadow: -.75rem 0 0 var(--paper), calc(-.75rem - 3px) 0 0 var(--link); }
.byline { color: var(--soft); font-size: .9375rem; margin: .15rem 0 .5rem; }
.byline a { color: inherit; } .when { white-space: nowrap; } .byline .anchor { text-decoration: none; padding: 0 .35rem; }
.signal { background: var(--tint); border-left: 3px solid var(--link); padding: .25rem 1.25rem 1rem; margin-top: 2rem; border-radius: 0 .375rem .375rem 0; }
.signal h2 { border: 0; margin: 1rem 0 .5rem; padding: 0; }
.themes { list-style: none; display: flex; flex-wrap: wrap; gap: .35rem; margin: .6rem 0 0; padding: 0; font-size: .8125rem; color: var(--soft); }
.themes li { border: 1px solid var(--line); border-radius: 1rem; padding: .05rem .6rem; }
.themes a { color: inherit; text-decoration: none; } .themes a:hover { color: var(--link); text-decoration: underline; }
.cited { margin: .35rem 0 1.25rem; padding-left: 1.1rem; font-size: .9375rem; } .signal .cited { margin-bottom: .25rem; } .cited a { color: var(--soft); } .cited a:hover { color: var(--link); }
.also { padding-left: 1.1rem; } .also li { margin: .35rem 0; } .also span { color: var(--soft); }
.sources { columns: 2 16rem; font-size: .9375rem; color: var(--soft); padding-left: 1.1rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 1rem; }
summary { cursor: pointer; }
details { margin-top: 2rem; }
@media (max-width: 30rem) { body { padding-top: 1.25rem; } h1 { font-size: 1.5rem; } }
@media print { :root { --ink: #000; --soft: #333; --faint: #444; --line: #bbb; --paper: #fff; --link: #000; --tint: #fff; }
  html { font-size: 10pt; } body { max-width: none; padding: 0; background: #fff; color: #000; } h2, h3 { break-after: avoid; } article, .signal { break-inside: avoid; } details { display: none; }
  h3 a { text-decoration: none; } h3 a[href]::after { content: attr(href); display: block; font-weight: normal; font-size: .8125rem; } }
`;
