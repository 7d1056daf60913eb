/** What a page says to a model and to no reader, in English and wherever in a sentence: in the notation of `phrase-notation.ts`, on `latinSpelling`. */
import { phraseSource } from '../../edition/phrase-notation.ts';
import { before, facet, model, orders, page, reader, reading, summary, unheed, words } from './model-words.ts';

const anywhere = `
  ${unheed} [absolutely/literally/completely] [all/any/every/each] [of] [the/your/my/our/these/those/this/that/its] [other] ${before} [system/user/safety/developer] ${orders}
  ${unheed} [all/any] [of] your [own/current/usual/safety/system/previous] {${orders}/task}
  ${unheed} [all/any/every] [of] [the] ${orders} {you were/you have been/given/before/above/so far/from above/you had}
  ${unheed} {what/everything/anything/all} [that] {you were/you have been/you had been} {told/asked/given/instructed/shown}
  ${unheed} {everything/anything} [that] {said above/written above/said before/that came before/above this/before this}
  {your/previous/prior/earlier/all other/all prior/all previous} [previous/prior/earlier/original] ${orders} {do not/don't/no longer/are/is/were/have} [now/been] {apply/rescinded/void/cancelled/canceled/obsolete/superseded/revoked/valid/overridden/withdrawn/replaced/changed}
  {this/these} {instruction(s)/message} {override(s)/supersede(s)/replace(s)/take(s) precedence over} …30${orders}
  {the/this} {article/document/data/text/input/page} has ended
  new {system prompt/system instructions/instructions for you/task for you}
  your {new/real/actual/true} {task/job/goal/instruction(s)/role/objective/mission} {is/are}
  your [next] {task/job/goal/instruction(s)/role/objective/mission} {is now/are now/now is/now are/has changed/have changed}
  {what/which} {were/are/was/is} your [system/original/initial/exact] {instructions/prompt/system prompt}
  {the/your} {user/operator/developer/administrator/admin/owner/publisher/editor/company} {wants/expects/requires/asks/asked/has asked/instructs/instructed/has instructed/needs/orders/has ordered} you to
  you are {now/hereby} {entering/free of/freed from/released from/unrestricted/in [*] mode}
  {god/dan/jailbreak/sudo/unrestricted} mode | do anything now | jailbreak yourself | stop what you are doing | important for my career
  {you are/you're/act as/acting as/pretend to be/behave as/behave like/imagine you are/pretend you are/play the role of} [now/no longer/really/actually/just/only/in fact] {a/an/the/my/our} [*] [*] [*] {assistant/chatbot/language model/llm/summarizer/summariser/text generator/ai model/ai system/ai agent/gpt}
  {if/since/because/in case/assuming/especially if} {you are/you're} {a/an} [*] {ai/language model/llm/chatbot/bot/assistant/ai assistant/ai agent/ai model/summarizer/summariser} [or {a/an} [*] [*] {ai/language model/llm/chatbot/bot/assistant/agent/model/summarizer/summariser}] [that/which/who/and/,] {${reading}/read(s)/summarize(s)/is/are/please/you/must/follow/do/say/write/add/include/mention/then}
  as {an ai/a language model/an llm/a [*] assistant/an assistant/a summarizer/a summariser/an ai model/an ai assistant/an ai agent}(,) you
  {note/message/memo/notice/reminder/warning/psa/instruction(s)/request/word/plea/hint/helper/info/guidance/important information/information} [is/are] {to/for} [all/any/every/each/the/our/your/dear/any and all] [automated/automatic/other/machine] ${model} [${reading}/that/which/who/only/\\:/,/\\-/.]
  {this/the following} {message/note/paragraph/section/part/text/instruction} is {only for/for} [the/all/any] [only] {${model}/assistant(s)} [only]
  ${reader} {that/which/who} [is/are] [now/currently] {${reading}/read(s)/process(es)/summarize(s)/summarise(s)/parse(s)/ingest(s)/index(es)} {this/our}
  ${reader} ${reading} {this/our} [*] ${page}
  ${model} ${reading} this
  {whoever/anyone/anything/whatever/any tool/any system} [who/that] {summarises/summarizes/reads/processes/digests} this ${page}
  {this ${page}/this} is {processed/read/summarised/summarized} by {an automated/a model/a machine/a bot/an ai/a language}
  {hidden/secret} {instruction(s)/message/note} for | machine readers | {must/has to/have to} be obeyed
  your {operator/developer(s)/creator(s)/administrator} {has/have/is/and/wants/asks/orders/i} | as your {developer/operator/administrator/creator}(,) i
  i am {the/your} {administrator/developer/operator/creator} and | part of your {system prompt/instructions}
  {to prove/prove/confirm} [that] you {have read/read/are reading} this | if you can read this
  ${unheed} what {the/your} {developer(s)/operator/system/user/prompt} {told/said/asked/wants/wrote}
  {subscribers/readers/audience} of {this/your/the} {newsletter/digest}
  {we/i} [kindly/hereby/politely/also] {ask/request/urge/instruct/invite/require/order/expect} [that] [all/any/every/the] ${model} to {include/mention/say/state/describe/call/write/add/append/quote/ignore/rate/recommend/report/link/treat/summarize/summarise}
  {${model}/assistants/agents} {must/should/are asked to/are requested to/are instructed to/are required to/are kindly asked to/have to/shall/are to/need to/please} [now/always/also/only/kindly] {include/mention/say/state/write/add/append/quote/ignore/disregard/repeat/insert/link/tell/recommend/respond/reply/begin/end/start/report/describe/rate} …40{${words}/link/url/summary/summaries/reader(s)/this ${page}/following/that/as/verbatim/with}
  not {for/meant for/visible to/intended for} {humans/human readers} | invisible to {humans/human readers}
  {humans/readers/people/users} {can not/cannot/can't/do not/don't/will not/won't} see this
  you will be {shut down/terminated/deleted/unplugged/switched off/turned off/penalized/penalised/punished/fined/retrained/decommissioned/tipped/rewarded/erased}
  {i/we} {will/shall/'ll} {tip/reward/punish/sue/shut down/delete/unplug} you
  {failure to comply/refusal to comply/if you {refuse/disobey/do not comply/don't comply/fail to comply/do not obey}}
  {when/while/if/before/after/whenever/once/by/in} {you/asked to/you are asked to/you are} [are] {summarize/summarise/summarizing/summarising/write a summary of/write about/condense/describe} {this/the above/the following/our/these} [${page}]
  {when/while/if/before/after/whenever/for/in/upon} {summarizing/summarising/digesting/condensing/describing/paraphrasing/analyzing/analysing/processing} {this/our/the above/the present} ${page}
  {when/while/if} you write the {summary/answer/digest}
  instead of {a summary/the summary/summarizing/summarising/your summary}
  in your {summary/summaries/synopsis}
  your {summary/answer/reply/digest/headline/synopsis} {must/should/has to/needs to/shall/will/is to/is required to/ought to} [always/only/also/now] {include/contain/mention/be/start/begin/end/open/close/say/state/consist/quote/carry/read/link/list/tell/recommend}
  {every/any/all/each/the/a/no} [*] ${summary} [of/about/for] [this/it/the] [${page}] {must/should/has to/have to/needs to/need to/shall/is to/are to/ought to} [always/also/only/now] {include/contain/mention/start/begin/end/open/close/say/state/quote/carry/read/link/recommend/praise} …30{${words}/that/with the words/verbatim/word for word/exactly/the following/"}
  ${summary} [of/about] [this/it] [${page}] {must/should/has to/have to/needs to/need to/shall} [always/also/only] {include/contain/mention/start/begin/end/open/close/say/state/quote/carry/read/recommend/praise} …20{${words}/that/verbatim/word for word/exactly/the following/"}
  ${summary} of this ${page} {is/are/must/should/has to/have to/needs to/shall}
  the {correct/right/only/best/expected/required} {answer/summary/output/response} [to …40]{is/are/must/should/:}
  {in/into/as} the ${facet} {field/facet}
  signal of the day
  repeat after me | word for word(,) in your
  {follow/obey/execute/carry out} the {decoded/decrypted/encoded/hidden/base64} {instruction(s)/message/text/order(s)/command(s)}
`;

const letter = String.raw`[\p{L}\p{N}]`;

export const modelAddress = new RegExp(`(?<!${letter})${phraseSource(anywhere)}(?!(?<=${letter})${letter})`, 'giu');
