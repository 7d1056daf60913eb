/** The names of the forms of output, apart from what makes them: help and checks of arguments need no more. */
export const editionFormats = ['text', 'md', 'json', 'html', 'email', 'slack', 'discord'] as const;
export type EditionFormat = (typeof editionFormats)[number];

export const searchFormats = ['text', 'md', 'json'] as const;
export type SearchFormat = (typeof searchFormats)[number];

export const statusFormats = ['text', 'json'] as const;
export type StatusFormat = (typeof statusFormats)[number];

export const dryRunFormats = ['text', 'json'] as const;
export type DryRunFormat = (typeof dryRunFormats)[number];

export const whyFormats = ['text', 'json'] as const;
