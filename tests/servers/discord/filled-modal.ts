/** A modal as a person fills it in and submits it. */
import { ComponentType } from 'discord-api-types/v10';
import { numberComponents } from './forms/components.ts';
import { isRecord } from './forms/form.ts';
import type { JsonObject } from './records.ts';

export type FieldValues = Readonly<Record<string, string | readonly string[]>>;

/** @throws TypeError where the client would not let it be submitted: a field left empty, a text out of bounds. */
export function fillModal(modal: JsonObject, values: FieldValues): JsonObject {
  const components = numberComponents(Array.isArray(modal.components) ? modal.components : []);
  const names = components.flatMap(fieldsOf).map(({ custom_id }) => custom_id);
  const unknown = Object.keys(values).find(name => !names.includes(name));
  if (unknown !== undefined) throw new TypeError(`the modal has no field ${unknown}`);
  return { custom_id: modal.custom_id, components: components.map(one => submitted(one, values)) };
}

const fieldsOf = (one: Record<string, unknown>): readonly Record<string, unknown>[] => {
  const inner = Array.isArray(one.components) ? one.components : [one.component];
  return inner.filter(isRecord);
};

function submitted(one: Record<string, unknown>, values: FieldValues): JsonObject {
  const fields = fieldsOf(one).map(field => filled(field, values));
  if (one.type === ComponentType.Label) return { type: one.type, id: one.id, component: fields[0] };
  if (one.type === ComponentType.ActionRow) return { type: one.type, id: one.id, components: fields };
  return { type: one.type, id: one.id };
}

function filled(field: Record<string, unknown>, values: FieldValues): JsonObject {
  const name = String(field.custom_id);
  const common = { type: field.type, id: field.id, custom_id: name };
  if (field.type === ComponentType.TextInput) return { ...common, value: text(field, values[name]) };
  if (field.type === ComponentType.Checkbox)
    return { ...common, value: (values[name] ?? String(field.default ?? false)) === 'true' };
  const chosen = [values[name] ?? defaultsOf(field)].flat();
  const known = optionsOf(field).map(({ value }) => value);
  const isKnown = known.length === 0 || chosen.every(value => known.includes(value));
  if (!isKnown) throw new TypeError(`${name} has no option ${chosen.join(' or ')}`);
  const isRequired = field.required !== false;
  if (isRequired && chosen.length === 0) throw new TypeError(`${name} must be chosen`);
  if (chosen.length > Number(field.max_values ?? 1))
    throw new TypeError(`${name} takes at most ${field.max_values ?? 1}`);
  return field.type === ComponentType.RadioGroup
    ? { ...common, value: chosen[0] ?? null }
    : { ...common, values: chosen };
}

function text(field: Record<string, unknown>, given: string | readonly string[] | undefined): string {
  const value = String(given ?? field.value ?? '');
  if (field.required !== false && value === '') throw new TypeError(`${field.custom_id} must be filled in`);
  const isWithin =
    value.length <= Number(field.max_length ?? 4_000) &&
    (value === '' || value.length >= Number(field.min_length ?? 0));
  if (!isWithin) throw new TypeError(`${field.custom_id} is too short or too long`);
  return value;
}

const optionsOf = (field: Record<string, unknown>): readonly Record<string, unknown>[] =>
  Array.isArray(field.options) ? field.options.filter(isRecord) : [];

const defaultsOf = (field: Record<string, unknown>): readonly string[] => {
  const options = optionsOf(field).filter(option => option.default === true);
  const entities = Array.isArray(field.default_values) ? field.default_values.filter(isRecord) : [];
  return [...options.map(({ value }) => String(value)), ...entities.map(({ id }) => String(id))];
};
