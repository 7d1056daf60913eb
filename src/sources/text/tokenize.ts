/** Walks the tags of a text in one pass that keeps no tree, so that its time grows with the length alone. */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

const nothing = () => {};

const ignoreAll: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
};

/**
 * Calls back with the positions of what is found, entities left as they stand.
 * @param callbacks receives a function that ends the walk early
 */
export const tokenize = (
  text: string,
  language: 'xml' | 'html',
  callbacks: (stop: () => void) => Partial<TokenizerCallbacks>,
): void => {
  const tokenizer: Tokenizer = new Tokenizer(
    { xmlMode: language === 'xml', decodeEntities: false },
    { ...ignoreAll, ...callbacks(() => tokenizer.pause()) },
  );
  tokenizer.write(text);
  tokenizer.end();
};
