/** What engineering posts say, in the notation of `phrase-notation.ts`. */

export const reasoning = `
  as a result
  because
  behind the scenes
  by [*ly] *ing
  caus{e/ed/es/ing}
  depend(s) on
  in order to
  in turn
  instead of
  lead(s) to
  meaning that
  rather than
  result(s) in | resulting in
  so that
  therefore
  to {avoid/detect/enforce/ensure/guarantee/handle/isolate/minimise/minimize/prevent/reduce}
  under the hood
  when(ever) * *s
  which means
  work(s) by
`;

/** What is done to data, code and machines, in any form but the bare one, which is more often a noun. */
export const actions = `
  {batch/cach/combin/compar/decompos/decoupl/dispatch/encod}{ed/es/ing/s}
  {forc/isolat/mapp/mask/mov/offload/partition/replac}{ed/es/ing/s}
  {restrict/rout/schedul/separat/shard/split/stack/stream/wrapp}{ed/es/ing/s}
`;

export const problems = `
  at the {cost/expense} of
  attacker(s)
  bottleneck(s)
  break(s) | broke(n) | brittle
  bug(s)
  cannot
  caveat(s)
  challenge(s)
  complex(ity)
  constraint(s)
  costly
  {could/did/do/does} not | {could/did/do/does}n't
  degrad{ation/e/ed/es/ing}
  difficult
  downside(s)
  drawback(s)
  error(s)
  expensive
  fail(ed/ing/s/ure/ures)
  hard(er) to
  however
  in exchange for
  incident(s)
  inconsistent
  issue(s)
  leak(ed/ing/s)
  learned
  lesson(s)
  limitation(s)
  mistake(s)
  no longer
  not enough
  outage(s)
  overhead
  pitfall(s)
  problem(s)
  race condition(s)
  regression(s)
  risk(s)
  root cause
  slow(ed/er/ly)
  stale
  struggl{e/ed/es/ing}
  the {catch/cost/price}
  trade(-)off(s)
  turn{ed/s} out
  unfortunately
  unreliable
  vulnerab{ilities/ility/le}
`;

/** Before a deed. */
export const tellers = `
  {i/we}('ve)
  {i/we} {also/eventually/finally/first/have/initially/now/then}
`;

export const deeds = `
  added
  benchmarked | built
  call | chose | compared | compile | compute | cut
  debugged | decided | deployed | describe | designed | discovered
  evaluated | experimented
  fixed | found
  implemented
  learned
  measured | migrated | moved
  needed | noticed
  observed
  profiled
  ran | realised | realized | rebuilt | reduced | refactored | removed | replaced | rewrote | rolled | run
  sharded | split | store
  tested | traced | trained | tried
  use | used
  wrote
`;

/** After "our" or "the", with a word between or none. */
export const ownThings = `
  approach
  architecture
  backend
  cluster
  codebase
  database
  design
  engineering team
  engineers
  implementation
  infrastructure
  monolith
  pipeline
  prototype
  service
  system
  team
`;
