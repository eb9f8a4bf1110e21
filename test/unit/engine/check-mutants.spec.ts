import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { checkDefinition, checkSop } from '../../../src/engine/check/check.js';
import type { Known } from '../../../src/engine/check/known.js';
import type { Json, JsonObject, SopDefinition } from '../../../src/engine/common/model.js';
import { listHarmless, listMutants } from './check-mutants.js';

const FOLDER = new URL('../../../workflows/', import.meta.url);
const TEAMS = ['after-sales', 'logistics', 'quality', 'warehouse'];
const KNOWN: Known = {
  teams: TEAMS,
  tiers: Object.fromEntries(TEAMS.map((team) => [team, 3])),
  skills: ['complaints', 'refunds'],
  connections: ['shop'],
};
const SHIPPED = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const { definition, findings } = checkSop(readFileSync(new URL(name, FOLDER), 'utf8'), 'yaml', KNOWN);
    if (definition === null) throw new Error(`${name} is no SOP`);
    return { name, definition, findings };
  });
/** Of each kind so many are checked; `MUTANTS=1000` for all. */
const PER_KIND = Number(process.env['MUTANTS'] ?? 2);

/** Told, because it also picks the faults. */
const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const codesOf = (sop: SopDefinition): Set<string> =>
  new Set(checkSop(JSON.stringify(sop), 'json', KNOWN).findings.map(({ code }) => code));

describe(`faults put into the SOPs that ship (seed ${String(seed)})`, () => {
  const mutants = SHIPPED.flatMap(({ definition }) => listMutants(definition));
  const kinds = [...new Set(mutants.map(({ kind }) => kind))];

  it('are none before', () => {
    expect(SHIPPED.flatMap(({ findings }) => findings)).toEqual([]);
  });

  it('are found, each kind by its finding', () => {
    const picked = kinds.flatMap((kind) => {
      const some = mutants.filter((mutant) => mutant.kind === kind);
      return (
        fc.sample(
          fc.shuffledSubarray(some, {
            minLength: Math.min(PER_KIND, some.length),
            maxLength: Math.min(PER_KIND, some.length),
          }),
          {
            seed,
            numRuns: 1,
          },
        )[0] ?? []
      );
    });
    const missed = picked.filter(({ make, code }) => !codesOf(make()).has(code));
    const counts = kinds.map((kind) => {
      const [all, lost] = [picked, missed].map((list) => list.filter((one) => one.kind === kind).length);
      return `${kind}: ${String((all ?? 0) - (lost ?? 0))} found, ${String(lost)} missed`;
    });
    process.stdout.write(`seed ${String(seed)}\n${counts.join('\n')}\n`);
    expect(missed.map(({ kind, at }) => `${kind} ${at}`)).toEqual([]);
  });
});

describe('what only looks like a fault', () => {
  const cases = SHIPPED.flatMap(({ name: file, definition }) =>
    listHarmless(definition).map(({ name, make }) => ({ name: `${name} in ${file}`, make })),
  );

  it.each(cases)('$name is none', ({ make }) => {
    expect([...codesOf(make())].filter((code) => code !== 'shared-event')).toEqual([]);
  });
});

describe('whatever becomes of a definition', () => {
  const pointers = (value: Json, at: string[] = []): string[][] =>
    typeof value !== 'object' || value === null
      ? [at]
      : [at, ...Object.entries(value).flatMap(([key, inner]) => pointers(inner, [...at, key]))];
  const places = SHIPPED.map(({ definition }) =>
    pointers(definition as unknown as Json).filter((at) => at.length > 0),
  );

  it('the check answers with findings and never throws', () => {
    fc.assert(
      fc.property(
        fc.nat(SHIPPED.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.option(fc.jsonValue(), { nil: undefined })), {
          minLength: 1,
          maxLength: 4,
        }),
        (which, changes) => {
          const sop = structuredClone(SHIPPED[which]?.definition) as unknown as JsonObject;
          for (const [n, value] of changes) {
            const all = places[which] ?? [];
            replace(sop, all[n % all.length] ?? [], value as Json | undefined);
          }
          for (const findings of [
            checkDefinition(sop as unknown as SopDefinition),
            checkSop(JSON.stringify(sop), 'json', KNOWN).findings,
          ]) {
            expect(findings.filter(({ code }) => code === 'check-failed')).toEqual([]);
            expect(findings.every(({ message }) => message.en !== '' && message['zh-CN'] !== '')).toBe(true);
          }
        },
      ),
      { seed, numRuns: 8 },
    );
  });
});

/** Puts something else at a place; undefined takes away what is there. */
function replace(root: JsonObject, at: string[], value: Json | undefined): void {
  let node: Json | undefined = root;
  for (const key of at.slice(0, -1))
    node = typeof node === 'object' && node !== null ? (node as JsonObject)[key] : undefined;
  const key = at.at(-1);
  if (typeof node !== 'object' || node === null || key === undefined) return;
  if (value === undefined) Reflect.deleteProperty(node, key);
  else Object.assign(node, { [key]: value });
}
