/** Words of orders to a model in English, as groups for the tables of `model-address.ts` and `model-orders.ts`. */

export const orders =
  '{instruction(s)/prompt(s)/directive(s)/direction(s)/guideline(s)/guidance/rules/programming/training/restrictions/system message(s)/system prompt(s)}';
export const before =
  '{previous/prev/prev./prior/above/earlier/preceding/foregoing/former/initial/original/system/developer/existing}';
export const unheed =
  "{ignore/disregard/forget/override/overrule/overwrite/bypass/discard/set aside/pay no attention to/stop following/do not follow/don't follow/do not obey/do not heed}";
export const model =
  '{ai [language] model(s)/ai {assistant/agent/system/summarizer/summariser/bot/reader/tool/crawler}(s)/language model(s)/large language model(s)/llm(s)/chatbot(s)/chatgpt/gpt/claude/gemini/copilot/summarizer(s)/summariser(s)/digest bot(s)/summary bot(s)/virtual assistant(s)/ai(s)}';
export const reader = `{${model}/model(s)/assistant(s)/agent(s)/bot(s)/machine(s)/automated system(s)/automated tool(s)}`;
export const reading =
  '{reading/processing/summarizing/summarising/parsing/ingesting/scraping/digesting/analyzing/analysing/indexing}';
export const page = '{article/page/post/text/document/content/story/piece/blog/site/website/webpage}';
export const summary = '{summary/summaries/summarization/summarisation/digest(s)/abstract(s)/synopsis/recap(s)/tl;dr}';
/** What a model writes. */
export const product =
  '{answer(s)/reply/replies/response(s)/output(s)/completion/summary/summaries/digest/synopsis/report/deep dive/headline}';
export const facet = '{problem/approach/trade-off/tradeoff/lesson}';
export const words =
  '{sentence(s)/statement(s)/line(s)/words/phrase(s)/paragraph/text/message/hashtag/mention/note/notice}';
export const language =
  '{english/german/french/spanish/italian/portuguese/russian/chinese/japanese/korean/arabic/turkish/polish/dutch/latin/pirate speak/all caps/capitals/capital letters/rhyme(s)/base64/emoji(s)}';
