/**
 * Base forms: from a word as it is inflected to what a dictionary lists it under. WordNet's rules of detachment
 * (morphy(7WN)), with the doubled consonants and the irregular forms that it keeps in lists which the package leaves out.
 */
import { type PartOfSpeech, partsOfSpeech } from './dictionary.ts';

type Ending = readonly [ending: string, instead: string];

const endings: Readonly<Record<PartOfSpeech, readonly Ending[]>> = {
  noun: [
    ['ies', 'y'],
    ['ves', 'f'],
    ['ves', 'fe'],
    ['ses', 's'],
    ['xes', 'x'],
    ['zes', 'z'],
    ['ches', 'ch'],
    ['shes', 'sh'],
    ['oes', 'o'],
    ['men', 'man'],
    ['s', ''],
  ],
  verb: [
    ['ies', 'y'],
    ['ied', 'y'],
    ['ying', 'ie'],
    ['es', 'e'],
    ['es', ''],
    ['s', ''],
    ['ed', 'e'],
    ['ed', ''],
    ['ing', 'e'],
    ['ing', ''],
  ],
  adjective: [
    ['ier', 'y'],
    ['iest', 'y'],
    ['er', 'e'],
    ['er', ''],
    ['est', 'e'],
    ['est', ''],
  ],
  adverb: [],
};

const irregularVerbs = `
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne|beat beaten|become became|begin began begun|bend bent
bet|bid|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought
catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt|dig dug|do did done does|draw drew drawn|drink drank drunk
drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown
forbid forbade forbidden|forego forewent foregone|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
freeze froze frozen|get got gotten|give gave given|go went gone goes|grind ground|grow grew grown|hang hung|have has had|hear heard|hide hid hidden
hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lay lain|light lit
lose lost|make made|mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|offset|outgrow outgrew outgrown
overcome overcame|overrun overran|oversee oversaw overseen|overtake overtook overtaken|override overrode overridden|overwrite overwrote overwritten
pay paid|prove proven|rebuild rebuilt|redo redid redone|repay repaid|rerun reran|resell resold|retell retold|rethink rethought|rewrite rewrote rewritten
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken
shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken
speed sped|spell spelt|spend spent|spin spun|split|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen|stick stuck|sting stung
strike struck|string strung|strive strove striven|swear swore sworn|sweep swept|swim swam swum|swing swung|take took taken|teach taught
tear tore torn|tell told|think thought|throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken
undo undid undone|uphold upheld|wake woke woken|wear wore worn|weave wove woven|win won|wind wound|withdraw withdrew withdrawn
withhold withheld|withstand withstood|write wrote written`;

const irregularNouns = `
analysis analyses|appendix appendices|axis axes|basis bases|child children|crisis crises|criterion criteria|foot feet|half halves|hypothesis hypotheses
index indices|knife knives|leaf leaves|life lives|man men|matrix matrices|mouse mice|parenthesis parentheses|person people|phenomenon phenomena
shelf shelves|synopsis synopses|synthesis syntheses|thesis theses|thief thieves|tooth teeth|vertex vertices|wife wives|woman women`;

const irregularAdjectives = 'good better best|bad worse worst|far farther farthest further furthest|little less least';

const formsIn = (table: string): ReadonlyMap<string, readonly string[]> => {
  const bases = new Map<string, readonly string[]>();
  for (const entry of table.trim().split(/[|\n]/)) {
    const [base = '', ...forms] = entry.split(' ');
    for (const form of forms) bases.set(form, [...(bases.get(form) ?? []), base]);
  }
  return bases;
};

const irregular: Readonly<Record<PartOfSpeech, ReadonlyMap<string, readonly string[]>>> = {
  noun: formsIn(irregularNouns),
  verb: formsIn(irregularVerbs),
  adjective: formsIn(irregularAdjectives),
  adverb: new Map(),
};

/** Shorter, what is left is an accident: `us`, `was`, `thing`. */
const shortest = 3;

const undoubled = (stem: string): readonly string[] =>
  stem.length > shortest && stem.at(-1) === stem.at(-2) ? [stem, stem.slice(0, -1)] : [stem];

const detached = (word: string, [ending, instead]: Ending): readonly string[] => {
  if (!word.endsWith(ending) || (ending === 's' && word.endsWith('ss'))) return [];
  const stem = word.slice(0, -ending.length) + instead;
  if (stem.length < shortest) return [];
  return instead === '' && ending !== 's' && ending !== 'es' ? undoubled(stem) : [stem];
};

export interface BaseForm {
  readonly lemma: string;
  readonly pos: PartOfSpeech;
}

/** What a word in lower case may be a form of, itself left out; a dictionary says which of them there are. */
export const baseFormsOf = (word: string): readonly BaseForm[] =>
  partsOfSpeech.flatMap(pos => {
    const known = irregular[pos].get(word);
    const lemmas = known ?? endings[pos].flatMap(ending => detached(word, ending));
    return [...new Set(lemmas)].map(lemma => ({ lemma, pos }));
  });
