/** The page of a preview: what is asked for, the thread as each platform shows it, and beside it why. */
import { html } from 'hono/html';
import { type Edition, nothingPublished } from '../../edition/edition.ts';
import { previewStylePath } from '../assets.ts';
import { fullDate } from '../dates.ts';
import type { Html } from '../edition-parts.ts';
import { layout } from '../layout.ts';
import type { Paths } from '../paths.ts';
import { type DrawnThread, drawnWindow, platformNames } from './drawing.ts';
import { type Explained, whyList } from './why-list.ts';

export interface PreviewPage extends Explained {
  readonly paths: Paths;
  readonly threads: readonly DrawnThread[];
  /** What it is asked for by. */
  readonly controls: Html;
  /** What is to be said of it, such as that nothing is posted. */
  readonly notes: readonly string[];
}

export const previewPage = ({ paths, threads, controls, notes, ...explained }: PreviewPage): Promise<string> => {
  const { edition } = explained;
  const jumps = [
    ...threads.map(({ platform }) => [platform, platformNames[platform]] as const),
    ['why', 'Why'] as const,
  ];
  const main = html`
  <div class="preview">
    <h1>Preview of ${fullDate(edition.date)}</h1>
    <p class="byline">Drawn from the very messages that are posted. <a href="${paths.edition(edition.date)}">Read it as a page</a>.</p>
    ${controls}
    ${notes.map(note => html`<p class="note">${note}</p>`)}
    <nav class="jumps" aria-label="On this page">${jumps.map(([id, name]) => html`<a href="#${id}">${name}</a> `)}</nav>
    <div class="windows">
      ${threads.map(drawnWindow)}
      ${whyList(explained)}
    </div>
  </div>`;
  return frame(paths, `Preview of ${edition.date}`, descriptionOf(edition), main);
};

/** A page that says in the place of a preview why there is none. */
export const noPreviewPage = (paths: Paths, sentence: string): Promise<string> =>
  frame(paths, 'Preview', sentence, html`<h1>Preview</h1><p>${sentence}</p>`);

const descriptionOf = ({ signal }: Edition): string => signal.headline || nothingPublished;

const frame = (paths: Paths, title: string, description: string, main: Html): Promise<string> =>
  layout({ paths, title, description, path: paths.preview, isListed: false, stylePath: previewStylePath, main });
