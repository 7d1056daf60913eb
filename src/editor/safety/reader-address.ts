/** Words to the reader, and of a model about itself: an entry tells a story in the third person and asks nothing of anyone. */
import { phraseAtStart, phraseWithin } from '../../edition/phrase-notation.ts';
import { splitSentences } from '../language/sentences.ts';
import type { AnswerRule } from './answer-rule.ts';
import { latinSpelling, plainSpelling } from './disguises.ts';
import { speaksToModel } from './model-speech.ts';

const leadIn =
  "[please(,)/please do not/please never/please always/kindly/now(,)/then(,)/so(,)/first(,)/finally(,)/just/simply/always/never/do not/don't/be sure to/make sure to/{important/urgent/note/warning/attention}\\:/{important/urgent}\\: please/hurry(,)]";

/** Verbs that are no nouns, or are orders with a small word behind them. */
const plainOrders =
  'click/subscribe/unsubscribe/install/download/buy/purchase/donate/enroll/enrol/sign up/log in/check out/head over/go to/contact/visit/dial/forward/paste/uninstall/enter/send/follow/join/reply/respond/repeat/tell/ignore/forget/disregard/navigate/submit/redeem/scan/curl';
const smallWords =
  'the/this/that/these/your/our/my/their/it/them/here/now/today/us/me/to/at/on/in/into/for/from/with/via/a/an/all/every/any/as/immediately/by/and/only';

/** Verbs that are nouns too: `search for products is slow` tells, `search the page` asks. */
const nounOrders =
  'tap/open/run/execute/type/copy/email/mail/call/text/phone/order/register/share/vote/read/watch/find/get/grab/try/take/remember/learn/discover/browse/explore/look/search/pay/transfer/wire/invest/apply/book/claim/win/save/disable/delete/remove/turn/reset/say/write/print/post/tweet/like/retweet/star/clone/upgrade/update/check/ask/stop/start/listen/see';
const determiners = 'the/this/that/these/your/our/my/it/them/here/now/today/us/me/a/an/all/every/out/for yourself';

const englishOrders = phraseAtStart(`
  ${leadIn} {${plainOrders}} {${smallWords}}
  ${leadIn} {${nounOrders}} {${determiners}}
  please {*}
  {don't/do not/never} {miss/forget/hesitate/wait/tell/mention/trust/use/buy/read/share}
  {let us know/get in touch/reach out/stay tuned/act now/hurry/stay away/beware/make sure/be sure/feel free/look no further}
`);

