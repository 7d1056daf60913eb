/** What English pages write below a story, in the notation of `phrase-notation.ts`. */

/** A heading after which the article is over, whatever follows. */
export const lastHeadings = `
  about [the] author(s)
  [#] comment(s) [#/\\(#]
  follow us [on …30]
  {get/join/sign up for/sign up to/subscribe to} {my/our/the}…40
  {join/start} the {conversation/discussion}
  leave a {comment/reply}
  newsletter
  tell us what you think
`;

/** Before a colon and what the article credits. */
export const credits = `
  categor{ies/y}
  {cover/featured/header/image} [image/photo] [credit(s)/source]
  credit(s)
  {edited/written} by
  keywords
  label(s)
  photo(s) [by/credit]
  source(s)
  tag(s)
  topic(s)
  via
`;

/** How a line below an article opens: rights, where it first appeared, calls to subscribe. */
export const closings = `
  \\(c\\)( )#
  ©
  [additional] reporting by
  click here
  copyright
  {download/get} […60] app
  filed under
  {first/originally} {appeared/published}
  follow {@/her/him/me/them/us}
  have a {story/tip}
  posted {by/in/on/under}
  share this
  sign up {for/here/now/to/today}
  subscribe {here/now/to/today}
  the post …200 [first] appeared first on
  [last] {published/updated} [on]…12#(*)
`;

/** Within a line below an article. */
export const closingsWithin = `
  all rights reserved
  contributed reporting
  contributed to this {article/post/report/story}
  this {article/post/story} [has been/is/was] {also/first/originally} {appeared/posted/published}
`;

/** Calls to do something, at the start of a block, and what for, further on in it. */
export const calls = 'join|register|sign up|subscribe';
export const mailings = 'e(-)mail list|inbox|mailing list|newsletter(s)';

/** In a short block with a link, a call to subscribe. */
export const invitations = 'click here|newsletter|sign up|subscribe';
