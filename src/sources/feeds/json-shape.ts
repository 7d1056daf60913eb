/** Looks at a JSON text without reading it: how deep it nests, and what of a list of items is whole. */

export interface JsonShape {
  /** Lists and objects, one in another. */
  readonly depth: number;
  /** The text up to the end of the last object in the list in the outermost object, closed there; undefined where there is none. */
  readonly whole: string | undefined;
}

/** Depth of an item: in the list, in the document. */
const itemDepth = 3;

/** One pass, in constant memory. */
export const jsonShape = (text: string): JsonShape => {
  let [depth, deepest, end] = [0, 0, 0];
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (isQuoted) {
      if (character === '\\') index++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') {
      if (character === '}' && depth === itemDepth) end = index + 1;
      depth--;
    }
  }
  return { depth: deepest, whole: end === 0 ? undefined : `${text.slice(0, end)}]}` };
};
