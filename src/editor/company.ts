/** Tells which company a story is about, which often is not the one that tells it. */
import { companyInText } from './attribution/company-in-text.ts';
import { customerIn } from './attribution/customer.ts';
import { protagonistIn } from './attribution/protagonist.ts';
import { isSeries } from './attribution/series.ts';
import { type Publisher, tellerOf } from './attribution/tellers.ts';

/** A post of a blog, as far as it tells whom it is about. */
export interface Post {
  readonly title: string;
  /** Text of the article, blocks split by `\n`; may be empty. */
  readonly text: string;
  /** Name of the source, as in the catalogue. */
  readonly source: string;
  /** What the catalogue knows of the source, for those that an operator added. */
  readonly publisher?: Publisher;
}

export interface Attribution {
  readonly company: string;
  /** Why, for a person, in the order of the argument. */
  readonly reasons: readonly string[];
  /** True where nothing tells whom the story is about, so that it goes to the one who tells it. */
  readonly isDefault: boolean;
}

/** The same as `attributeCompany`, with its reasons. */
export const explainCompany = ({ title, text, source, publisher }: Post): Attribution => {
  const teller = tellerOf(source, publisher);
  const told = (reason: string, isDefault = false): Attribution => ({
    company: teller.company,
    reasons: [reason],
    isDefault,
  });
  const found = (name: string, ...reasons: string[]): Attribution => ({ company: name, reasons, isDefault: false });

  if (teller.kind === 'own') return told(`${source} tells of ${teller.company}'s own work`);
  if (isSeries(title)) return told(`the title names a series or a round-up of ${source}`);

  if (teller.kind === 'vendor') {
    const customer = customerIn(title, teller.company);
    if (!customer) return told(`the title tells of ${teller.company}'s own work, and of no customer`);
    return found(customer.name, `${source} tells of customers`, customer.reason);
  }

  const protagonist = protagonistIn(title, teller.kind);
  if (protagonist) return found(protagonist.name, `${source} tells of others`, protagonist.reason);
  if (teller.kind === 'essays') {
    return told(`${source} publishes essays, and the title is about no company`, true);
  }

  const inText = companyInText(text, teller);
  if (inText) return found(inText.name, 'the title is about no company', inText.reason);
  return told('neither title nor text is about one company', true);
};

/**
 * @returns the name of the company that the story is about, as readers see it
 * @example attributeCompany({ title: 'How Datadog …', text: '', source: 'ByteByteGo' }) // 'Datadog'
 */
export const attributeCompany = (post: Post): string => explainCompany(post).company;
