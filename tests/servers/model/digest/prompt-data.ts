/** What a model finds in the prompts of `src/editor/prompts`: the data between tags, and the themes to choose from. */

export interface PromptData {
  /** Data by the kind of its tags: article, entries, recent, draft, refused. */
  readonly parts: ReadonlyMap<string, string>;
  readonly themes: readonly { readonly slug: string; readonly label: string }[];
}

const fenced = /<((article|entries|recent|draft|refused)-[0-9a-f]{12})>\n([\s\S]*?)\n<\/\1>/g;

export const readPrompt = ({ system, user }: { readonly system: string; readonly user: string }): PromptData => ({
  parts: new Map([...user.matchAll(fenced)].map(([, , kind = '', data = '']) => [kind, data] as const)),
  themes: [...system.matchAll(/^- `([\w-]+)`: (\p{Lu}.*)$/gmu)].map(([, slug = '', label = '']) => ({ slug, label })),
});

export interface ArticleData {
  readonly title: string;
  readonly source: string;
  readonly text: string;
}

export const readArticle = (data: string): ArticleData => {
  const [, title = '', source = '', text = ''] = /^Title: (.*)\nSource: (.*)\n\n([\s\S]*)$/.exec(data) ?? [];
  return { title, source, text };
};

/** An entry of the day as the prompt tells it; `facets` by the names that stand there. */
export interface EntryData {
  readonly label: string;
  readonly company: string;
  readonly title: string;
  readonly themes: readonly string[];
  readonly facets: ReadonlyMap<string, string>;
}

const fieldsOf = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines.flatMap(line => {
      const [, name, value] = /^([\w -]+): (.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value] as const];
    }),
  );

export const readEntries = (data: string): readonly EntryData[] =>
  data.split('\n\n').map(block => {
    const [label = '', ...lines] = block.split('\n');
    const fields = fieldsOf(lines);
    const facets = new Map(
      ['Problem', 'Approach', 'Trade-off', 'Lesson'].flatMap(name => {
        const text = fields.get(name);
        return text === undefined ? [] : [[name, text] as const];
      }),
    );
    return {
      label,
      company: fields.get('Company') ?? '',
      title: fields.get('Title') ?? '',
      themes: (fields.get('Themes') ?? '').split(', '),
      facets,
    };
  });

/** `name: value` lines of a draft; a value that is `null` is none. */
export const readDraft = (data: string): ReadonlyMap<string, string> =>
  new Map(
    data.split('\n').flatMap(line => {
      const [, name = '', value = ''] = /^([\w.[\]]+): (.*)$/.exec(line) ?? [];
      return name === '' || value === 'null' ? [] : [[name, value] as const];
    }),
  );

/** The sentences that were refused, without their facets. */
export const readRefused = (data: string): readonly string[] =>
  [...data.matchAll(/^\d+\. (?:(?:problem|approach|tradeoff|lesson): )?(.+)$/gm)].map(([, sentence = '']) => sentence);
