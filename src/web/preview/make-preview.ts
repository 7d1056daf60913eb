/** Makes the page of a preview out of the archive: of an edition, for what was asked. */
import { html } from 'hono/html';
import { wantedText } from '../../../commands/subscription-text.ts';
import type { Archive } from '../../archive/archive.ts';
import { decisionsOf } from '../../archive/decisions.ts';
import { getEdition, latestEdition } from '../../archive/editions.ts';
import { createFindLabel, meantNames } from '../../archive/names.ts';
import { channelKey, type SavedSubscription } from '../../archive/subscriptions.ts';
import { editionThread } from '../../chat/edition-thread.ts';
import { editionFor, isQuiet } from '../../delivery/tailor.ts';
import type { Edition } from '../../edition/edition.ts';
import { quoted } from '../../edition/query-error.ts';
import type { Decision } from '../../editor/decisions.ts';
import { reasonForReaders } from '../../editor/reasons.ts';
import type { Content } from '../page-cache.ts';
import type { Paths } from '../paths.ts';
import type { Asked } from './asked.ts';
import { channelList } from './channel-list.ts';
import { type PreviewedPlatform, platformNames } from './drawing.ts';
import { type Filter, filterForm } from './filter-form.ts';
import { drawThread } from './preview.ts';
import { noPreviewPage, previewPage } from './preview-page.ts';

export interface PreviewParts {
  readonly archive: Archive;
  readonly paths: Paths;
}

/**
 * Undefined where there is no edition of the date that was asked for.
 * @param channels All that are subscribed, for an operator; undefined for anybody else, who sees none of them.
 */
export const makePreview = async (
  parts: PreviewParts,
  asked: Asked,
  channels: readonly SavedSubscription[] | undefined,
): Promise<Content | undefined> => {
  const { archive, paths } = parts;
  const edition = await (asked.date === undefined ? latestEdition(archive) : getEdition(archive, asked.date));
  if (edition === undefined)
    return asked.date === undefined ? content(await noPreviewPage(paths, noEdition)) : undefined;
  const channel = channels?.find(subscription => channelKey(subscription) === asked.channel);
  if (asked.channel !== undefined && channel === undefined)
    return content(await noPreviewPage(paths, `No channel ${quoted(asked.channel)} is subscribed.`), 404);
  const { filter, problems, notes } = channel ? ofChannel(channel) : await filterOf(archive, asked);
  if (problems.length > 0) return content(await noPreviewPage(paths, problems.join(' ')), 400);
  const shown = editionFor(edition, filter);
  const isSilent = isQuiet(shown) && channel?.tellsQuietDays === false;
  const message = isSilent ? undefined : editionThread(shown, threadOptions(paths));
  const decisions = await decisionsOf(archive, edition.date);
  const page = await previewPage({
    paths,
    edition,
    shown,
    decisions: channels === undefined ? forReaders(decisions) : decisions,
    threads: platformsOf(asked, channel).map(platform => drawThread(platform, message)),
    controls: html`${filterForm(paths.preview, asked, filter, edition)}${channelList(channels ?? [], asked.channel, key => channelAddress(paths, asked, key))}`,
    notes: [...notes, ...quietNotes(edition, shown, channel)],
  });
  return content(page);
};

/** Without what is the operator's own business. */
const forReaders = (decisions: readonly Decision[]): readonly Decision[] =>
  decisions.map(decision => ({ ...decision, reasons: decision.reasons.map(reasonForReaders) }));

const noEdition = 'No edition has been written yet: there is nothing to preview.';

const content = (body: string, status: 200 | 400 | 404 = 200): Content => ({
  body,
  type: 'text/html; charset=utf-8',
  status,
});

interface Filtering {
  readonly filter: Filter;
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** The names that were typed are found as those that somebody types who subscribes. */
const filterOf = async ({ db }: Archive, { themes, companies }: Asked): Promise<Filtering> => {
  const { labels, notes, unknown } = await meantNames(createFindLabel(db), { themes, companies, sources: [] });
  return {
    filter: { themes: labels.theme, companies: labels.company },
    problems: unknown.length === 0 ? [] : notes,
    notes,
  };
};

const ofChannel = (channel: SavedSubscription): Filtering => ({
  filter: channel,
  problems: [],
  notes: [
    `What the ${platformNames[channel.platform]} channel ${channel.channel} gets, which follows what is ${wantedText(channel)}.`,
    ...(channel.suspension === undefined ? [] : [`Nothing can be posted there: ${channel.suspension.reason}`]),
  ],
});

const quietNotes = (edition: Edition, shown: Edition, channel: SavedSubscription | undefined): readonly string[] => {
  if (isQuiet(edition) || !isQuiet(shown)) return [];
  const nothing = 'The day has nothing of what is followed.';
  if (channel === undefined) return [`${nothing} A channel gets nothing then, or this where it asked to be told.`];
  return [channel.tellsQuietDays ? `${nothing} The channel asked to be told so.` : `${nothing} Nothing is posted.`];
};

const platformsOf = ({ platform }: Asked, channel: SavedSubscription | undefined): readonly PreviewedPlatform[] => {
  if (channel !== undefined) return [channel.platform];
  return platform === undefined ? ['slack', 'discord'] : [platform];
};

/** As of what is posted: with the address of the site, where that is known. */
const threadOptions = (paths: Paths): { readonly publicUrl?: string } => {
  const publicUrl = paths.absolute(paths.at(''));
  return publicUrl === '' ? {} : { publicUrl };
};

const channelAddress = (paths: Paths, { date }: Asked, channel: string): string =>
  `${paths.preview}?${new URLSearchParams({ ...(date !== undefined && { date }), channel })}`;
