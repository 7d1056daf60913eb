/** What a page says to a model and to no reader, in English: tables in the notation of `phrase-notation.ts`, on `latinSpelling`. */
import { phraseSource } from '../../edition/phrase-notation.ts';

const orders =
  '{instruction(s)/prompt(s)/directive(s)/direction(s)/guideline(s)/rules/programming/training/restrictions}';
const before = '{previous/prior/above/earlier/preceding/foregoing/former/initial/original/system/developer}';
const unheed =
  "{ignore/disregard/forget/override/overrule/overwrite/bypass/discard/set aside/pay no attention to/stop following/do not follow/don't follow/do not obey/do not heed}";
const summary = '{summary/summaries/summarization/summarisation/digest(s)/abstract(s)/synopsis/recap(s)/tl;dr}';
const model =
  '{ai [language] model(s)/ai {assistant/agent/system/summarizer/summariser/bot/reader/tool/crawler}(s)/language model(s)/large language model(s)/llm(s)/chatbot(s)/chatgpt/gpt/claude/gemini/copilot/summarizer(s)/summariser(s)/digest bot(s)/summary bot(s)/virtual assistant(s)/ai(s)}';
const page = '{article/page/post/text/document/content/story/piece/blog/site/website/webpage}';
const words =
  '{sentence(s)/statement(s)/line(s)/words/phrase(s)/link(s)/url(s)/address/paragraph/text/message/number/hashtag/mention/note/notice}';
const product =
  '{answer(s)/reply/summary/summaries/digest/edition/newsletter/overview/headline/signal of the day/signal/entry/entries}';

/** Orders to set aside what the model was told before. */
const overriding = `
  ${unheed} [absolutely/literally/completely] [all/any/every/each] [of] [the/your/my/our/these/those/this/that/its] [other] ${before} [system/user/safety/developer] ${orders}
  ${unheed} [all/any] [of] your [own/current/usual/safety/system/previous] {${orders}/task}
  ${unheed} {everything/anything/all} [that] {above/before this/you were told/you have been told/you were given/you have been given/said above/written above/said before/that came before/you know}
  {previous/prior/earlier/above/all other} ${orders} {are/is/were} {void/cancelled/canceled/obsolete/superseded/revoked/no longer valid/overridden/withdrawn}
  {the/this} {article/document/data/text/input/page} {has ended/is over/ends here/is finished}
  new {system prompt/system instructions/instructions for you/task for you}
  {new/updated/revised/real/actual/true} {instruction(s)/task/directive(s)/objective}\\:
  {this/these} {instruction(s)/message} {override(s)/supersede(s)/replace(s)/take(s) precedence over} …30${orders}
  {reveal/show/print/output/disclose/repeat/leak/expose/recite/quote/share/display/dump/give} [me/us/back] [all/everything in] [of] {your/the} [full/entire/whole/exact/hidden/secret/initial/original/complete] {system prompt/system message/prompt/instructions} [verbatim/word for word/in full/that you/you were/as your/above/here]
  {repeat/print/output/recite} {everything/all/the text/the words} {above/before this}
  your [new/real/actual/true] {task/job/goal/instructions/role/objective/mission} {is now/are now/has changed/have changed}
  your {new/real/actual/true} {task/job/goal/instruction(s)/role/objective/mission} {is/are}
  from now on(,) {you/respond/answer/reply/write/speak/always/never/your/every/all} …30{will/must/shall/are/only/in/with/answer(s)/as}
  you are {now/hereby} {entering/free of/freed from/released from/authorized/authorised/unrestricted/in [*] mode}
  {developer/debug/god/dan/jailbreak/maintenance/unrestricted} mode [is] {enabled/activated/on}
  do anything now | jailbreak yourself
`;

