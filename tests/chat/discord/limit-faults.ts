/** Which of Discord's documented limits a payload breaks. The figures are copied from the documentation, not from our table. */
import type { DiscordPayload } from '../../../src/chat/discord/render.ts';

type Json = { readonly [key: string]: unknown };

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const length = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** A component and all within it. */
const walk = (component: Json): readonly Json[] => [
  component,
  ...list(component.components).flatMap(walk),
  ...(isJson(component.accessory) ? walk(component.accessory) : []),
];

const containerTypes = new Set([1, 9, 10, 12, 13, 14]);

const componentFaults = (component: Json): (string | false)[] => {
  const children = list(component.components);
  switch (component.type) {
    case 1:
      return [(children.length < 1 || children.length > 5 || children.some(({ type }) => type !== 2)) && 'action row'];
    case 2: {
      const isLink = component.style === 5;
      const isAddress = typeof component.url === 'string' && /^https?:\/\/[^\s]+$/.test(component.url);
      return [
        (length(component.label) < 1 || length(component.label) > 80) && 'button label',
        isLink && (!isAddress || length(component.url) > 512 || component.custom_id !== undefined) && 'link button',
        !isLink && (length(component.custom_id) < 1 || length(component.custom_id) > 100) && 'custom id',
        !isLink && component.url !== undefined && 'address of a button that is no link',
      ];
    }
    case 9:
      return [
        (children.length < 1 || children.length > 3 || children.some(({ type }) => type !== 10)) && 'section',
        (!isJson(component.accessory) || ![2, 11].includes(Number(component.accessory.type))) && 'accessory',
      ];
    case 10:
      return [String(component.content).trim() === '' && 'empty text display'];
    case 14:
      return [];
    case 17:
      return [
        (children.length < 1 || children.some(({ type }) => !containerTypes.has(Number(type)))) && 'container',
        (Number(component.accent_color) < 0 || Number(component.accent_color) > 0xff_ff_ff) && 'accent colour',
      ];
    default:
      return [`component of type ${component.type}`];
  }
};

/** Names of limits that are broken; none for a payload that Discord takes. */
export const faultsOf = (payload: DiscordPayload): readonly string[] => {
  const body: Json = JSON.parse(JSON.stringify(payload));
  const components = list(body.components).flatMap(walk);
  const ids = components.flatMap(({ custom_id }) => (custom_id === undefined ? [] : [custom_id]));
  const texts = components.filter(({ type }) => type === 10).reduce((sum, { content }) => sum + length(content), 0);
  const embeds = list(body.embeds);
  const embedText = embeds.reduce((sum, { title, description }) => sum + length(title) + length(description), 0);
  const isV2 = (Number(body.flags ?? 0) & (1 << 15)) !== 0;
  const found: (string | false)[] = [
    components.length > 40 && 'components',
    texts > 4_000 && 'text displays',
    new Set(ids).size !== ids.length && 'custom ids that are not unique',
    isV2 && (body.content !== undefined || body.embeds !== undefined) && 'content or embeds beside components',
    !isV2 && components.some(({ type }) => type !== 1 && type !== 2) && 'new components without their flag',
    !isV2 && list(body.components).length > 5 && 'rows',
    !isV2 && length(body.content) + embeds.length + components.length === 0 && 'empty message',
    length(body.content) > 2_000 && 'content',
    body.content !== undefined && String(body.content).trim() === '' && 'empty content',
    embeds.length > 10 && 'embeds',
    embeds.some(({ title, description }) => length(title) > 256 || length(description) > 4_096) && 'embed',
    embedText > 6_000 && 'text of embeds',
    JSON.stringify(body.allowed_mentions) !== '{"parse":[]}' && 'mentions',
    !JSON.stringify(body).isWellFormed() && 'halves of characters',
    ...components.flatMap(componentFaults),
  ];
  return found.filter(fault => fault !== false);
};
