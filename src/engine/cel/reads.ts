import { parseExpression } from './expressions.js';

/** A value that an expression reads, by its name: `context.amount`, `event.data.note`. */
export interface Read {
  of: 'context' | 'event.data';
  /** Null: all of it, or one whose name is worked out. */
  key: string | null;
  /** It is read whatever the other values are; otherwise a condition decides, or CEL may swallow that it is missing. */
  isSure: boolean;
  /** Inside `has()`, which reads nothing but whether it is there. */
  isAsked: boolean;
}

interface Node {
  op: string;
  args: unknown;
}

/** What an expression reads of the context and of the event's data; nothing when it does not parse. */
export function readsOf(expr: string): Read[] {
  const reads: Read[] = [];
  try {
    collect(parseExpression(expr), true, false, reads);
  } catch {
    // Found elsewhere.
    return [];
  }
  return reads;
}

/** The fields of the context that an expression reads; null when it reads all of it, or does not say which. */
export function contextKeysOf(expr: string): string[] | null {
  const keys = readsOf(expr).flatMap(({ of, key }) => (of === 'context' ? [key] : []));
  return keys.every((key) => key !== null) ? keys : null;
}

function collect(node: unknown, isSure: boolean, isAsked: boolean, reads: Read[]): void {
  if (Array.isArray(node)) {
    for (const part of node) collect(part, isSure, isAsked, reads);
    return;
  }
  if (!isNode(node)) return;
  const read = readAt(node);
  if (read) {
    reads.push({ ...read, isSure, isAsked });
    // What the name is worked out from is read too.
    if (read.key === null && node.op === '[]') collect(argsOf(node)[1], isSure, isAsked, reads);
    return;
  }
  const args = argsOf(node);
  if (node.op === '?:') {
    collect(args[0], isSure, isAsked, reads);
    collect(args.slice(1), false, isAsked, reads);
  } else if (node.op === '&&' || node.op === '||') collect(args, false, isAsked, reads);
  else if (node.op === 'call') collect(args[1], isSure, isAsked || args[0] === 'has', reads);
  else if (node.op === 'rcall') {
    collect(args[1], isSure, isAsked, reads);
    // The condition of a repetition is asked for entries only.
    collect(args[2], false, isAsked, reads);
  } else collect(node.args, isSure, isAsked, reads);
}

function readAt(node: Node): Pick<Read, 'of' | 'key'> | null {
  const whole = rootOf(node);
  if (whole) return { of: whole, key: null };
  if (node.op !== '.' && node.op !== '[]') return null;
  const [from, name] = argsOf(node);
  const of = isNode(from) ? rootOf(from) : null;
  if (!of) return null;
  if (typeof name === 'string') return { of, key: name };
  const isText = isNode(name) && name.op === 'value' && typeof name.args === 'string';
  return { of, key: isText ? (name.args as string) : null };
}

function rootOf({ op, args }: Node): Read['of'] | null {
  if (op === 'id') return args === 'context' ? 'context' : null;
  if (op !== '.' || !Array.isArray(args)) return null;
  const [from, name] = args as [unknown, unknown];
  return name === 'data' && isNode(from) && from.op === 'id' && from.args === 'event' ? 'event.data' : null;
}

function argsOf({ args }: Node): unknown[] {
  return Array.isArray(args) ? args : [args];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'op' in value && 'args' in value;
}
