import type { Edit } from '../yaml/edit-value';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';

/** What a designer chooses for a field; the other words of JSON Schema are written in the YAML. */
export const FIELD_TYPES = ['text', 'choice', 'number', 'integer', 'yes-no', 'date', 'other'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface FormField {
  name: string;
  type: FieldType;
  isRequired: boolean;
  schema: Record<string, unknown>;
  path: YamlPath;
}

/** The fields of a form in their order. `path`: where the form stands. */
export function listFields(form: unknown, path: YamlPath): FormField[] {
  if (!isRecord(form) || !isRecord(form['properties'])) return [];
  const required = requiredOf(form);
  return Object.entries(form['properties']).map(([name, inner]) => {
    const schema = isRecord(inner) ? inner : {};
    const at = [...path, 'properties', name];
    return { name, schema, type: typeOf(schema), isRequired: required.includes(name), path: at };
  });
}

export function requiredOf(form: unknown): string[] {
  const required = isRecord(form) ? form['required'] : [];
  return Array.isArray(required) ? required.filter((one): one is string => typeof one === 'string') : [];
}

function typeOf({ type, format, enum: choices }: Record<string, unknown>): FieldType {
  if (Array.isArray(choices)) return 'choice';
  if (type === 'string') return format === 'date' ? 'date' : 'text';
  if (type === 'boolean') return 'yes-no';
  return type === 'number' || type === 'integer' ? type : 'other';
}

const SCHEMAS: Record<Exclude<FieldType, 'other'>, Record<string, unknown>> = {
  text: { type: 'string' },
  choice: { type: 'string', enum: ['first'], 'x-enum-titles': { first: { en: '', 'zh-CN': '' } } },
  number: { type: 'number' },
  integer: { type: 'integer' },
  'yes-no': { type: 'boolean' },
  date: { type: 'string', format: 'date' },
};
/** What only makes sense for some types. */
const BOUND = ['format', 'enum', 'x-enum-titles', 'pattern', 'examples', 'default', 'items'];
const LENGTHS = ['minLength', 'maxLength'];
const SIZES = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

/** Makes a field another type; what does not fit it any more goes. */
export function changeType(field: FormField, type: Exclude<FieldType, 'other'>): Edit[] {
  const next = SCHEMAS[type];
  const isText = next['type'] === 'string';
  const isNumber = next['type'] === 'number' || next['type'] === 'integer';
  const gone = [...BOUND, ...(isText ? [] : LENGTHS), ...(isNumber ? [] : SIZES)];
  const removals = gone
    .filter((key) => key in field.schema && !(key in next))
    .map((key): Edit => ({ act: 'remove', path: [...field.path, key] }));
  const sets = Object.entries(next).map(([key, value]): Edit => ({
    ...{ act: 'set', path: [...field.path, key], value },
  }));
  return [...sets, ...removals];
}

/** Adds a field; the form is made when there is none. */
export function addField(form: unknown, path: YamlPath, name: string): Edit[] {
  const field = { type: 'string', 'x-title': { en: '', 'zh-CN': '' } };
  if (isRecord(form) && isRecord(form['properties'])) {
    return [{ act: 'set', path: [...path, 'properties', name], value: field }];
  }
  return [{ act: 'set', path, value: { type: 'object', properties: { [name]: field } } }];
}

export function renameField(form: unknown, field: FormField, to: string): Edit[] {
  const at = requiredOf(form).indexOf(field.name);
  const path = field.path.slice(0, -2);
  const edits: Edit[] = [{ act: 'rename', path: field.path, to }];
  if (at !== -1) edits.push({ act: 'set', path: [...path, 'required', at], value: to });
  return edits;
}

/** Takes a field out; the form goes with its last one. */
export function removeField(form: unknown, field: FormField): Edit[] {
  const path = field.path.slice(0, -2);
  const isLast = listFields(form, path).length === 1;
  if (isLast) return [{ act: 'remove', path, keep: path.length }];
  return [...setRequired(form, field, false), { act: 'remove', path: field.path }];
}

/** Moves a field to another place among the fields. */
export function moveField(field: FormField, from: number, to: number): Edit[] {
  return [{ act: 'swap', path: field.path.slice(0, -1), a: from, b: to }];
}

export function setRequired(form: unknown, field: FormField, isRequired: boolean): Edit[] {
  const path = [...field.path.slice(0, -2), 'required'];
  const required = requiredOf(form);
  const at = required.indexOf(field.name);
  if (isRequired === (at !== -1)) return [];
  if (!isRequired) return [{ act: 'remove', path: [...path, at], keep: path.length }];
  if (required.length === 0) return [{ act: 'set', path, value: [field.name] }];
  return [{ act: 'set', path: [...path, required.length], value: field.name }];
}

/** The values that a choice field offers. */
export function choicesOf({ schema }: FormField): string[] {
  return Array.isArray(schema['enum']) ? schema['enum'].map(String) : [];
}

export function addChoice(field: FormField, value: string): Edit[] {
  return [
    { act: 'set', path: [...field.path, 'enum', choicesOf(field).length], value },
    { act: 'set', path: [...field.path, 'x-enum-titles', value], value: { en: '', 'zh-CN': '' } },
  ];
}

export function renameChoice(field: FormField, index: number, to: string): Edit[] {
  const from = choicesOf(field)[index] ?? '';
  const titles = field.schema['x-enum-titles'];
  const edits: Edit[] = [{ act: 'set', path: [...field.path, 'enum', index], value: to }];
  if (isRecord(titles) && from in titles) {
    edits.push({ act: 'rename', path: [...field.path, 'x-enum-titles', from], to });
  }
  return edits;
}

export function removeChoice(field: FormField, index: number): Edit[] {
  const value = choicesOf(field)[index] ?? '';
  const titles = field.schema['x-enum-titles'];
  const edits: Edit[] = [
    { act: 'remove', path: [...field.path, 'enum', index], keep: field.path.length + 2 },
  ];
  if (isRecord(titles) && value in titles) {
    const path = [...field.path, 'x-enum-titles', value];
    edits.push({ act: 'remove', path, keep: field.path.length + 1 });
  }
  return edits;
}
