/** Takes the pictures of the README: the recorded day's thread and a look-up as Slack and Discord show them, from the very parts that are posted, the preview of both, and pages of the site. `npm run pictures` */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium as playwright } from 'playwright-core';
import { renderDiscord } from '../../src/chat/discord/render.ts';
import { editionThread } from '../../src/chat/edition-thread.ts';
import { renderSlack } from '../../src/chat/slack/render.ts';
import { build } from '../../src/cli/build.ts';
import { createLocalAnswer } from '../../src/cli/local-conversation.ts';
import { openPreview } from '../../src/cli/opening-preview.ts';
import { recordedParts } from '../../src/cli/parts.ts';
import { createProgress } from '../../src/cli/progress.ts';
import { readConfig } from '../../src/config.ts';
import { previewDiscordThread, previewSlackThread } from '../../src/web/preview/preview.ts';

/** Debian's. */
const executablePath = '/usr/bin/chromium';
const thread = { width: 1240, height: 820 };
const answer = { width: 720, height: 880 };
const phone = { width: 390, height: 780 };
const asked = 'theme:sandboxing isolates';

const progress = createProgress(process.stderr);
const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
const parts = await recordedParts(readConfig({ DATABASE_URL: join(scratch, 'archive.db') }));
const browser = await playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const { edition } = await build(parts, {}, progress);
  const digest = editionThread(edition);
  const message = await createLocalAnswer(parts.archive)(asked);
  const pictures = [
    { name: 'slack', content: await previewSlackThread(renderSlack(digest)), viewport: thread },
    { name: 'discord', content: await previewDiscordThread(renderDiscord(digest)), viewport: thread },
    { name: 'slack-look-up', content: await previewSlackThread(renderSlack(message)), viewport: answer },
    { name: 'discord-look-up', content: await previewDiscordThread(renderDiscord(message)), viewport: answer },
  ];
  for (const { name, content, viewport } of pictures) {
    const page = await browser.newPage({ viewport });
    await page.setContent(content);
    await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  }
  const site = await openPreview(parts, async () => {});
  const pages = [
    { name: 'preview', path: '/preview', viewport: thread },
    { name: 'web', path: '/', viewport: thread },
    { name: 'web-search', path: `/search?q=${encodeURIComponent(asked)}`, viewport: thread },
    { name: 'web-phone', path: '/', viewport: phone, colorScheme: 'dark' as const },
  ];
  for (const { name, path, ...form } of pages) {
    const page = await browser.newPage(form);
    await page.goto(new URL(path, site.address).href);
    await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
  }
  await site.close();
} finally {
  progress.stop();
  await browser.close();
  await parts.close();
  rmSync(scratch, { recursive: true });
}
