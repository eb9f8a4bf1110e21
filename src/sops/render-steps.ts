import type {
  GuideAction,
  GuideFact,
  GuideLimit,
  GuideStep,
  Json,
  JsonObject,
} from '../engine/common/model.js';
import { say, type Lang } from '../engine/common/text.js';
import type { GuideActionDto, GuideFactDto, GuideLimitDto, GuideStepDto } from './guide-steps.dto.js';

/** In which language the agent reads, and in which the customer does. */
export interface Readers {
  lang: Lang;
  customerLang: Lang;
}

/** Where a step's work lies and by when it is due: what the SOP alone does not know. */
export type StepPlace = Pick<
  GuideStepDto,
  | 'team'
  | 'tier'
  | 'skills'
  | 'holder'
  | 'holderName'
  | 'enteredAt'
  | 'dueAt'
  | 'slaDueAt'
  | 'slaBreached'
  | 'cameFrom'
>;

/** What the reader may do in a step, and why not. */
export type StepRights = Pick<GuideStepDto, 'mayAct' | 'mayTake' | 'takesOver' | 'whyNot'>;

/** A step of the guide as the API answers it. `whyClosed`: what keeps the reader from a way out; null: nothing. */
export function renderStep(
  step: GuideStep,
  { lang, customerLang }: Readers,
  place: StepPlace,
  rights: StepRights,
  whyClosed: (event: string) => string | null,
): GuideStepDto {
  return {
    step: step.step,
    kind: step.kind,
    title: say(step.title, lang),
    instructions: step.instructions && say(step.instructions, lang),
    checklist: step.checklist.map((item) => ({ id: item.id, text: say(item.text, lang) })),
    form: step.form === null ? null : localizeForm(step.form, lang),
    replies: step.replies.map((reply) => ({
      id: reply.id,
      title: say(reply.title, lang),
      // The customer reads it, so it is in their language, not the agent's.
      text: say(reply.text, customerLang),
      lang: customerLang,
    })),
    actions: step.actions.map((action) => renderAction(action, lang, whyClosed(action.event))),
    ...place,
    ...rights,
  };
}

/** A way out is open where the SOP opens it and this person may act; else it says why not. */
function renderAction(action: GuideAction, lang: Lang, notTheirs: string | null): GuideActionDto {
  const why = notTheirs ?? (action.why && say(action.why, lang));
  return {
    event: action.event,
    step: action.step,
    title: say(action.title, lang),
    tone: action.tone,
    enabled: action.enabled && notTheirs === null,
    to: action.to.map(({ step, title, kind }) => ({ step, title: say(title, lang), kind })),
    ends: action.ends,
    ...(why === undefined ? {} : { why }),
    ...(action.form === undefined ? {} : { form: localizeForm(action.form, lang) }),
    ...(action.confirm === undefined ? {} : { confirm: say(action.confirm, lang) }),
  };
}

/** A fact about a ticket, named in one language. */
export function renderFact({ name, value, schema }: GuideFact, lang: Lang): GuideFactDto {
  const { title, type, format, 'x-enum-titles': titles } = localizeForm(schema, lang);
  const named = isObject(titles) && typeof value === 'string' ? titles[value] : undefined;
  const kind = format ?? type;
  return {
    name,
    title: typeof title === 'string' ? title : name,
    value,
    valueTitle: typeof named === 'string' ? named : null,
    type: typeof kind === 'string' ? kind : null,
  };
}

/** How much of a limit across tickets is used up. */
export function renderLimit({ title, ...limit }: GuideLimit, lang: Lang): GuideLimitDto {
  return { ...limit, title: say(title, lang) };
}

/** A form with `title` and `description` in one language, taken from `x-title` and `x-help` wherever they stand. */
export function localizeForm(schema: JsonObject, lang: Lang): JsonObject {
  return localize(schema, lang) as JsonObject;
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function localize(node: Json, lang: Lang): Json {
  if (Array.isArray(node)) return node.map((item) => localize(item, lang));
  if (!isObject(node)) return node;
  const out: JsonObject = {};
  for (const [key, value] of Object.entries(node)) {
    if (key === 'x-title' || key === 'x-help') {
      const text = inLanguage(value, lang);
      if (text !== null) out[key === 'x-title' ? 'title' : 'description'] = text;
    } else out[key] = key === 'x-enum-titles' ? localizeValues(value, lang) : localize(value, lang);
  }
  return out;
}

function inLanguage(value: Json, lang: Lang): string | null {
  const text = isObject(value) ? value[lang] : null;
  return typeof text === 'string' ? text : null;
}

function localizeValues(value: Json, lang: Lang): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => [name, inLanguage(text, lang) ?? name]),
  );
}
