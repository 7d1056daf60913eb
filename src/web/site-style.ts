/** The style of what the site has around its editions: the way around, lists, the calendar, charts. It follows `style.ts`. */
export const siteStyle = `
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; }
nav.site { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.25rem; padding-bottom: 1rem; margin-bottom: 2rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
nav.site a { color: var(--soft); text-decoration: none; } nav.site a:hover { color: var(--link); text-decoration: underline; }
nav.site a.home { color: var(--ink); font-weight: 650; }
nav.site form { margin-left: auto; }
input[type=search] { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--line); border-radius: .375rem; padding: .25rem .6rem; width: 100%; min-height: 2.25rem; }
input[type=search]:focus-visible, button:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
footer.site { color: var(--soft); font-size: .9375rem; } footer.site a { margin-right: 1rem; }
.themes a { color: inherit; text-decoration: none; } .themes a:hover { text-decoration: underline; }
.neighbours { display: flex; justify-content: space-between; gap: 1rem; margin-top: 3rem; }
@media print { nav.site, footer.site, .skip, .neighbours { display: none; } a { color: inherit; } }
`;
