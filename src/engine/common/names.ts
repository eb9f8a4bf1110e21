import type { Json } from './model.js';

/** Property names that JavaScript gives a meaning of its own; no SOP, form or context may use them. */
const MEANINGFUL = new Set(['__proto__', 'constructor', 'prototype']);
/** Deeper data is no ticket's data; it would only cost stack. */
const MAX_DEPTH = 64;

export function isUnsafeName(name: string): boolean {
  return MEANINGFUL.has(name);
}

/** One token of a JSON pointer, escaped. */
export function pointerToken(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The JSON pointer of the first property whose name is unsafe, or of the first value that lies too deep; else null. */
export function findUnsafe(value: unknown, depth = 0): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (depth > MAX_DEPTH) return '';
  const isList = Array.isArray(value);
  for (const key of Object.keys(value)) {
    if (!isList && isUnsafeName(key)) return `/${pointerToken(key)}`;
    // Only what is found has its place put together.
    const found = findUnsafe((value as Record<string, Json>)[key], depth + 1);
    if (found !== null) return `/${pointerToken(key)}${found}`;
  }
  return null;
}
