/** Bodies of messages and components, small enough to say what a test is about. */
import { ComponentType, MessageFlags } from 'discord-api-types/v10';

export const text = (length: number) => ({ type: ComponentType.TextDisplay, content: 'x'.repeat(length) });
export const button = (custom_id: string) => ({ type: ComponentType.Button, style: 1, label: 'Next', custom_id });
export const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });
export const layout = (...components: object[]) => ({ flags: MessageFlags.IsComponentsV2, components });
export const embed = (rest: object) => ({ embeds: [{ title: 'Title', ...rest }] });
export const link = (url: string) => ({ type: ComponentType.Button, style: 5, label: 'Read', url });
export const option = { label: 'Kafka', value: 'kafka' };
export const select = (rest: object) => ({
  type: ComponentType.StringSelect,
  custom_id: 'theme',
  options: [option],
  ...rest,
});
