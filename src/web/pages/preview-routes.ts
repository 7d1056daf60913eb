/** `/preview`: the thread of an edition as each platform shows it, for any filter; to operators also that of each channel. */
import { listSubscriptions } from '../../archive/subscriptions.ts';
import { isOperator } from '../operator.ts';
import type { AddRoutes } from '../parts.ts';
import { readAsked } from '../preview/asked.ts';
import { makePreview } from '../preview/make-preview.ts';
import { noPreviewPage } from '../preview/preview-page.ts';

export const previewRoutes: AddRoutes = (site, parts) => {
  const { archive, pages, paths } = parts;
  site.get('/preview', async context => {
    const asked = readAsked(new URL(context.req.url).searchParams);
    if (asked === undefined) return context.html(await noPreviewPage(paths, notUnderstood), 400);
    if (!isOperator(context, parts)) {
      if (asked.channel !== undefined) return context.html(await noPreviewPage(paths, forOperators), 403);
      return pages.respond(context, `/preview ${JSON.stringify(asked)}`, () => makePreview(parts, asked, undefined));
    }
    // Channels come and go without a new edition, and are for nobody's cache.
    const content = await makePreview(parts, asked, await listSubscriptions(archive));
    if (content === undefined) return context.notFound();
    const { body, type, status = 200 } = content;
    return context.body(body, status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  });
};

const notUnderstood =
  'The address cannot be understood: date is YYYY-MM-DD, platform is slack or discord, and theme and company are at most 20 names each.';

const forOperators =
  'What a channel gets is shown to operators: with OPERATOR_TOKEN as a Bearer token, or, where the site is not public, from the machine itself.';
