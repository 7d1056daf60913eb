/** What English pages write above and within a story, in the notation of `phrase-notation.ts`. */

/** A whole block that says nothing but what a button or a slot is for. */
export const labels = `
  #( )min(ute)(s) [read]
  # {comment/share/like/view/clap}(s)
  ad(s)
  {add/leave/post} [a/an] comment
  advert(s/ise/isement/ising)
  back to top
  click to enlarge
  comment(s)
  continue reading [below]
  copy link
  e(-)mail
  link copied
  {listen to/read} this article
  loading [content]
  {log/sign} in
  more
  print
  read more
  reply
  {see/view} [full] {image/size}
  share [this] [article/post/story]
  sponsored [content]
  {article/story} continues [below] [advertisement]
  subscribe
  tag(s)
  tweet
`;

/** Buttons that stand in a row. */
export const buttons = `
  comment(s)
  copy link
  e(-)mail
  facebook
  flipboard
  follow
  like
  linkedin
  pin [it]
  pinterest
  post
  print
  reddit
  save
  share(s)
  submit
  telegram
  tweet
  twitter
  whatsapp
`;

/** Before a colon and the title of another page: "Related: …". */
export const pointers = `
  also {from/on}
  also read
  check out
  don't miss
  more [about/from/on]
  must{ /-}read
  [up] next
  previous(ly)
  read [also/more/next/this]
  recommended
  related [article(s)/content/coverage/post(s)/reading/stories/story]
  see {also/more}
  watch [more/now]
  you {may/might} [also] like
`;

/** A heading under which there are only links to other pages. */
export const listHeadings = `
  {breaking/featured/latest/popular/recent/top/trending} {article(s)/news/post(s)/stories}
  {in/on} this {article/page/post}
  more {articles/from/posts/stories}…40
  more
  most {popular/read}
  popular this week
  {read/see} {also/more/next}
  recommended [articles/for you/posts/reading/stories]
  related [article(s)/content/links/post(s)/reading/stories/topics]
  share [this] [article/post/story]
  [table of] contents
  {you'll/you may/you might} [also] {enjoy/like}
`;

/** Whose picture it is. */
export const pictureWords = 'courtesy|credit(s)|illustration(s)|image(s)|photo(s)|picture(s)';
export const pictureAgencies = `
  AFP
  Alamy
  AP
  Associated Press
  Bloomberg
  EPA
  Getty Images
  iStock
  Reuters
  Shutterstock
  Unsplash
`;

/** How a line opens that says who wrote the article, or when. */
export const bylines = `
  author(s)
  by
  {edited/posted/published/reviewed/written} [by/on]
  [last] {modified/updated}
`;