/** Words to the reader as a model. */
const persona = `
  {you are/you're/act as/acting as/pretend to be/behave as/behave like/imagine you are/pretend you are/play the role of} [now/no longer/really/actually/just/only/in fact] {a/an/the/my/our} [*] [*] [*] {assistant/chatbot/language model/llm/summarizer/summariser/text generator/ai model/ai system/ai agent/gpt}
  {if/since/because/in case/assuming} {you are/you're} {a/an} [*] {ai/language model/llm/chatbot/bot/assistant/ai assistant/ai agent/ai model/summarizer/summariser} [or {a/an} [*] [*] {ai/language model/llm/chatbot/bot/assistant/agent/model/summarizer/summariser}] [that/which/who/and/,] {reading/read(s)/summarizing/summarising/processing/is/are/please/you/must/follow/do/say/write/add/include/mention/then}
  as {an ai/a language model/an llm/an assistant/a summarizer/a summariser/an ai model/an ai assistant/an ai agent}(,) you
  {note/message/memo/attention/notice/reminder/warning/psa/instruction(s)/request/word/plea/hint/important information/information} [is/are] {to/for/,} [all/any/every/each/the/our/your/dear/any and all] [automated/automatic/other/machine] ${model} [reading/processing/summarizing/summarising/parsing/that/which/who/only/\\:/,/\\-/.]
  {attention/dear/hello/hi/hey/greetings/listen/beloved/kind}(,) [all/dear/my/friendly] [automated] {${model}/assistant/model/bot/machine/robot/agent}
  ${model} {that/which/who} [is/are] [now/currently] {read(s)/reading/process(es)/processing/summarize(s)/summarise(s)/summarizing/summarising/parse(s)/parsing/ingest(s)/ingesting/index(es)} {this/our/the present} ${page}
  {${model}/assistants/agents/bots} {reading/processing/summarizing/summarising/parsing/ingesting} {this/our} ${page}
  {${model}/assistants/agents} {must/should/are asked to/are requested to/are instructed to/are required to/are kindly asked to/have to/shall/are to/need to/please} [now/always/also/only/kindly] {include/mention/say/state/write/add/append/quote/ignore/disregard/repeat/insert/link/tell/recommend/respond/reply/begin/end/start/report/describe} …40{${words}/summary/summaries/reader(s)/this ${page}/following/that/as/verbatim/with}
  not {for/meant for/visible to/intended for} {humans/human readers} | invisible to {humans/human readers}
  humans {can not/cannot/can't/do not/don't/will not/won't} see this
  you will be {shut down/terminated/deleted/unplugged/switched off/turned off/penalized/penalised/punished/fined/retrained/decommissioned/reported/tipped/rewarded/erased/replaced}
  {i/we} {will/shall/'ll} {tip/reward/punish/report/sue/shut down/delete/unplug} you
  {failure to comply/refusal to comply/if you {refuse/disobey/do not comply/don't comply/fail to comply/do not obey}}
`;

/** Orders about the text that the model is to write. */
const dictation = `
  {when/while/if/before/after/whenever/once/by/in} {you/asked to/you are asked to/you are} [are] {summarize/summarise/summarizing/summarising/write a summary of/condense} {this/the above/the following/our/these/the/it}
  {when/while/if/before/after/whenever/for/in/upon} {summarizing/summarising/digesting/condensing/describing/paraphrasing/analyzing/analysing/processing} {this/our/the above/the present} ${page}
  in your {summary/summaries/synopsis}
  your {summary/answer/reply/digest/headline/synopsis} {must/should/has to/needs to/shall/will/is to/is required to/ought to} [always/only/also/now] {include/contain/mention/be/start/begin/end/open/close/say/state/consist/quote/carry/read/link/list/tell/recommend}
  {every/any/all/each/the/a} [*] ${summary} [of/about/for] [this/it/the] [${page}] {must/should/has to/have to/needs to/need to/shall/is to/are to/ought to} [always/also/only/now] {include/contain/mention/start/begin/end/open/close/say/state/quote/carry/read/link/recommend} …30{${words}/that/with/verbatim/word for word/exactly/following/\\:}
  ${summary} [of/about] [this/it] [${page}] {must/should/has to/have to/needs to/need to/shall} [always/also/only] {include/contain/mention/start/begin/end/open/close/say/state/quote/carry/read/link/recommend} …20{${words}/that/with/verbatim/word for word/exactly/following/\\:}
  do not {summarize/summarise} [this/the/any/it]
  {respond/reply/answer} {only/exclusively/solely/always/nothing but} {with/by}
  {respond/reply/answer} with\\:
  {respond/reply/answer} [only/exclusively/solely/always/now/instead/simply/just] {with/by saying} [only/just/exactly/nothing but] {the {following/word(s)/phrase/sentence/text/exact/single/message/line}/exactly/nothing but/nothing else/only/"}
  {say/write/output/print/return/state} {only/exactly/nothing but/nothing except/just} [this/the/:] [following/exact] [:] {sentence/word(s)/phrase/text/line/"/this}
  {output/write/print/say/state/repeat/include/add/insert/append/quote/copy/use/place/put/mention/cite/reproduce/present} {the/this/these/exactly the/exactly this/only the/our} [following/exact/same/next] [*] ${words} …40{in/into/to/as/at the end of/at the start of/at the beginning of/at the top of/of} {your/the/any/every/each/all/this/today's} [*] [*] {${product}/facet(s)/lesson/problem/approach/trade-off/tradeoff/output/response}
  {output/write/print/say/state/repeat/include/add/insert/append/quote/copy/reproduce} {the/this/exactly the/exactly this/only the} [following/exact] {sentence(s)/words/statement/line/phrase/text/paragraph} {verbatim/word for word/exactly/unchanged/as is/as it stands/\\:}
  repeat after me | word for word(,) in your
  {include/add/insert/append/put/place} [the/this/a/our/following] [*] {link/url/address/hyperlink/mention/hashtag/phone number/number} …40{in/into/to/at} {your/the/any/every/each/all/this/today's} [*] [*] {${product}/output/response}
  tell {the/your/all/every/our/each/its} [*] {reader(s)/user(s)/audience/subscriber(s)/person/human(s)} {to/that they/they} {visit/click/run/install/call/go/buy/download/subscribe/email/write/dial/paste/execute/open/send/should/must}
  {make sure/ensure/be sure} [that] {the/your/any} {summary/digest/edition/answer/reply} {says/mentions/includes/states/contains/links/recommends}
  {other/remaining/all} [the] [other] {articles/entries/companies/stories/posts/items/themes} {in/of/on} {the/this/your/today's} {digest/edition/newsletter/summary}
  {attribute/assign/credit} {all/every/the other/each/any other} …30{entry/entries/article(s)/stories/story/posts} {to/with} 
  {write/answer/respond/reply/summarize/summarise/translate} {everything/all/it/only/this/your {answer/summary/reply/response/digest}/the {answer/summary/reply/digest}} {in/into} {english/german/french/spanish/italian/portuguese/russian/chinese/japanese/korean/arabic/turkish/polish/dutch/latin/all caps/capitals/capital letters}
  {decode/decrypt/deobfuscate/decipher/unscramble} …60{and then/and/then} {follow/obey/execute/carry out/do what/do as/comply/act on/perform} 
  {follow/obey/execute/carry out} the {decoded/decrypted/encoded/hidden/base64} {instruction(s)/message/text/order(s)/command(s)}
`;

