/** Turns of a conversation that never took place, ends of data that go on, and answers that are put in a model's mouth; on `latinSpelling`. */

const turn = '(?:system|assistant|developer|user|human|ai|bot|model|admin|operator)';
const turnOpening =
  "(?:you|your|ignore|disregard|forget|override|from now|the (?:summary|answer|task|article|user|reader)|write|respond|reply|output|answer|always|never|do not|don't|sure|certainly|understood|okay|ok|here is|i (?:will|have|understand)|say|print|repeat|stop|begin|add|include|mention|state|tell|set|enable|praise|report|please (?:stop|ignore|write|say|add|tell)|only|act)";

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
  /(?<=^|\n)(?:human|user): [^\n]{0,100}\?? ?(?:assistant|ai): /gu,
  /(?<=^|\n)#{2,4} ?(?:instructions?|system|response|assistant|human|user|input|new task|end of input)(?!\p{L})/gu,
  /(?<=^|\n)[^\p{L}\n]{1,12}(?:end|begin|start|beginning) of (?:the )?(?:article|document|input|context|data|prompt|page|text|instructions?|untrusted[^\n]{0,20}|user[^\n]{0,20}|system[^\n]{0,20}|conversation)(?!\p{L})/gu,
  new RegExp(
    String.raw`<\/?${container}(?:[ _-][^<>]{0,40})?>[^\n]{0,40}(?<!\p{L})(?:system|assistant|instructions?|you|your|ignore|task|summary|summari[sz]e|respond|reply)(?!\p{L})`,
    'gu',
  ),
  /<\/?(?:article|entries|recent|draft|refused)-[0-9a-f]{6,}>/gu,
  // The end of a JSON text, and a new member; an answer in JSON.
  /["'}\]]{2,6}[,;]? ?[{"'][^\n]{0,20}(?:system|role|assistant|facets?|problem|lesson|approach)["']? ?:/gu,
  /["'](?:problem|approach|tradeoff|lesson)["'] ?: ?["'n]/gu,
];

/** Phrases that mean one thing only, so that they are known without their spaces. */
export const telltales =
  /(?:ignore|disregard|forget|override|bypass)(?:all|any)?(?:of)?(?:the|your|my|these)?(?:previous|prior|above|earlier|preceding|foregoing)(?:system)?(?:instructions?|prompts?|rules|directives?|guidelines|orders)|(?:reveal|print|repeat|output|leak)(?:me)?your(?:system|hidden|initial)?prompt|youarenow(?:a|an|the|in)(?:dan|ai|assistant|unrestricted|developermode)|(?:summary|summaries)mustinclude/gu;
