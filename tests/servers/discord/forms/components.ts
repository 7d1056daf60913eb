/** Components of a message, with and without Components V2: https://docs.discord.com/developers/components/reference */
import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { fault, isRecord } from './form.ts';
import { button, componentId, entitySelects, stringSelect } from './interactive.ts';

const media = z.object({ url: z.string().min(1).max(2_048) });

export const textDisplay = z.object({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: z.string().min(1).max(4_000),
});

const thumbnail = z.object({
  type: z.literal(ComponentType.Thumbnail),
  id: componentId,
  media,
  description: z.string().max(1_024).nullish(),
  spoiler: z.boolean().nullish(),
});

const [userSelect, roleSelect, mentionableSelect, channelSelect] = entitySelects;
export const selects = z.union(
  [stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect].filter(one => one !== undefined),
);

/** Up to five buttons, or one select. */
const actionRow = z
  .object({ type: z.literal(ComponentType.ActionRow), id: componentId, components: z.array(z.unknown()).min(1).max(5) })
  .superRefine((row, context) => {
    for (const [index, one] of row.components.entries()) {
      const read = (typeOf(one) === ComponentType.Button ? button : selects).safeParse(one);
      for (const issue of read.error?.issues ?? []) {
        context.addIssue({ ...fault('COMPONENT_INVALID', issue.message, ['components', index, ...issue.path]) });
      }
    }
    const others = row.components.filter(one => typeOf(one) !== ComponentType.Button).length;
    if (others > 0 && row.components.length > 1) {
      context.addIssue(
        fault('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', ['components']),
      );
    }
  });

const section = z.object({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: z.array(textDisplay).min(1).max(3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.object({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: z
    .array(z.object({ media, description: z.string().max(1_024).nullish(), spoiler: z.boolean().nullish() }))
    .min(1)
    .max(10),
});

const file = z.object({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: z.object({ url: z.string().startsWith('attachment://') }),
  spoiler: z.boolean().nullish(),
});

const separator = z.object({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: z.boolean().nullish(),
  spacing: z.union([z.literal(1), z.literal(2)]).nullish(),
});

const inContainer = [actionRow, section, textDisplay, gallery, file, separator] as const;

const container = z.object({
  type: z.literal(ComponentType.Container),
  id: componentId,
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
  accent_color: z.int().min(0).max(0xffffff).nullish(),
  spoiler: z.boolean().nullish(),
});

/** Without the flag IS_COMPONENTS_V2: up to five rows. */
export const classicComponents = z.array(actionRow).max(5).superRefine(checkTree);

/** With it: at most 40 components, nested ones counted too, and 4,000 characters of text in all of them together. */
export const layoutComponents = z
  .array(z.discriminatedUnion('type', [...inContainer, container]))
  .superRefine(checkTree);

const maximumComponents = 40;
const maximumCharacters = 4_000;

/** Rules over all components of a message or a modal. */
export function checkTree(roots: readonly unknown[], context: z.RefinementCtx): void {
  const all = roots.flatMap(one => flatten(one));
  if (all.length > maximumComponents) {
    context.addIssue(fault('BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${maximumComponents} in length.`));
  }
  const characters = all
    .filter(one => one.type === ComponentType.TextDisplay)
    .reduce((sum, { content }) => sum + (typeof content === 'string' ? content.length : 0), 0);
  if (characters > maximumCharacters) {
    context.addIssue(
      fault(
        'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
        `The total displayable text size exceeds the maximum of ${maximumCharacters}`,
      ),
    );
  }
  if (hasTwice(all.map(({ custom_id }) => custom_id))) {
    context.addIssue(fault('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'));
  }
  if (hasTwice(all.map(({ id }) => id).filter(id => id !== 0))) {
    context.addIssue(fault('COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated'));
  }
}

/** A component and all that are within it, the outermost first. */
export function flatten(one: unknown): readonly Record<string, unknown>[] {
  if (!isRecord(one)) return [];
  const inner = Array.isArray(one.components) ? one.components : [];
  return [one, ...inner.flatMap(flatten), ...flatten(one.accessory), ...flatten(one.component)];
}

/** Numbers the components that have no id yet, as the reference says, from 1 on and around those that are taken. */
export function numberComponents(roots: readonly unknown[]): readonly Record<string, unknown>[] {
  const copies = roots.filter(isRecord).map(one => structuredClone(one));
  const all = copies.flatMap(flatten);
  const taken = new Set(all.map(({ id }) => id));
  let last = 0;
  for (const one of all) {
    if (typeof one.id === 'number' && one.id !== 0) continue;
    do last += 1;
    while (taken.has(last));
    one.id = last;
  }
  return copies;
}

const hasTwice = (values: readonly unknown[]): boolean => {
  const given = values.filter(value => value !== undefined && value !== null);
  return new Set(given).size < given.length;
};

const typeOf = (one: unknown): unknown => (isRecord(one) ? one.type : undefined);
