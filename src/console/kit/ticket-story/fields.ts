import type { JsonSchema, SopDefinition, StateDef, TransitionDef } from '../../../engine/common/sop-format';
import type { Lang } from '../../i18n/define-texts';

/** An answer of a form, as people read it. */
export interface FieldWords {
  name: string;
  title: string;
  /** As it is kept. */
  value: string;
  /** What was entered, where something else was stored; null: the same. */
  entered: string | null;
}

type Properties = Record<string, JsonSchema>;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The states from the root to a step, outermost first. */
function statesTo(definition: SopDefinition, step: string): StateDef[] {
  const path: StateDef[] = [];
  let states = definition.states as Record<string, StateDef> | undefined;
  for (const name of step.split('.')) {
    const state = states?.[name];
    if (!state) break;
    path.push(state);
    states = state.states;
  }
  return path;
}

function formsOfEvent(state: StateDef, event: string): JsonSchema[] {
  const ways = state.on?.[event];
  if (ways === undefined) return [];
  return (Array.isArray(ways) ? ways : [ways])
    .map((way: string | TransitionDef) => (typeof way === 'string' ? undefined : way.meta?.form))
    .filter((form) => isObject(form));
}

/** The fields that may have been filled in with an event in these steps, the most particular form first. */
function propertiesFor(definition: SopDefinition, steps: string[], event: string): Properties {
  if (event === 'opened') return propertiesOf(definition.meta.intake.form);
  const forms = steps.flatMap((step) => {
    const states = statesTo(definition, step).reverse();
    const own = states[0]?.meta?.form;
    return [...states.flatMap((state) => formsOfEvent(state, event)), ...(own ? [own] : [])];
  });
  return Object.assign({}, ...forms.reverse().map(propertiesOf)) as Properties;
}

function propertiesOf(schema: JsonSchema | undefined): Properties {
  const properties = schema?.['properties'];
  return isObject(properties) ? (properties as Properties) : {};
}

function textOf(value: unknown, lang: Lang): string | null {
  const text = isObject(value) ? value[lang] : undefined;
  return typeof text === 'string' ? text : null;
}

/** A value in words: what the form calls it, yes and no, lists; null when there is nothing to show. */
function wordValue(
  value: unknown,
  schema: JsonSchema,
  lang: Lang,
  yesNo: (is: boolean) => string,
): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return yesNo(value);
  if (Array.isArray(value)) {
    const items = isObject(schema['items']) ? schema['items'] : {};
    const words = value.map((one) => wordValue(one, items, lang, yesNo)).filter((one) => one !== null);
    return words.length === 0 ? null : words.join(lang === 'en' ? ', ' : '、');
  }
  if (isObject(value)) return JSON.stringify(value);
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const titles = schema['x-enum-titles'];
  const named = isObject(titles) ? textOf(titles[String(value)], lang) : null;
  return named ?? (typeof value === 'number' ? new Intl.NumberFormat(lang, NUMBER).format(value) : value);
}
/** It was entered, and is not kept. */
const NOTHING = '–';
const NUMBER = { maximumFractionDigits: 6 };

/**
 * Those data of an event that a form of the SOP asked for, in its order and in words. `stored`: what the event changed
 * in the ticket's data; it counts where it is not what was entered.
 */
export function wordAnswers(
  definition: SopDefinition,
  answered: { steps: string[]; event: string; data: unknown; stored?: Record<string, unknown> },
  lang: Lang,
  yesNo: (is: boolean) => string,
): FieldWords[] {
  const { data, stored = {} } = answered;
  if (!isObject(data)) return [];
  return Object.entries(propertiesFor(definition, answered.steps, answered.event)).flatMap(
    ([name, schema]) => {
      const entered = wordValue(data[name], schema, lang, yesNo);
      const kept = Object.hasOwn(stored, name) ? wordValue(stored[name], schema, lang, yesNo) : entered;
      if (entered === null) return [];
      const value = kept ?? NOTHING;
      const title = textOf(schema['x-title'], lang) ?? name;
      return [{ name, title, value, entered: value === entered ? null : entered }];
    },
  );
}
