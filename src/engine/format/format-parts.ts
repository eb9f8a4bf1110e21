import type { Json, JsonObject } from '../common/model.js';
import { LIMIT_UNITS } from '../common/sop-format.js';
import { MOST_TIERS } from '../common/tiers.js';
import { LANGS } from '../common/text.js';

/* The pieces that the schema of the format is built from. */

export const NAME = '^[\\p{L}_][\\p{L}\\p{N}_-]*$';
export const SLUG = '^[a-z][a-z0-9-]*$';
export const EVENT = '^[A-Za-z][A-Za-z0-9_-]*$';

export const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
export const list = (items: JsonObject, description: string): JsonObject => ({
  type: 'array',
  items,
  description,
});
export const line = (description: string, more: JsonObject = {}): JsonObject => ({
  type: 'string',
  minLength: 1,
  description,
  ...more,
});
export const oneOf = (values: string[], description: string): JsonObject => ({
  type: 'string',
  enum: values,
  description,
});
export const cel = (description: string): JsonObject =>
  line(`${description} (a CEL expression)`, { maxLength: 4000 });
export const duration = (description: string): JsonObject =>
  line(`${description} (an ISO 8601 duration such as PT4H or P2D)`, { examples: ['PT30M', 'PT4H', 'P2D'] });
export const record = (properties: JsonObject, required: string[], title: string): JsonObject => ({
  type: 'object',
  title,
  properties,
  required,
  additionalProperties: false,
});
export const mapOf = (values: JsonObject, names: string, description: string): JsonObject => ({
  type: 'object',
  propertyNames: { pattern: names, maxLength: 64 },
  additionalProperties: values,
  description,
});
/** One of something, or a list of them. Said with `if`, so that an error speaks of the form that was meant. */
export const oneOrMany = (one: JsonObject, title: string): JsonObject => ({
  title,
  type: ['object', 'array'],
  if: { type: 'array' },
  then: { items: one },
  else: one,
});
export const tier: JsonObject = {
  type: 'integer',
  minimum: 1,
  maximum: MOST_TIERS,
  description: '1 is the first line; how many tiers there are, the team says',
};
export const skills = list(line('A skill'), 'Skills that the person who takes it must have');
export const priority = oneOf(['low', 'normal', 'high', 'urgent'], 'Priority');
export const clock = oneOf(['business', 'calendar'], "The team's business time, or calendar time");
export const schema = (description: string): JsonObject => ({
  type: 'object',
  description: `${description} (JSON Schema 2020-12)`,
});
export const anyJson: JsonObject = { description: 'Any JSON value' };

/** Limits are spoken of in expressions, so their ids are CEL names. */
export const LIMIT_ID = '^[a-z][A-Za-z0-9]{0,39}$';
export const limits = list(
  record(
    {
      id: line('Id, shared by the SOPs that mean the same limit', { pattern: LIMIT_ID }),
      title: ref('text'),
      key: cel('What it is counted by, a text'),
      calls: mapOf(cel('How much the call uses up'), NAME, 'Id of a call → how much it uses up'),
      most: cel('How much may be used up in sum'),
      unit: oneOf([...LIMIT_UNITS], 'What it counts: an amount of money, or how often something was done'),
      why: ref('text'),
    },
    ['id', 'title', 'key', 'calls', 'most', 'why'],
    'Limit',
  ),
  'Limits that tickets share',
);

const ACTIONS: Record<string, { title: string; params?: JsonObject }> = {
  assign: {
    title: 'Set values of the context',
    params: record(
      { set: mapOf(cel('The new value'), NAME, 'Key of the context → new value') },
      ['set'],
      'Parameters',
    ),
  },
  reply: {
    title: 'Send a message to the customer',
    params: record({ reply: line('Id of a quick reply of this step'), text: ref('text') }, [], 'Parameters'),
  },
  note: { title: 'Write an internal note', params: record({ text: ref('text') }, ['text'], 'Parameters') },
  tag: {
    title: 'Add or remove tags',
    params: record(
      { add: list(line('A tag'), 'To add'), remove: list(line('A tag'), 'To remove') },
      [],
      'Parameters',
    ),
  },
  route: {
    title: 'Route the ticket elsewhere',
    params: record({ team: line('Team', { pattern: SLUG }), tier, skills }, [], 'Parameters'),
  },
  escalate: {
    title: 'Escalate to a higher tier or another team',
    params: record(
      { to: record({ team: line('Team', { pattern: SLUG }), tier }, [], 'Where to'), reason: ref('text') },
      [],
      'Parameters',
    ),
  },
  'set-priority': { title: 'Set the priority', params: record({ priority }, ['priority'], 'Parameters') },
  'pause-clock': { title: "Stop the ticket's resolve clock" },
  'resume-clock': { title: "Go on with the ticket's resolve clock" },
};

/** The names of the actions that an SOP may use. */
export const ACTION_TYPES: readonly string[] = Object.keys(ACTIONS);

export function actionSchema(): JsonObject {
  const branches = Object.entries(ACTIONS).map(([type, { title, params }]) =>
    record(
      { type: { const: type, description: title }, ...(params ? { params } : {}) },
      params ? ['type', 'params'] : ['type'],
      title,
    ),
  );
  return {
    title: 'Action',
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: branches,
  };
}

/** A text in both languages; that both are there is said by the check, which knows a better sentence for it. */
export const textSchema: JsonObject = record(
  Object.fromEntries(
    LANGS.map((lang): [string, Json] => [lang, { type: 'string', description: `The text in ${lang}` }]),
  ),
  [],
  'A text in both languages',
);

export const guardSchema: JsonObject = record(
  {
    type: line('`cel`'),
    params: record({ expr: cel('The condition'), why: ref('text') }, ['expr', 'why'], 'Parameters'),
  },
  ['type', 'params'],
  'Condition',
);
