/** The text and content constructs of Atom, each as HTML. */
import { decodeText } from '../text/decode.ts';
import { escapeHtml } from '../text/plain-text.ts';
import { hasElements, innerHtml, isElement, textOf } from './xml-read.ts';
import type { XmlElement } from './xml-tree.ts';

/**
 * RFC 4287 sections 3.1 and 4.1.3 by `type`; Atom 0.3 by media type and `mode`. Trimmed.
 * Markup that stands there unescaped is markup, whatever the type.
 */
export const textAsHtml = (element: XmlElement): string => {
  if (hasElements(element)) return innerHtml(wrapperOf(element)).trim();
  const text = textOf(element);
  const type = element.attributes.get('type')?.trim().toLowerCase() ?? 'text';
  if (/html/.test(type)) return text;
  if (element.attributes.get('mode') === 'base64' || !/^text(?:\/|$)|xml/.test(type)) return fromBase64(text).trim();
  return escapeHtml(text);
};

/** The single div around XHTML is not part of it (RFC 4287 section 3.1.1.3). */
const wrapperOf = (element: XmlElement): XmlElement => {
  const [only, ...others] = element.children.filter(child => isElement(child) || child.trim() !== '');
  return only !== undefined && isElement(only) && only.localName === 'div' && others.length === 0 ? only : element;
};

const fromBase64 = (text: string): string => decodeText(Buffer.from(text, 'base64'));
