/** How pages and feeds tell that there is more of an article, in the notation of `phrase-notation.ts`. */

/** In a line that leads to the rest. */
export const onwards = `
  {continue/keep} reading
  {full article/full post/full story/more}( ){>>/»/›/→}(*)
  read {more/on}
  read the {complete/entire/full/original/rest/whole}
  {see/view/visit} [the] {complete/full/original/rest}
`;

/** In an invitation to pay, or to sign in, for more. */
export const paywalls = `
  {and/to} {continue reading/read the full/read the rest}…60{log( )in/sign in/sign up}
  {and/to} {continue reading/read the full/read the rest}…60{member(s/ship)/subscribe(d/r/rs)/subscription(s)}
  become {a/an} [paid/paying] {member/subscriber} to
  {log( )in/register/sign in/sign up} [now/today] to {access/continue/finish/keep/read/unlock}
  {subscribe/upgrade} [now/today] to {access/continue/finish/keep/read/unlock}
  member{ /-}only {article(s)/content/post(s)/stories/story}
  {members/subscriber(s)}{ /-}only
  {the full/the rest/this} […40] {are/is} [exclusively/only] [available] {for/to} [our/paid/paying/premium] members
  {the full/the rest/this} […40] {are/is} [exclusively/only] [available] {for/to} [our/paid/paying/premium] subscribers
  {you have/you've} {reached/read/used} […40] free {article(s)/post(s)/stories}
`;
