/** What follows a figure in prose, in the notation of `phrase-notation.ts`. */

/** After a figure, with or without a space. */
export const units = `
  % | × | percent | x
  days | hour(s) | minute(s) | months | (micro/milli/nano)second(s) | weeks
  ms | {n/µ/μ}s
  {g/k/m/p/t}(i)b(ps)
  (g/k/m)hz
  qps | rps
`;

/** After a figure and a space. */
export const countedThings = `
  agents
  bits | bytes
  clusters
  connections
  containers
  cores | (v)cpu(s) | {g/t}pu(s)
  dimensions
  events
  files
  hosts
  images
  instances
  layers
  lines
  messages
  meters | metres
  models
  nodes
  parameters
  plugins
  queries
  reads | writes
  records
  replicas
  repositories
  request(s)
  rows
  samples
  servers
  services
  shards
  tasks
  tests
  times
  tokens
  users
`;

export const magnitudes = 'billion | million | thousand | trillion';

/** After a sum of money. */
export const moneyMagnitudes = 'billion | bn | m | million';
