import type { AnyBlock, InputBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Form, Suggestion } from '../../../src/chat/conversation.ts';
import { slackLimits } from '../../../src/chat/slack/limits.ts';
import { clip, formView, homeView, optionsOf } from '../../../src/chat/slack/views.ts';

const aField = (field: Partial<Field>): Field => ({
  name: 'theme',
  label: 'Themes',
  kind: 'several',
  initial: [],
  choices: [],
  isRequired: false,
  ...field,
});

const aForm = (...fields: readonly Field[]): Form => ({
  title: 'Subscribe',
  submit: 'Save',
  command: 'subscribe',
  fields,
});

const isInput = (block: AnyBlock): block is InputBlock => block.type === 'input';

const inputsOf = (form: Form): InputBlock[] => formView(form, '{}').blocks.filter(isInput);

const choices = (count: number): Suggestion[] =>
  Array.from({ length: count }, (_, index) => ({ label: `Choice ${index}`, value: `choice-${index}` }));

describe('a form as a modal', () => {
  it.each([
    ['several', 'multi_static_select'],
    ['one', 'static_select'],
    ['found', 'multi_external_select'],
    ['found-one', 'external_select'],
    ['time', 'timepicker'],
  ] as const)('asks for %s by a %s', (kind, type) => {
    const [input] = inputsOf(aForm(aField({ kind, choices: choices(2) })));
    expect(input).toMatchObject({ block_id: 'theme', element: { type, action_id: 'theme' }, optional: true });
  });

  it('offers all of more than a hundred choices, in groups', () => {
    const [input] = inputsOf(aForm(aField({ choices: choices(250) })));
    if (input?.element.type !== 'multi_static_select') throw new TypeError('no menu');
    const groups = input.element.option_groups ?? [];
    expect(groups.map(({ options }) => options.length)).toEqual([100, 100, 50]);
    expect(groups.flatMap(({ options }) => options.map(({ value }) => value))).toEqual(
      choices(250).map(({ value }) => value),
    );
    expect(groups[0]?.label.text).toBe('Choice 0 – Choice 99');
  });

  it('starts from what is chosen, written as the choice is, which Slack demands', () => {
    const initial = [{ label: 'another label', value: 'choice-1' }];
    const [input] = inputsOf(aForm(aField({ choices: choices(2), initial })));
    expect(input?.element).toMatchObject({ initial_options: [{ text: { text: 'Choice 1' }, value: 'choice-1' }] });
  });

  it('starts at a time', () => {
    const [input] = inputsOf(aForm(aField({ kind: 'time', initial: [{ label: '08:30', value: '08:30' }] })));
    expect(input?.element).toMatchObject({ initial_time: '08:30' });
  });

  it('leaves out a question without choices, which Slack refuses with the whole form', () => {
    expect(inputsOf(aForm(aField({}), aField({ name: 'at', kind: 'time' })))).toHaveLength(1);
  });

  it('does not offer a value that is too long to come back whole', () => {
    expect(optionsOf([{ label: 'long', value: 'x'.repeat(slackLimits.optionValue + 1) }])).toEqual([]);
  });
});

const suggestion = fc.record({
  label: fc.string({ unit: 'grapheme', maxLength: 200 }),
  value: fc.string({ maxLength: 160 }),
});
const kind = fc.constantFrom('several', 'one', 'found', 'found-one', 'time');
const anyForm = fc.record({
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  submit: fc.string({ minLength: 1, maxLength: 80 }),
  command: fc.constant('subscribe'),
  fields: fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c'),
      label: fc.string({ minLength: 1, maxLength: 3_000 }),
      kind: kind.filter(one => one !== 'time'),
      initial: fc.array(suggestion, { maxLength: 5 }),
      choices: fc.array(suggestion, { maxLength: 300 }),
      isRequired: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
});

/** Every text in `value`, under the key that it has. */
const textsIn = (value: unknown, key = ''): [string, string][] => {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap(one => textsIn(one, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => textsIn(one, name))
    : [];
};

it('no form is refused for a text that is too long or empty', () => {
  fc.assert(
    fc.property(anyForm, form => {
      const view = formView(form, '{}');
      expect(view.title.text.length).toBeLessThanOrEqual(slackLimits.viewTitle);
      expect(view.submit?.text.length).toBeLessThanOrEqual(slackLimits.viewSubmit);
      for (const block of view.blocks.filter(isInput)) {
        expect(block.label.text.length).toBeLessThanOrEqual(slackLimits.inputLabel);
        for (const [key, text] of textsIn(block.element)) {
          expect(text).not.toBe('');
          if (key === 'text') expect(text.length).toBeLessThanOrEqual(slackLimits.optionText);
          if (key === 'value') expect(text.length).toBeLessThanOrEqual(slackLimits.optionValue);
        }
      }
    }),
    { seed: 3, numRuns: 200 },
  );
});

it('a text is cut between graphemes', () => {
  expect(clip('Schedule 👩‍👩‍👧‍👦 family', 12)).toBe('Schedule …');
  expect(clip('Subscribe', 9)).toBe('Subscribe');
});

it('a home tab that is too long ends by saying that there is more', () => {
  const { blocks } = homeView(Array.from({ length: 140 }, () => ({ type: 'divider' as const })));
  expect(blocks).toHaveLength(slackLimits.blocksOfView);
  expect(JSON.stringify(blocks.at(-1))).toContain('There is more');
});
