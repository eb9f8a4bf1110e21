import type { AuditEntry } from './acts.js';
import type { AuditRule } from './audited.decorators.js';
import type { Told } from './told.service.js';

/** What is needed of a request; the guard has put the person there. */
export interface AuditedRequest {
  id: string;
  ip: string;
  method?: string;
  routeOptions?: { url?: string };
  headers: Record<string, string | string[] | undefined>;
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  person?: { id: string };
}

export interface AuditedReply {
  getHeader(name: string): unknown;
}

const MOST_CHARACTERS = 200;

/** The row that a call leaves, without what is known only at its end. */
export function describeCall(
  rule: AuditRule,
  request: AuditedRequest,
  answer: unknown,
  { before, facts, table }: Told = {},
): AuditEntry {
  const actorId = request.person?.id ?? idOf(read(answer, 'user'));
  return {
    actorKind: actorId === undefined ? 'anonymous' : 'agent',
    actorId: actorId ?? null,
    act: rule.act === 'customer.read' && table !== undefined ? 'customer.exported' : rule.act,
    outcome: 'done',
    about: aboutOf(rule, request, answer),
    tickets: ticketsOf(rule, request, table === undefined ? answer : table.of),
    requestId: request.id,
    data: {
      ...givenIn(rule, request.body),
      ...(before === undefined ? {} : { before: valuesOf(rule, request.body, before) }),
      ...facts,
      ...(table === undefined ? {} : { file: table.file }),
    },
    personal: { ...personalOf(request), ...personalBefore(request, before) },
  };
}

/** Whether a caller wants a table to take away. */
export function asksForCsv({ query, headers }: AuditedRequest): boolean {
  return query?.['format'] === undefined
    ? /^\s*text\/csv\b/iu.test(String(headers['accept'] ?? ''))
    : query['format'] === 'csv';
}

/** Whether the answer is a table. */
export function givesCsv(reply: AuditedReply): boolean {
  const type = reply.getHeader('content-type');
  return typeof type === 'string' && /^text\/csv\b/u.test(type);
}

function aboutOf(rule: AuditRule, request: AuditedRequest, answer: unknown): AuditEntry['about'] {
  if (rule.about === undefined) return undefined;
  const { kind, param } = rule.about;
  const id = param === undefined ? idOf(answer) : request.params?.[param];
  return id === undefined ? undefined : { kind, id: storable(id) };
}

function ticketsOf(rule: AuditRule, request: AuditedRequest, answer: unknown): string[] | undefined {
  // What is given out as text holds whatever it was made of, and nobody has told.
  if (rule.act === 'customer.read' && typeof answer === 'string')
    throw new Error(`an answer of ${request.routeOptions?.url ?? ''} does not say whose data it is`);
  const ids = rule.tickets?.flatMap((place) =>
    place.startsWith(':') ? [request.params?.[place.slice(1)]] : allAt(answer, place.split('.')),
  );
  return ids && [...new Set(ids.filter((id) => typeof id === 'string').map(storable))];
}

/** What stands at a place; of lists what stands there in each. */
function allAt(value: unknown, [name, ...rest]: readonly string[]): unknown[] {
  if (Array.isArray(value))
    return value.flatMap((one) => allAt(one, name === undefined ? [] : [name, ...rest]));
  return name === undefined ? [value] : allAt(read(value, name), rest);
}

function givenIn(rule: AuditRule, body: unknown): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || rule.values === undefined) return {};
  const given = Object.keys(body).filter((name) => read(body, name) !== undefined);
  const values = given.filter((name) => rule.values?.includes(name)).map((name) => [name, read(body, name)]);
  return { given, ...(Object.fromEntries(values) as Record<string, unknown>) };
}

/** Of what was there before, what this call has changed. */
function valuesOf(rule: AuditRule, body: unknown, before: Record<string, unknown>): Record<string, unknown> {
  const named = Object.entries(before).filter(
    ([name]) => rule.values?.includes(name) === true && read(body, name) !== undefined,
  );
  return Object.fromEntries(named);
}

function personalBefore(
  { body }: AuditedRequest,
  before: Record<string, unknown> | undefined,
): Record<string, string> {
  const [name, email] = ['name', 'email'].map((key) =>
    read(body, key) === undefined ? undefined : textOf(read(before, key)),
  );
  return {
    ...(name === undefined ? {} : { nameBefore: storable(name) }),
    ...(email === undefined ? {} : { emailBefore: storable(email) }),
  };
}

function personalOf(request: AuditedRequest): Record<string, string> {
  const why = request.headers['stepwise-reason'];
  const all = {
    address: request.ip,
    why: typeof why === 'string' ? decode(why) : undefined,
    email: textOf(read(request.body, 'email')),
    name: textOf(read(request.body, 'name')),
  };
  const known = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [name, storable(value)]));
}

/** Headers carry no Chinese: a reason may be written as in addresses. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** PostgreSQL keeps no NUL, and no half of a character. */
function storable(value: string): string {
  const text = value.slice(0, MOST_CHARACTERS).replaceAll('\0', '');
  return new TextDecoder().decode(new TextEncoder().encode(text));
}

const idOf = (value: unknown): string | undefined => textOf(read(value, 'id'));
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function read(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
