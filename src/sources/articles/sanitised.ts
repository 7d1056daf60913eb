/** What HTML may leave us: mark-up of text, addresses on the web, and nothing that acts, embeds, styles or names. */
import sanitizeHtml from 'sanitize-html';
import { resolveUrl } from '../text/links.ts';

const text =
  'a abbr b bdi bdo cite code data del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr';
const blocks =
  'address article aside blockquote br caption center col colgroup dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul';
const cell = ['colspan', 'rowspan'];

/**
 * The part of `html` that may be shown anywhere. Of elements that may not, the text stays, but for what nobody reads in place.
 *
 * @param base the address against which its links are resolved; those that do not lead to the web lose their address
 */
export const sanitised = (html: string, base: string): string => {
  const resolve = (name: string) => (tagName: string, attribs: sanitizeHtml.Attributes) => {
    const { [name]: reference, ...others } = attribs;
    const address = reference?.startsWith('#') ? reference : resolveUrl(reference ?? '', base);
    return { tagName, attribs: address === undefined ? others : { ...others, [name]: address } };
  };
  return sanitizeHtml(html, {
    allowedTags: `${text} ${blocks}`.split(' '),
    allowedAttributes: { '*': ['lang', 'dir'], a: ['href'], img: ['src', 'alt'], td: cell, th: cell },
    allowedSchemes: ['http', 'https'],
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    nonTextTags: ['script', 'style', 'noscript', 'template', 'textarea', 'option', 'title', 'xmp', 'svg'],
    transformTags: { a: resolve('href'), img: resolve('src'), form: 'div', dialog: 'div' },
  });
};
