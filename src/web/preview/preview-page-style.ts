/** The style of the page around the previewed windows. It follows the site's. */
export const previewPageStyle = `
body:has(.preview) { max-width: 100rem; }
.preview > .byline { margin-bottom: 1rem; }
.preview form.filter { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; }
.preview form.filter details { flex-basis: 100%; margin: 0; }
.preview :is(select, button, input[type=date]) { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--line); border-radius: .375rem; padding: .2rem .6rem; min-height: 2.25rem; }
.preview form.filter button { color: var(--paper); background: var(--link); border-color: var(--link); padding: .2rem 1rem; cursor: pointer; }
.preview fieldset { border: 0; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; font-size: .9375rem; }
.preview legend { padding: 0; color: var(--soft); }
.preview .channels { margin-top: .75rem; } .preview [aria-current] { font-weight: 650; }
.preview .note { background: var(--tint); border-left: 3px solid var(--link); padding: .5rem 1rem; }
.jumps { display: none; margin: 1rem 0; } .jumps a { margin-right: 1rem; }
.windows { display: grid; gap: 1.25rem; margin-top: 1.25rem; align-items: start; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.windows .window { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.window .limits { list-style: none; display: flex; flex-wrap: wrap; gap: 0 1rem; margin: 8px 0 0; padding: 0; font-size: 12px; line-height: 1.5; color: var(--dim); }
.window .limits meter { width: 3rem; height: .8rem; vertical-align: -.1rem; }
.why h2 { margin-top: 0; } .why h3 { margin: 1.5rem 0 .5rem; } .why .count { color: var(--soft); font-weight: 400; }
.why ul { margin: 0; padding: 0; list-style: none; } .why li { margin-bottom: 1rem; font-size: .9375rem; line-height: 1.45; } .why p { margin: 0; }
.why li ul { margin-top: .25rem; padding-left: .75rem; border-left: 2px solid var(--line); } .why li li { margin: 0 0 .2rem; font-size: .8125rem; color: var(--soft); }
.why .left-out { font-style: italic; font-size: .875rem; }
@media screen and (min-width: 60rem) { .windows > section { max-height: calc(100vh - 2rem); overflow-y: auto; position: sticky; top: 1rem; }
  .windows > section > h2 { position: sticky; top: 0; z-index: 1; background: var(--page, var(--paper)); } }
@media (max-width: 60rem) { .jumps { display: block; } }
`;
