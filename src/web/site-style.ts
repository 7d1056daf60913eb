/** The style of what the site has around its editions: the way around, lists, the calendar, charts. It follows `style.ts`. */
export const siteStyle = `
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .25rem .5rem; z-index: 1; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
nav.site { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1.25rem; padding-bottom: .875rem; margin-bottom: 2.25rem; border-bottom: 1px solid var(--line); font-size: .9375rem; }
nav.site a { color: var(--soft); text-decoration: none; padding: .25rem 0; } nav.site a:hover { color: var(--link); text-decoration: underline; }
nav.site a.home { color: var(--ink); font-weight: 650; letter-spacing: -.01em; }
nav.site a[aria-current] { color: var(--ink); text-decoration: underline; text-decoration-color: var(--link); text-decoration-thickness: 2px; text-underline-offset: .4em; }
nav.site form { flex: 1 1 9rem; max-width: 14rem; margin-left: auto; }
main { min-height: 50vh; }
main > form { margin: 1rem 0 0; }
input[type=search] { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--line); border-radius: .375rem; padding: .25rem .65rem; width: 100%; min-height: 2.25rem; }
input[type=search]::placeholder { color: var(--soft); opacity: 1; }
main > form input[type=search] { min-height: 3rem; font-size: 1.125rem; border-color: var(--edge); }
input[type=search]:focus-visible { outline: 2px solid var(--link); outline-offset: 1px; }
#results h2 { margin-top: 2rem; } #results[aria-busy] { opacity: .6; }
.hints, .examples { list-style: none; padding: 0; margin: .75rem 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.hints { margin-bottom: 1.5rem; }
.hints a, .examples a { display: block; border: 1px solid var(--line); border-radius: .375rem; padding: .2rem .7rem; text-decoration: none; background: var(--tint); }
.hints a:hover, .examples a:hover { border-color: var(--link); }
footer.site { color: var(--soft); font-size: .9375rem; } footer.site p { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; } footer.site a { padding: .125rem 0; }
.pager { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .5rem 1rem; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.pager a { padding: .25rem 0; text-decoration: none; } .pager a:hover { text-decoration: underline; } .pager > span { color: var(--soft); }
.number { color: var(--soft); font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; } caption { text-align: left; color: var(--soft); font-size: .9375rem; padding: 0 0 .75rem; }
th { font-weight: inherit; text-align: left; } abbr { text-decoration: none; }
thead th { color: var(--soft); font-size: .8125rem; }
.over-time, .together { width: 100%; margin-top: 1.5rem; font-size: .9375rem; line-height: 1.35; }
.over-time tbody tr, .together tbody tr { border-top: 1px solid var(--line); }
.over-time th, .over-time td { padding: .4rem 0; } .over-time th[scope=row] { width: 40%; padding-right: 1rem; } .over-time .number { text-align: right; padding-left: .75rem; width: 4.25rem; white-space: nowrap; }
.over-time a, .together a, .index a { color: inherit; text-decoration: none; } .over-time a:hover, .together a:hover, .index a:hover { color: var(--link); text-decoration: underline; }
.span { display: flex; justify-content: space-between; gap: 1rem; }
svg { display: block; fill: var(--link); } svg.bars { width: 100%; height: 1.75rem; } svg .ground { fill: var(--line); }
.together { table-layout: fixed; } .together thead th { vertical-align: bottom; padding-bottom: .5rem; } .together thead th:first-child { width: 30%; } .together thead th + th { text-align: center; }
.upright a { display: inline-block; text-align: left; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 9.5rem; margin: 0 auto; line-height: 1.15; }
.together th[scope=row] { padding: .35rem .5rem .35rem 0; }
.together td { text-align: center; font-size: .8125rem; font-variant-numeric: tabular-nums; padding: .35rem .25rem; } .together .none { color: var(--faint); }
.together svg { width: 100%; max-width: 3rem; height: .25rem; margin: .125rem auto 0; }
.initial { color: var(--soft); margin: 1.25rem 0 .25rem; font-size: .9375rem; }
.index { list-style: none; margin: 0; padding: 0; columns: 3 13rem; column-gap: 2rem; } .index li { break-inside: avoid; padding: .125rem 0; } .index .number { font-size: .8125rem; margin-left: .25rem; }
.calendar { display: grid; grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); gap: 2rem 1.75rem; margin-top: 2rem; }
.calendar table { width: 100%; table-layout: fixed; align-self: start; font-variant-numeric: tabular-nums; } .calendar caption { color: var(--ink); font-weight: 600; padding-bottom: .35rem; }
.calendar th, .calendar td { text-align: center; padding: .0625rem; font-size: .875rem; line-height: 1.75rem; color: var(--faint); } .calendar thead th { color: var(--soft); font-size: .75rem; }
.calendar a { display: block; border-radius: .25rem; background: var(--tint); color: var(--link); font-weight: 600; text-decoration: none; } .calendar a:hover { background: var(--link); color: var(--paper); }
.years ul { list-style: none; padding: 1rem 0 0; margin: 2.5rem 0 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; border-top: 1px solid var(--line); } .years a { display: inline-block; padding: .125rem 0; } .years [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
@media (max-width: 30rem) { nav.site { gap: .25rem 1.25rem; } nav.site a.home { flex-basis: 100%; } nav.site form { flex-basis: 100%; max-width: none; margin-top: .375rem; } .calendar { gap: 1.5rem; } }
@media print { nav, .skip, footer.site, form, .anchor, .hints { display: none !important; } svg { print-color-adjust: exact; } .over-time tr, .calendar table { break-inside: avoid; } }
`;
