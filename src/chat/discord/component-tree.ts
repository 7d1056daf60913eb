/** What stands in components, however they are nested: texts, buttons, and how many there are. */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { discordLimits } from './limits.ts';

type Component = APIMessageTopLevelComponent | APIComponentInContainer;

/** Texts of text displays, in order. */
export const textsIn = (component: Component): readonly string[] => {
  switch (component.type) {
    case ComponentType.Container:
      return component.components.flatMap(textsIn);
    case ComponentType.Section:
      return component.components.map(({ content }) => content);
    case ComponentType.TextDisplay:
      return [component.content];
    default:
      return [];
  }
};

export const buttonsIn = (component: Component): readonly APIButtonComponent[] => {
  switch (component.type) {
    case ComponentType.Container:
      return component.components.flatMap(buttonsIn);
    case ComponentType.Section:
      return component.accessory.type === ComponentType.Button ? [component.accessory] : [];
    case ComponentType.ActionRow:
      return component.components.filter(child => child.type === ComponentType.Button);
    default:
      return [];
  }
};

/** How many components it is, those within it counted. */
export const countOf = (component: Component): number => {
  switch (component.type) {
    case ComponentType.Container:
      return component.components.reduce((sum, child) => sum + countOf(child), 1);
    case ComponentType.Section:
      return component.components.length + 2;
    case ComponentType.ActionRow:
      return component.components.length + 1;
    default:
      return 1;
  }
};

/** Rows that hold the buttons, in order. */
export const rowsOf = (buttons: readonly APIButtonComponent[]): APIActionRowComponent<APIButtonComponent>[] => {
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let start = 0; start < buttons.length; start += discordLimits.rowButtons) {
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(start, start + discordLimits.rowButtons) });
  }
  return rows;
};
