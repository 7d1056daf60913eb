/** What press notes and news of companies say, in the notation of `phrase-notation.ts`. */

export const announcements = `
  a leader in
  announced today
  celebrat{e/ed/es/ing}
  commit{ment/ted} to
  customers around the world | around the world
  dedicated to
  {delighted/excited/happy/honored/honoured/pleased/proud/thrilled} to {announce/be/bring/introduce}
  {delighted/excited/happy/honored/honoured/pleased/proud/thrilled} to {partner/report/share/support/welcome}
  excited
  for immediate release
  forward-looking statements
  {global/industry/market/world}(')(s){ /-}lead{er/ing}
  join(s) forces
  journey
  leading {brand/companies/company/innovator/platform/provider}
  media contact
  milestone
  next chapter
  our {commitment/mission/values/vision}
  partnership with
  press release
  proud of
  strategic {alliance/collaboration/investment/partnership}
  testament to
  thrilled
  today(,) [*] [*] [*] announced
  trusted partner
`;

export const peopleNews = `
  alumni
  anniversary
  apply {now/today}
  appoint{ed/ment/s}
  award(s) | award-winning
  best places
  careers page
  donat{e/ed/ion/ions}
  employee resource
  episode
  finalist(s)
  forrester
  gartner
  great place to work
  heritage month
  [now/we are/we're] hiring
  intern(s/ship/ships)
  join our team
  magic quadrant
  named {a/an/as/one/to}
  new chief
  nonprofit(s)
  open {positions/roles}
  philanthrop{ic/y}
  podcast
  recogni{s/z}ed {as/by/for} | recognition
  scholarship(s)
  show notes
  volunteer(ed/ing/s)
  winner(s)
  women in tech
`;

/** Who is quoted in a press note. */
export const chiefs = `
  c{e/f/i/m/o/p/t}o
  chairman
  chief * officer
  (co/co-)founder
  managing director
  minister
  [vice] president
  vp
`;

export const sayings = 'according to | added | commented | noted | said | says | stated';

export const finance = `
  acquire(d/s) | acquisition
  analysts
  dividend
  earnings
  {first/fourth/second/third}{ /-}quarter
  fiscal {quarter/year}
  funding round
  invest{ed/ing/ment/s} {in/of}
  investor(s)
  ipo
  nasdaq
  nyse
  {financial/quarterly} results
  revenue(s)
  series {a/b/c/d/e/f}
  share {price/repurchase} | shares {fell/of/rose/sank/were}
  shareholder(s)
  stock {exchange/index/market/price} | stocks
  valuation
  wall street
`;

export const pressTitles = `
  acquire(s)
  announc{es/ing}
  appoints
  award(s)
  celebrating
  collaborat{e/es/ion}
  conference
  expand(ing/s) [its/our/their] {collaboration/partnership/presence/work}
  gift
  hiring
  honored | honoured
  invest(s) | investment
  join us | joins
  keynote
  meet the
  named
  partner(ing/s/ship)
  raises
  register
  {annual/financial/quarter} results
  sale
  summit
  team(ing/s) up
  transforming
  welcom{e/es/ing}
  wins
`;
