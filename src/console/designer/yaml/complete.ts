import { placeAt, type WritingPlace } from './complete-place';
import { schemasAt, type Schema } from './complete-schema';
import { valueAt, wordsAt } from './edit-value';
import { listStates, writeTarget } from './targets';
import { tiersUpTo } from '../../kit/common/tiers';
import { stepOfPointer } from '../../kit/sop-diagram/graph';
import { tiersAt } from './tiers';
import { pointerOfPath } from './yaml-place';
import { isRecord } from './yaml-render';
import { readYaml } from './yaml-text';

/** What completion knows besides the text. */
export interface Knowledge {
  /** `/api/sop.schema.json`. */
  schema: Schema;
  teams: readonly string[];
  /** How many tiers each has, by id. */
  tiers: Readonly<Record<string, number>>;
  /** Skills that somebody has. */
  skills: readonly string[];
  connections: readonly string[];
}

export interface Candidate {
  label: string;
  kind: 'key' | 'value' | 'step' | 'event' | 'name';
  /** What is written; `${}` is where the cursor goes next. */
  insert: string;
  /** The key whose explanation helps. */
  about: string | null;
}

export interface Completion {
  from: number;
  candidates: Candidate[];
}

const EVENTS = [
  'ESCALATE',
  'SKIP',
  'CUSTOMER_MESSAGE',
  'APPROVE',
  'REJECT',
  'CONTINUE',
  'RETRY',
  'ASK_CUSTOMER',
];
const DELAYS = ['PT30M', 'PT1H', 'PT4H', 'PT8H business', 'PT24H', 'P3D', 'P7D'];
const DURATIONS = ['PT15M', 'PT30M', 'PT1H', 'PT2H', 'PT4H', 'PT8H', 'PT24H', 'P2D', 'P7D'];
const DURATION_KEYS = new Set(['within', 'warnAfter', 'firstResponse', 'resolve', 'fcrWindow', 'timeout']);
const STEP_KEYS = new Set(['target', 'initial', 'reopenAt', 'step']);

/** What may be written at a place of an SOP text. Null: nothing to offer. */
export function completeAt(text: string, at: number, knowledge: Knowledge): Completion | null {
  const place = placeAt(text, at);
  if (!place) return null;
  const value: unknown = readable(text);
  const data = dataPath(place, value);
  if (data) return data;
  if (place.kind === 'text') return null;
  const candidates = place.kind === 'key' ? keysAt(place, value, knowledge) : [];
  if (place.kind === 'value' || typeof place.path.at(-1) === 'number') {
    candidates.push(...valuesAt(place, value, knowledge));
  }
  return candidates.length > 0 ? { from: place.from, candidates } : null;
}

