/** A page that is the window of a client: the channel with its parent message at the left, the open thread at the right. */
import { html, raw } from 'hono/html';
import { type DrawnPart, type DrawnThread, drawnMessage, isParent, platformNames, replyCount } from './drawing.ts';
import { previewStyle } from './preview-style.ts';

/** It has no script and asks for nothing. */
export const previewFrame = async ({ platform, parts }: DrawnThread): Promise<string> => {
  const [parents, replies] = [parts.filter(isParent), parts.filter(part => !isParent(part))];
  const message = ({ content }: DrawnPart) => drawnMessage(content);
  const page = await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The edition as ${platformNames[platform]} shows it</title>
<style>${raw(previewStyle)}</style>
</head>
<body class="client ${platform}${replies.length === 0 ? ' alone' : ''}">
<main class="window ${platform}"><h1># engineering</h1>${parents.map(message)}${replies.length === 0 ? '' : replyCount(replies.length)}</main>
${replies.length === 0 ? '' : html`<aside class="window ${platform}"><h2>Thread</h2>${replies.map(message)}</aside>`}
</body>
</html>`;
  return page.toString();
};
