/** What advertisements, invitations and round-ups say, in the notation of `phrase-notation.ts`. */

export const marketing = `
  best-in-class
  {book/request} a demo
  coming soon
  contact {sales/us}
  customer experience
  cutting-edge
  delight
  discount(s)
  do not miss | don't miss
  download [it/the] {ebook/now/report/today/whitepaper}
  effortless(ly)
  empower(ed/ing/ment/s)
  exclusive
  fast-changing
  find out more | learn more
  follow us
  free trial
  full potential
  game-chang{er/ing}
  get started {now/today}
  limited time
  next{ /-}generation
  next level
  offer ends
  on sale
  premium
  revolutioni{s/z}{e/es/ing}
  seamless(ly)
  sign up
  sponsor(ed)
  stay tuned
  subscribe
  supercharge
  transform(ing) {its/the/their/your}
  transformative
  try it {free/now/today}
  unlock(ing/s)
  unparalleled
  visit our
  waitlist
  what matters most
  world-class
  your {brand/business/favorite/favourite/organisation/organization/team}
`;

export const events = `
  agenda
  attendees
  booth
  call for {papers/proposals/speakers}
  community {event/party}
  conference
  early bird
  hackathon
  in{ /-}person
  join us
  keynote(s)
  live( )stream
  meetup
  register {for/here/now/today}
  rsvp
  save the date
  see you {at/there}
  speakers
  summit
  ticket(s)
  webinar
  workshops
`;

export const roundUpTitles = `
  best of
  digest
  ep( )#
  excursions
  highlights
  in review
  links
  monthly | this month | week(ly)
  news we
  newsletter
  now [generally] available
  recap
  release notes | changelog
  round(-)up
  top #
  update(s)
  what(')s new
`;

export const recordingTitles = `
  ama
  episode
  listen
  live stream
  podcast
  \\[video\\]
  watch
  webinar
`;