/** The SOP as far as it can be read while somebody writes. */
function readable(text: string): unknown {
  const { doc, value } = readYaml(text);
  if (value !== null) return value;
  try {
    return doc.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

function keysAt(place: WritingPlace, value: unknown, knowledge: Knowledge): Candidate[] {
  const { path } = place;
  const here = valueAt(value, path);
  const taken = new Set(isRecord(here) ? Object.keys(here) : []);
  const last = path.at(-1);
  if (last === 'on') return eventsOf(value, taken).map((event) => named(event, 'event', place));
  if (last === 'after')
    return DELAYS.filter((key) => !taken.has(key)).map((key) => named(key, 'name', place));
  if (last === 'set') {
    const names = Object.keys(record(valueAt(value, ['context'])));
    return names.filter((key) => !taken.has(key)).map((key) => pair(key, 'name', ' ${}', null));
  }
  const found = new Map<string, Candidate>();
  for (const schema of schemasAt(knowledge.schema, path, value)) {
    for (const [key, child] of Object.entries(record(schema['properties']))) {
      if ((taken.has(key) && key !== place.prefix) || found.has(key)) continue;
      found.set(key, pair(key, 'key', valueOf(knowledge.schema, child, value, place), key));
    }
  }
  return [...found.values()];
}

function named(key: string, kind: Candidate['kind'], { isFlow }: WritingPlace): Candidate {
  return pair(key, kind, isFlow ? ' { target: ${} }' : '\n  target: ${}', null);
}

function pair(key: string, kind: Candidate['kind'], behind: string, about: string | null): Candidate {
  return { label: key, kind, insert: `${key}:${behind}`, about };
}

/** What is written behind a key, so that the right thing is asked for next. */
function valueOf(root: Schema, child: unknown, value: unknown, { isFlow }: WritingPlace): string {
  const forms = isRecord(child) ? schemasAt({ ...root, properties: { x: child } }, ['x'], value) : [];
  const properties = forms.map((form) => record(form['properties']));
  if (properties.some((one) => 'en' in one && 'zh-CN' in one)) return ' { en: ${}, zh-CN: ${} }';
  const types = forms.flatMap((form) => form['type'] ?? []);
  if (types.includes('array') && !types.includes('object')) return isFlow ? ' [${}]' : '\n  - ${}';
  if (types.includes('object') && !types.includes('string')) return isFlow ? ' { ${} }' : '\n  ${}';
  return ' ${}';
}

function valuesAt({ path }: WritingPlace, value: unknown, knowledge: Knowledge): Candidate[] {
  const key = [...path].reverse().find((one) => typeof one === 'string') ?? '';
  const say = (values: readonly string[], kind: Candidate['kind'] = 'value'): Candidate[] =>
    values.map((one) => ({ label: one, kind, insert: one, about: null }));
  if (STEP_KEYS.has(key) && !path.includes('properties')) return say(stepsFor(key, path, value), 'step');
  if (key === 'team') return say(knowledge.teams, 'name');
  if (key === 'tier') return say(tiersUpTo(tiersAt(value, path.slice(0, -1), knowledge.tiers)).map(String));
  if (key === 'skills') return say(knowledge.skills, 'name');
  if (key === 'connection') return say(knowledge.connections, 'name');
  if (key === 'reply') return say(repliesFor(path, value), 'name');
  if (key === 'src') return say(['http']);
  if (key === 'method') return say(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
  if (DURATION_KEYS.has(key)) return say(DURATIONS);
  if (key === 'type' && path.at(-2) === 'guard') return say(['cel']);
  const offered = schemasAt(knowledge.schema, path, value).flatMap((schema) => {
    if (Array.isArray(schema['enum'])) return schema['enum'].map(String);
    if (typeof schema['const'] === 'string') return [schema['const']];
    return schema['type'] === 'boolean' ? ['true', 'false'] : [];
  });
  // The names of actions are the `type` of each form that an action may have.
  const actions = schemasAt(knowledge.schema, path.slice(0, -1), withoutType(value, path))
    .map((schema) => valueAt(schema, ['properties', 'type', 'const']))
    .filter((one): one is string => typeof one === 'string');
  return say([...new Set([...offered, ...(key === 'type' ? actions : [])])]);
}

/** While a type is written, what is there of it must not decide which types are offered. */
function withoutType(value: unknown, path: WritingPlace['path']): unknown {
  return path.at(-1) === 'type' ? null : value;
}

/** Steps as they are written from the state that the place lies in. */
function stepsFor(key: string, path: WritingPlace['path'], value: unknown): string[] {
  const sop = wordsAt(value, ['id']);
  const from = stepOfPointer(pointerOfPath(path));
  const states = listStates(value).slice(1);
  if (key === 'step') return states.map(({ id }) => id);
  if (key === 'reopenAt') return states.filter(({ id }) => !id.includes('.')).map(({ id }) => id);
  if (key === 'initial') {
    return Object.keys(record(valueAt(value, [...path.slice(0, path.indexOf('initial')), 'states'])));
  }
  const near = (id: string): number => (id.split('.').slice(0, -1).join('.') === parentOf(from) ? 0 : 1);
  return [...states].sort((a, b) => near(a.id) - near(b.id)).map(({ id }) => writeTarget(sop, from, id));
}

function parentOf(id: string): string {
  return id.split('.').slice(0, -1).join('.');
}

function repliesFor(path: WritingPlace['path'], value: unknown): string[] {
  const end = path.findLastIndex((key, index) => path[index - 1] === 'states' && typeof key === 'string');
  const replies = valueAt(value, [...path.slice(0, end + 1), 'meta', 'replies']);
  return Array.isArray(replies) ? replies.map((reply) => wordsAt(reply, ['id'])) : [];
}

/** Events that the SOP uses already come first. */
function eventsOf(value: unknown, taken: ReadonlySet<string>): string[] {
  const used = listStates(value).flatMap(({ def }) => Object.keys(record(def['on'])));
  return [...new Set([...used, ...EVENTS])].filter((event) => !taken.has(event));
}

/** Behind `context.` in an expression: the names of the context. */
function dataPath({ prefix, from, path }: WritingPlace, value: unknown): Completion | null {
  const found = /(context|customer|event\.data)\.([\p{L}\p{N}_-]*)$/u.exec(prefix);
  if (!found) return null;
  const names =
    found[1] === 'context'
      ? Object.keys(record(valueAt(value, ['context'])))
      : found[1] === 'customer'
        ? ['id', 'name', 'tier', 'lang']
        : fieldsAround(path, value);
  if (names.length === 0) return null;
  const start = from + found.index + found[0].length - (found[2] ?? '').length;
  return {
    from: start,
    candidates: names.map((name) => ({ label: name, kind: 'name', insert: name, about: null })),
  };
}

/** The fields of the forms whose answers an expression may read: the way's own and the step's. */
function fieldsAround(path: WritingPlace['path'], value: unknown): string[] {
  return path.flatMap((_, depth) => {
    const form = valueAt(value, [...path.slice(0, depth), 'meta', 'form', 'properties']);
    return Object.keys(record(form));
  });
}

function record(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}
