import {
  actionSchema,
  anyJson,
  cel,
  clock,
  duration,
  EVENT,
  guardSchema,
  limits,
  line,
  list,
  mapOf,
  NAME,
  oneOf,
  oneOrMany,
  priority,
  record,
  ref,
  schema,
  skills,
  SLUG,
  textSchema,
  tier,
} from './format-parts.js';
import type { JsonObject, JsonSchema } from '../common/model.js';

const transitionKeys: JsonObject = {
  target: line('Where it leads: a sibling, `.child`, `a.b` or `#sop-id.path`; absent: it stays'),
  guard: ref('guard'),
  actions: ref('actions'),
  reenter: { type: 'boolean', description: 'Leave and enter the step again although it stays the same' },
  description: { type: 'string' },
  meta: record(
    {
      title: ref('text'),
      tone: oneOf(['primary', 'neutral', 'danger'], 'Look of the button'),
      form: {
        type: ['boolean', 'object'],
        if: { type: 'boolean' },
        then: { const: true },
        description: "true: the step's own form; a JSON Schema: this action's own form",
      },
      confirm: ref('text'),
    },
    [],
    'What the agent sees of this way out',
  ),
};

function transitionSchemas(): JsonObject {
  const oneTransition = {
    type: ['string', 'object'],
    minLength: 1,
    properties: transitionKeys,
    additionalProperties: false,
  };
  return {
    transition: { title: 'Transition', ...oneTransition },
    transitions: {
      title: 'Transition, or several that are tried in order',
      ...oneTransition,
      type: ['string', 'object', 'array'],
      items: ref('transition'),
      minItems: 1,
    },
  };
}

const stepMeta: JsonObject = {
  title: ref('text'),
  kind: oneOf(['human', 'automatic', 'waits-for-customer', 'waits-for-others'], 'Who is expected to act'),
  instructions: ref('text'),
  checklist: list(
    record({ id: line('Id', { pattern: NAME }), text: ref('text') }, ['id', 'text'], 'Item'),
    'What the agent ticks off',
  ),
  form: schema("The step's form"),
  replies: list(
    record(
      { id: line('Id', { pattern: NAME }), title: ref('text'), text: ref('text') },
      ['id', 'title', 'text'],
      'Quick reply',
    ),
    'Quick replies; {{ CEL }} inside is filled',
  ),
  team: line('Team that works on this step', { pattern: SLUG }),
  tier,
  skills,
  sla: record(
    {
      within: duration('In which the step is to be left'),
      clock,
      warnAfter: duration('After entry, when the holder is warned'),
      onWarn: list(ref('action'), 'Done with the warning'),
      onBreach: list(ref('action'), 'Done when the time is over'),
    },
    ['within', 'clock'],
    'Target of the step',
  ),
  approval: {
    type: 'boolean',
    description: 'Somebody of a higher tier looks at it, and the case goes on where it was: no escalation',
  },
  policyContact: { type: 'boolean', description: 'A contact that policy forces' },
  outcome: line('On final states of the root: how the ticket ended', { pattern: SLUG }),
};

const sopMeta: JsonObject = {
  title: ref('text'),
  description: ref('text'),
  owner: line('Who answers for this SOP'),
  intake: record(
    { form: schema("Form of a new ticket's data"), when: cel('Which tickets belong here') },
    ['form'],
    'How tickets come in',
  ),
  team: line('Team that tickets begin with', { pattern: SLUG }),
  tier,
  skills,
  priority: list(
    record({ when: cel('When it applies'), priority }, ['when', 'priority'], 'Rule'),
    'The first rule that holds decides',
  ),
  sla: record(
    { firstResponse: duration('First response'), resolve: duration('Resolution'), clock },
    ['firstResponse', 'resolve', 'clock'],
    'Targets of the ticket',
  ),
  context: schema('The context'),
  never: list(
    record(
      {
        id: line('Id', { pattern: NAME }),
        step: line('Step'),
        when: cel('What must not be'),
        why: ref('text'),
      },
      ['id', 'step', 'when', 'why'],
      'Rule',
    ),
    'What must hold on every path',
  ),
  limits,
  reopenAt: line('Top-level state in which a reopened ticket begins again'),
  fcrWindow: duration('First-contact window'),
  issueKey: cel("What tells a customer's issues apart"),
};

function invokeSchema(): JsonObject {
  const fields = mapOf(cel('Value'), '^.{1,64}$', 'Name → value');
  const input = record(
    {
      connection: line('Name of a configured connection'),
      method: oneOf(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], 'HTTP method'),
      path: cel('Path below the base address'),
      query: fields,
      body: fields,
      answer: schema('What the answer must look like'),
      timeout: duration('Time limit of one try'),
      retries: { type: 'integer', minimum: 0, maximum: 10, description: 'Further tries after the first' },
    },
    ['connection', 'method', 'path', 'answer'],
    'HTTP call',
  );
  return record(
    {
      id: line('Id of the call', { pattern: NAME }),
      src: line('Name of the actor; `http` is the one there is'),
      input,
      onDone: ref('transitions'),
      onError: ref('transitions'),
    },
    ['id', 'src', 'input'],
    'Automation',
  );
}

const stateKeys: JsonObject = {
  type: oneOf(['atomic', 'compound', 'parallel', 'final', 'history'], 'Kind of state'),
  history: oneOf(['shallow', 'deep'], 'How much is remembered'),
  target: line('Of a history state: where to go when there is no history'),
  initial: line('The child in which it begins'),
  states: mapOf(ref('state'), NAME, 'The states inside'),
  on: mapOf(ref('transitions'), EVENT, 'Event → way out'),
  after: {
    type: 'object',
    additionalProperties: ref('transitions'),
    description: 'Duration (`PT4H`, `PT8H business`) → way out',
  },
  always: ref('transitions'),
  invoke: oneOrMany(ref('invoke'), 'Automation, or several'),
  entry: ref('actions'),
  exit: ref('actions'),
  onDone: ref('transitions'),
  output: anyJson,
  description: { type: 'string' },
  tags: list(line('A tag'), 'Tags'),
};

/** The JSON Schema (2020-12) of an SOP file: what the check enforces and what editors complete with. */
export function sopFormatSchema(): JsonSchema {
  const root = record(
    {
      $schema: { type: 'string' },
      ...stateKeys,
      id: line('Id of the SOP', { pattern: SLUG, maxLength: 64 }),
      context: { type: 'object', description: 'The default of every value of the context' },
      meta: record(
        sopMeta,
        ['title', 'description', 'owner', 'intake', 'team', 'sla', 'context'],
        'About this SOP',
      ),
    },
    ['id', 'context', 'states', 'meta'],
    'Stepwise SOP',
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:stepwise:sop-format',
    description: 'A standard operating procedure: an XState v5 machine whose open parts are said in `meta`.',
    ...root,
    $defs: {
      text: textSchema,
      guard: guardSchema,
      action: actionSchema(),
      actions: oneOrMany(ref('action'), 'Action, or several'),
      ...transitionSchemas(),
      invoke: invokeSchema(),
      state: record(
        { ...stateKeys, meta: record(stepMeta, [], 'What this state means for people') },
        [],
        'State',
      ),
    },
  };
}
