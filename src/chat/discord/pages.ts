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

/** Pages of components, in order. Separators separate: there is none at the start or the end of a page. */
export const pagesOf = (components: readonly APIComponentInContainer[]): readonly APIComponentInContainer[][] => {
  const pages: APIComponentInContainer[][] = [];
  let page: APIComponentInContainer[] = [];
  let count = 0;
  let characters = 0;
  for (const component of components) {
    if (page.length === 0 && isSeparator(component)) continue;
    const isFull =
      count + countOf(component) > room || characters + charactersOf(component) > discordLimits.displayText;
    if (isFull) {
      pages.push(page);
      [page, count, characters] = [[], 0, 0];
      if (isSeparator(component)) continue;
    }
    page.push(component);
    count += countOf(component);
    characters += charactersOf(component);
  }
  return [...pages, page].map(withoutLastSeparators).filter(({ length }) => length > 0);
};

const isSeparator = ({ type }: APIComponentInContainer): boolean => type === ComponentType.Separator;

const withoutLastSeparators = (page: readonly APIComponentInContainer[]): APIComponentInContainer[] =>
  page.slice(0, page.findLastIndex(component => !isSeparator(component)) + 1);
