import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ACTION_TYPES } from '../../../src/engine/format/format-parts.js';
import { sopFormatSchema } from '../../../src/engine/format/format-schema.js';

/** All names of fields that a schema knows, wherever they stand. */
function fieldsOf(schema: unknown, found = new Set<string>()): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found;
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') for (const name of Object.keys(value as object)) found.add(name);
    fieldsOf(value, found);
  }
  return found;
}

describe.each(['sop-format.md', 'sop-format.zh-CN.md'])('docs/%s', (name) => {
  const text = readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
  // What stands between backticks, with the parts of what is written out: `to: { team, tier }`.
  const told = new Set(
    [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = '']) => code.match(/[\w-]+/g) ?? []),
  );
  // Of JSON Schema, of guards and of the languages: said in words.
  const known = ['$schema', 'type', 'en', 'zh-CN'];

  it('names every field of the format', () => {
    const missing = [...fieldsOf(sopFormatSchema())].filter(
      (field) => !told.has(field) && !known.includes(field),
    );
    expect(missing).toEqual([]);
  });

  it('names every action', () => {
    expect(ACTION_TYPES.filter((action) => !told.has(action))).toEqual([]);
  });
});