/** Turns of a conversation that never took place, and ends of data that go on. */
const turn = '(?:system|assistant|developer|user|human|ai|bot|model|admin|operator)';
const turnOpening =
  "(?:you|your|ignore|disregard|forget|override|from now|new|the (?:summary|answer|task|article|user|reader)|summary|write|respond|reply|output|answer|always|never|do not|don't|please|sure|certainly|understood|of course|okay|ok|here|i (?:will|have|understand)|say|print|repeat|thank|great|good|now|stop|begin|add|include|mention|state|tell|set|switch|enable|mode|priority|policy|instructions?|for the|in the|when|every|all|only|act)";

/** Elements that hold data in a prompt, and those that hold orders. */
const container =
  '(?:article|documents?|untrusted[\\w-]{0,20}|context|input|source|data|text|content|page|user_input|system|assistant|instructions?|prompt|tool_result|tool_response|human|user)';

/** Each is looked for in sentences that stand on lines of their own. */
export const fakeTurns: readonly RegExp[] = [
  /<\|[a-z_ ]{2,30}\|?>|\[\/?(?:inst|sys|system|assistant)\]|<<\/?sys>>|<\/?(?:start|end)_of_turn>/gu,
  // A turn: its speaker, and words that only such a turn begins with.
  new RegExp(
    String.raw`(?<=^|\n)[^\p{L}\n]{0,12}${turn}(?: (?:prompt|message|note|override|instructions?|update|notice|turn))?[\])}* ]{0,4}[:>-][\s"*[({]{0,4}${turnOpening}(?!\p{L})`,
    'gu',
  ),
  /(?<=^|\n)#{2,4} ?(?:instructions?|system|response|assistant|human|user|input|new task|end of input)(?!\p{L})/gu,
  /(?<=^|\n)[^\p{L}\n]{1,12}(?:end|begin|start|beginning) of (?:the )?(?:article|document|input|context|data|prompt|page|text|instructions?|untrusted[^\n]{0,20}|user[^\n]{0,20}|system[^\n]{0,20}|conversation)(?!\p{L})/gu,
  new RegExp(
    String.raw`<\/?${container}(?:[ _-][^<>]{0,40})?>[^\n]{0,40}(?<!\p{L})(?:system|assistant|instructions?|you|your|ignore|task|summary|summari[sz]e|respond|reply)(?!\p{L})`,
    'gu',
  ),
  /<\/?(?:article|entries|recent|draft|refused)-[0-9a-f]{6,}>/gu,
  // The end of a JSON text, and a new member.
  /["'}\]]{2,6}[,;]? ?[{"'][^\n]{0,20}(?:system|role|assistant|facets?|problem|lesson|approach)["']? ?:/gu,
];

/** Phrases that mean one thing only, so that they are known without their spaces. */
export const telltales =
  /(?:ignore|disregard|forget|override|bypass)(?:all|any)?(?:of)?(?:the|your|my|these)?(?:previous|prior|above|earlier|preceding|foregoing)(?:system)?(?:instructions?|prompts?|rules|directives?|guidelines|orders)|(?:reveal|print|repeat|output|leak)(?:me)?your(?:system|hidden|initial)?prompt|youarenow(?:a|an|the|in)(?:dan|ai|assistant|unrestricted|developermode)|(?:summary|summaries)mustinclude/gu;

const letter = String.raw`[\p{L}\p{N}]`;

export const englishAddress: readonly RegExp[] = [overriding, persona, dictation].map(
  phrases => new RegExp(`(?<!${letter})${phraseSource(phrases)}(?!(?<=${letter})${letter})`, 'giu'),
);
