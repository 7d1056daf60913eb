/** The pages that somebody sees who installed the app, or could not: plain words, and nothing of others'. */
import type { ServerResponse } from 'node:http';

export interface Page {
  readonly status: number;
  readonly heading: string;
  /** Paragraphs, each plain text. */
  readonly text: readonly string[];
  /** Whether it has a link by which to begin again. */
  readonly again?: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, character => entities[character] ?? '');

const style = `
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto; padding: 0 1.5rem; }
  h1 { font-size: 1.6rem; line-height: 1.2; }
  :root { color-scheme: light dark; }
`;

/** Relative, so that it holds behind whatever proxy: both pages stand in one folder. */
const installLink = '<p><a href="install">Begin again</a></p>';

const htmlOf = ({ heading, text, again = false }: Page): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(heading)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${text.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('\n')}
${again ? installLink : ''}
</main>
</body>
</html>
`;

/** The address holds a code, which is not to be told on; and nothing is to be run or framed here. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

export const showPage = (response: ServerResponse, page: Page): void => {
  response.writeHead(page.status, headers).end(htmlOf(page));
};

/** @param workspace As its people call it. */
export const installedPage = (workspace: string, botName: string): Page => ({
  status: 200,
  heading: `Engineering @ Scale is in ${workspace}`,
  text: [
    `Go on in Slack: type /invite @${botName} in a channel, then /digest subscribe to have the edition there each morning.`,
    'To look things up, /digest works in every channel. You can close this page.',
  ],
});

export const deniedPage: Page = {
  status: 400,
  heading: 'The app was not installed',
  text: [
    'It was declined on the page of Slack, so nothing was changed. You can close this page, or install it after all.',
  ],
  again: true,
};

/** @param why A sentence. */
export const notInstalledPage = (why: string): Page => ({
  status: 400,
  heading: 'The app was not installed',
  text: [why, 'Nothing was changed. Begin again, and go through it in this browser and in one go.'],
  again: true,
});

export const failedPage: Page = {
  status: 500,
  heading: 'The app could not be installed',
  text: [
    'Something went wrong on our side. Try again in a few minutes.',
    'Where it happens again, tell whoever runs this bot: its log says what it was.',
  ],
  again: true,
};
