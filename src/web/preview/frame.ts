/** The window around a previewed thread: the channel with its parent message at the left, the open thread at the right. */
import { html, raw } from 'hono/html';
import { previewStyle } from './preview-style.ts';

/** Escaped text, held by Hono's template. */
export type Html = ReturnType<typeof html>;

export type PreviewedPlatform = 'slack' | 'discord';

const message = (content: Html): Html => html`
  <article class="message">
    <div class="avatar" aria-hidden="true">E</div>
    <div>
      <p class="sender"><strong>Engineering @ Scale</strong> <span class="badge">APP</span> <time>08:00</time></p>
      ${content}
    </div>
  </article>`;

/** A whole page; it has no script and asks for nothing. */
export const previewFrame = (
  platform: PreviewedPlatform,
  parents: readonly Html[],
  replies: readonly Html[],
): Promise<string> =>
  Promise.resolve(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The edition as ${platform === 'slack' ? 'Slack' : 'Discord'} shows it</title>
<style>${raw(previewStyle)}</style>
</head>
<body class="${platform}${replies.length === 0 ? ' alone' : ''}">
<main><h1># engineering</h1>${parents.map(message)}${replies.length === 0 ? '' : html`<p class="replies">${replies.length} replies</p>`}</main>
${replies.length === 0 ? '' : html`<aside><h2>Thread</h2>${replies.map(message)}</aside>`}
</body>
</html>`).then(String);
