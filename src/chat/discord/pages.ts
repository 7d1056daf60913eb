/** Components on as few pages as Discord's limits allow, each a message. */
import { type APIComponentInContainer, ComponentType } from 'discord-api-types/v10';
import { buttonsIn, countOf, textsIn } from './component-tree.ts';
import { discordLimits } from './limits.ts';

/** A container is a component itself. */
const room = discordLimits.components - 1;

/** Labels of buttons are counted too: Discord documents the sum of text displays, and to stay below costs nothing. */
const charactersOf = (component: APIComponentInContainer): number =>
  [...textsIn(component), ...buttonsIn(component).map(button => ('label' in button && button.label) || '')].reduce(
    (sum, text) => sum + text.length,
    0,
  );

/** With the comma that joins it to the next. */
const bytesOf = (component: APIComponentInContainer): number => Buffer.byteLength(JSON.stringify(component)) + 1;

/** What has its buttons in rows of a plain message has no room for more. */
const mostButtons = discordLimits.rows * discordLimits.rowButtons;

interface Size {
  readonly components: number;
  readonly buttons: number;
  readonly characters: number;
  readonly bytes: number;
}

const empty: Size = { components: 0, buttons: 0, characters: 0, bytes: 0 };

const sum = (size: Size, component: APIComponentInContainer): Size => ({
  components: size.components + countOf(component),
  buttons: size.buttons + buttonsIn(component).length,
  characters: size.characters + charactersOf(component),
  bytes: size.bytes + bytesOf(component),
});

const fits = ({ components, buttons, characters, bytes }: Size): boolean =>
  components <= room &&
  buttons <= mostButtons &&
  characters <= discordLimits.displayText &&
  bytes <= discordLimits.componentsJson;

/** Pages of components, in order. Separators separate: there is none at the start or the end of a page. */
export const pagesOf = (components: readonly APIComponentInContainer[]): readonly APIComponentInContainer[][] => {
  const pages: APIComponentInContainer[][] = [];
  let page: APIComponentInContainer[] = [];
  let size = empty;
  for (const component of components) {
    if (page.length === 0 && isSeparator(component)) continue;
    if (!fits(sum(size, component))) {
      pages.push(page);
      [page, size] = [[], empty];
      if (isSeparator(component)) continue;
    }
    page.push(component);
    size = sum(size, component);
  }
  return [...pages, page].map(withoutLastSeparators).filter(({ length }) => length > 0);
};

const isSeparator = ({ type }: APIComponentInContainer): boolean => type === ComponentType.Separator;

const withoutLastSeparators = (page: readonly APIComponentInContainer[]): APIComponentInContainer[] =>
  page.slice(0, page.findLastIndex(component => !isSeparator(component)) + 1);
