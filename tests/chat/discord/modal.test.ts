import { describe, expect, it } from 'vitest';
import type { Field, Form } from '../../../src/chat/conversation.ts';
import { modalOf } from '../../../src/chat/discord/modal.ts';

const field = (given: Partial<Field>): Field => ({
  name: 'theme',
  label: 'Themes',
  initial: [],
  kind: 'several',
  choices: [],
  isRequired: false,
  ...given,
});
const formOf = (...fields: readonly Field[]): Form => ({
  title: 'Subscribe',
  submit: 'Save',
  command: 'subscribe',
  fields,
});
const choices = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ label: `Theme ${at}`, value: `t${at}` }));
const component = (given: Partial<Field>): unknown => modalOf(formOf(field(given)))?.components[0];

describe('a form as a modal', () => {
  it('lists choices where Discord has room for them, with those chosen that were before', () => {
    expect(component({ choices: choices(25), initial: [{ label: 'Theme 3', value: 't3' }] })).toMatchObject({
      type: 18,
      label: 'Themes',
      component: { type: 3, custom_id: 'theme', required: false, min_values: 0, max_values: 25 },
    });
  });

  it.each([
    { why: 'more choices than a select holds', given: { choices: choices(26) } },
    { why: 'choices that are only found by searching', given: { kind: 'found' as const } },
    { why: 'a choice longer than an option', given: { choices: [{ label: 'Long', value: 'v'.repeat(101) }] } },
  ])('asks for names in words for $why', ({ given }) => {
    const initial = [
      { label: 'One', value: 'one' },
      { label: 'Two', value: 'two' },
    ];
    expect(component({ ...given, initial })).toMatchObject({
      component: { type: 4, custom_id: 'theme', value: 'one, two', placeholder: 'Names, separated by commas' },
    });
  });

  it('lets one be chosen of several where only one is asked for', () => {
    expect(component({ kind: 'one', choices: choices(3), isRequired: true })).toMatchObject({
      component: { type: 3, required: true, min_values: 1, max_values: 1 },
    });
  });

  it('shows how a time is written', () => {
    expect(component({ kind: 'time', initial: [{ label: '8', value: '08:00' }] })).toMatchObject({
      component: { type: 4, placeholder: 'HH:MM', value: '08:00' },
    });
  });

  it('is not shown where it would lose what was chosen before', () => {
    const initial = Array.from({ length: 500 }, (_, at) => ({ label: 'x', value: `company ${at}` }));
    expect(modalOf(formOf(field({ kind: 'found', initial })))).toBeUndefined();
  });

  it('keeps within the lengths of titles, labels and hints', () => {
    const modal = modalOf({
      ...formOf(field({ label: 'l'.repeat(90), hint: 'h'.repeat(190) })),
      title: 't'.repeat(90),
    });
    expect(modal?.title).toHaveLength(45);
    expect(modal?.components[0]).toMatchObject({ label: `${'l'.repeat(44)}…`, description: `${'h'.repeat(99)}…` });
  });
});
