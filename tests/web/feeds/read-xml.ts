/** XML as a strict parser reads it (well-formed as XML 1.0 and its namespaces have it), in a form that tests can ask. */
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** All text within, its ends trimmed. */
  readonly text: string;
}

interface Growing extends Element {
  readonly children: Growing[];
  text: string;
}

/** @throws Error where the document is not well-formed. */
export const readXml = (document: string): Element => {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' };
  const open: Growing[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  const add = (text: string): void => {
    for (const element of open) element.text += text;
  };
  parser.on('error', error => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const given = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: Growing = { name, attributes: Object.fromEntries(given), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed !== undefined) closed.text = closed.text.trim();
  });
  parser.write(document).close();
  const [document_] = root.children;
  if (document_ === undefined) throw new Error('There is no element.');
  return document_;
};

export const all = (element: Element, name: string): readonly Element[] =>
  element.children.filter(child => child.name === name);

export const one = (element: Element, name: string): Element => {
  const [found, ...more] = all(element, name);
  if (found === undefined || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} of <${name}>`);
  return found;
};