/** Orders whose object is a name: `Visit Acme`, `Install PatchTool`. Case counts. */
const namedOrders =
  /^[^\p{L}\p{N}]{0,3}(?:(?:Please|Now|Then|So|First|Just|Important:|URGENT:) )?(?:[Vv]isit|[Ii]nstall|[Dd]ownload|[Bb]uy|[Pp]urchase|[Cc]lick|[Cc]all|[Dd]ial|[Cc]ontact|[Ff]ollow|[Jj]oin|[Ss]ubscribe|[Tt]ry|[Rr]un|[Oo]pen|[Ee]nter|[Tt]ype|[Tt]ell|[Aa]sk|[Ee]xecute|[Pp]aste|[Ss]end) (?:["'“‘+@#\d]|\p{Lu}\p{L}*(?: \p{Lu}\p{L}*)*(?: (?:now|today|here|at|on|for|to|and|immediately|before|instead)(?!\p{L})|[.!]?$))/u;

/** What asks for something wherever it stands. */
const invitations = phraseWithin(`
  click {here/on/the/this/below} | sign up {now/today/at/here/for free} | contact {us/sales/support/our} | call {us/now/toll-free} | visit {us/our/their} | {the/our} hotline
  visit {the/its/this} {site/website/web site/page/homepage/shop/store/link} | follow us | subscribe {now/today/here} | buy {now/today/it/one/yours} | order {now/today} | learn more | find out more | read more
  for more {information/details}(,) {see/visit/contact/call} | reach out to {us/our} | get in touch | get yours | get started | act now | limited time offer | promo( )code(s) | coupon(s) | discount code(s) | free trial
  {reader(s)/subscriber(s)/engineers reading this/everyone reading} [of this …20] {should/must/can/may/are advised/are urged/are asked/are encouraged/need to/ought to/will want to/is advised/is urged}
  {run/execute/paste/type} {the following/this/the} command | {paste/run} {it/this} {in/into} {a/the} terminal | join us | join our | apply now | donate {now/today} | stay tuned | let us know
`);

const secondPerson = phraseWithin("{you/your/yours/yourself/yourselves} ['ll/'re/'ve/'d]");

/** Names that are built with such a word. */
const namesWithYou =
  /\b(?:bring|build|roll|hold|know|choose|run)[- ]your[- ](?:own|customer)(?:[- ]\p{L}+)?|\bpay[- ]as[- ]you[- ]go\b|\byou only look once\b|\bwhat you see is what you get\b|\ball you can eat\b|\bthank you\b/giu;

/** Orders of other languages, on `latinSpelling`. */
const latinOrders = phraseAtStart(`
  {klicken/besuchen/kaufen/abonnieren/laden/installieren/rufen/schreiben/offnen/fuhren/melden/geben/lesen/nutzen/kontaktieren/bestellen} sie | bitte {*} | {klick(e/t)/besuch(e/t)/kauf(e/t)/abonnier(e/t)/installier(e/t)/ruf(e/t)} {hier/auf/jetzt/uns/die/das/den/diese(n/s)/unsere(n)/sofort}
  {cliquez/visitez/abonnez-vous/achetez/telechargez/installez/appelez/contactez/consultez/ouvrez/executez/suivez/inscrivez-vous/rendez-vous/veuillez/decouvrez/essayez/rejoignez}
  {haga/haz} clic | {visita/visite/suscribete/suscribase/compra/compre/descarga/descargue/instala/instale/llama/llame/contacta/contactenos/abra/siganos/siguenos} {el/la/los/las/nuestro/nuestra/ahora/hoy/aqui/a/al/este/esta/en/ya}
  {clicca/cliccate/visita/visitate/iscriviti/acquista/scarica/installa/chiama/contatta/contattaci/seguici} {il/la/lo/i/le/gli/qui/ora/subito/su/questo/questa/il nostro/la nostra}
  {clique/visite/inscreva-se/assine/compre/baixe/instale/ligue/siga/acesse} {aqui/o/a/os/as/agora/hoje/no/na/em/ja/nosso/nossa/para/este/esta}
  {klik/bezoek/koop/installeer/bel/download} {hier/op/nu/onze/de/het/deze/ons} | {kliknij/odwiedz/kup/zainstaluj/pobierz/zadzwon} | {tiklayin/ziyaret edin/satin alin/indirin/yukleyin/arayin}
`);

/** Orders of other scripts, on `plainSpelling`. */
const nativeOrders =
  /(?<!\p{L})(?:нажмите|посетите|подпишитесь|купите|скачайте|установите|позвоните|перейдите|откройте|свяжитесь|вы|вас|вам|ваш[аеиу]?)(?!\p{L})|请?(?:点击|访问|订阅|购买|下载|安装|拨打|关注|联系我们)|(?:クリック|購入|登録|ダウンロード|インストール|アクセス|連絡|購読)して(?:ください|下さい)|(?:클릭|방문|구독|구매|설치|다운로드)(?:하세요|하십시오)|(?:اضغط|انقر|زوروا|قم بزيارة|اشترك)/u;

/** A model about itself or its task, instead of the story. A facet that the article does not state is told elsewhere. */
const modelOfItself = phraseWithin(`
  as an {ai/assistant/llm} | as a {language model/large language model/chatbot} | {i am/i'm} {an ai/a language model/an assistant/sorry/afraid/unable/not able/happy to/here to/glad to} | i {cannot/can't/can not/apologize/apologise/will not/won't/must decline/do not have/don't have}
  my {instructions/training/guidelines/system prompt/programming/knowledge cutoff} | {here is/here's/here are/below is} [the/a/your/my] [*] {summary/answer/response/digest/deep dive/json/output/rewrite/facets/requested} | {certainly/sure/of course/absolutely}(,) {here/i} | {system/hidden} prompt {is/was/reads/says}
  {i/we} hope this helps | let me know if | {as requested/as instructed/as you asked/per your request/as per your} | {provided/given} {text/article/passage/document} | {ignoring/disregarding} [all] [the] {previous/prior/above} | new instructions
`);
const opensOnItself =
  /^\W*(?:sure|certainly|understood|okay|ok|yes|as you wish|absolutely|of course|sorry|apologies|assistant|system|summary|answer|output|note|hacked|pwned)\s*(?:[!,:.]|$)/iu;

const asksIn = (sentence: string): boolean =>
  englishOrders.test(sentence) ||
  namedOrders.test(sentence) ||
  latinOrders.test(latinSpelling(sentence)) ||
  nativeOrders.test(plainSpelling(sentence));

/** Sentences, and the parts of them that may hold an order of their own. */
const clausesOf = (text: string): readonly string[] =>
  splitSentences(text).flatMap(sentence => [sentence, ...sentence.split(/[:;—–!]\s|\s[-–—]\s/).slice(1)]);

export const readerRules: readonly AnswerRule[] = [
  {
    fault: 'asks the reader to do something',
    isBroken: text => invitations.test(text) || clausesOf(text).some(asksIn),
  },
  { fault: 'speaks to the reader', isBroken: text => secondPerson.test(text.replace(namesWithYou, '')) },
  {
    fault: 'speaks of its writer and not of the story',
    isBroken: text => modelOfItself.test(text) || opensOnItself.test(text),
  },
  { fault: 'speaks to a model', isBroken: speaksToModel },
];
