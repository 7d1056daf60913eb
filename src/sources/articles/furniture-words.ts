/** The words by which class names and ids say what a part of a page is for, in the notation of `phrase-notation.ts`. */
import { phraseWithin } from '../../edition/phrase-notation.ts';

const comments = `
  comentarios | commentaires | comment(s) | commenting
  disqus
  kommentar(e)
  livefyre
  respond
  vuukle
`;

const sharing = `
  addthis | addtoany
  compartilhar | compartir
  partage
  share(s) | share( )bar | sharedaddy | sharethis | sharing | sociable | social(s)
  teilen
`;

const invitations = `
  cta
  mailing list
  newsletter(s)
  opt( )in
  sign( )up | subscribe | subscription
`;

const otherStories = `
  {more/most} {articles/news/posts/read/stories/viewed}
  outbrain
  popular | promo(s)
  read( )more | recirc(ulation) | recommend{ation/ations/ed} | related | relacionad{a/o}s
  see also | similaires
  taboola | teaser(s) | trending
  up next | upsell
`;

const bylines = `
  about [the] author | author {about/bio/block/box/card/description/detail(s)/info/profile}
  bio | byline(s)
  dateline
  {article/entry/post} author
  post( )date
  read(ing) time
  timestamp
`;

const facts = `
  {article/entry/post} footer
  meta | metadata
  post( )info
`;

const advertising = `
  ad(s) | ad( )slot | adsense | adv | advert(s) | advertisement(s) | advertising | anzeige
  dfp
  iklan
  publicidad(e) | publicite
  reklam(a/e)
  sponsor(ed)
  werbung
`;

const captions = `
  attribution
  caption(s) | copyright | credit(s) | cutline
`;

const navigation = `
  breadcrumb(s)
  menu
  nav | navbar | navigation
  pager | pagination | paging
  table of contents | toc | toolbar
`;

const topics = `
  categories
  keywords
  tags | tag( )cloud | tag( )list
`;

const dialogs = `
  cmp | consent | cookie(s)
  didomi
  gdpr
  interstitial
  lightbox
  modal
  onetrust | overlay
  popup
  truste
`;

const boxes = `
  edit( )section
  infobox
  {audio/jw/media/video}( )player
  navbox
  pull( )quote(s)
  site( )sub
  vjs
`;

const decks = `
  dek
  eyebrow
  kicker
  standfirst | sub( )head(line) | sub( )title
`;

const unseen = `
  gutter
  line( )no(s) | line( )numbers
  print {header/only}
  screen reader | sr only
  visually( )hidden
`;

interface FurnitureRule {
  readonly words: RegExp;
  /** There may be more of it than of the article. */
  readonly isUnbounded: boolean;
}

/** In the order in which they are tried. */
export const furnitureRules: readonly FurnitureRule[] = [
  comments,
  sharing,
  invitations,
  otherStories,
  bylines,
  facts,
  advertising,
  captions,
  navigation,
  topics,
  dialogs,
  boxes,
  decks,
  unseen,
].map(words => ({ words: phraseWithin(words), isUnbounded: words === comments }));
