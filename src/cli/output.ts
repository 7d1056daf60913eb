/** The forms in which results are written to stdout. */
import { editionDocument } from '../chat/edition-document.ts';
import { editionThread, type ThreadOptions, webPage } from '../chat/edition-thread.ts';
import { renderMarkdown } from '../chat/markdown/render.ts';
import type { Message } from '../chat/message.ts';
import { renderTerminal } from '../chat/terminal/render.ts';
import type { Edition } from '../edition/edition.ts';
import { renderEmail } from '../web/email.ts';
import { renderPage } from '../web/page.ts';
import type { EditionFormat } from './formats.ts';

/** Columns of a window, or of a page where output is no terminal, or one that does not know its width and says 0. */
export const widthOf = ({ columns }: { readonly columns?: number | undefined }): number => columns || 80;

export const showMessage = (message: Message): string =>
  renderTerminal(message, { width: widthOf(process.stdout), colour: process.stdout.hasColors?.() ?? false });

export const formatEdition = async (
  edition: Edition,
  format: EditionFormat,
  options: ThreadOptions = {},
): Promise<string> => {
  switch (format) {
    case 'text':
      return showMessage(editionThread(edition, options));
    case 'md':
      return renderMarkdown(editionDocument(edition));
    case 'json':
      return json(edition);
    case 'html':
      return renderPage(edition);
    case 'email':
      return renderEmail(edition, { page: options.publicUrl && webPage(edition, options.publicUrl) });
    case 'slack':
      return json((await import('../chat/slack/render.ts')).renderSlack(editionThread(edition, options)));
    case 'discord':
      return json((await import('../chat/discord/render.ts')).renderDiscord(editionThread(edition, options)));
  }
};

export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
