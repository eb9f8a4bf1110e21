import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ArgumentMetadata } from '@nestjs/common';
import 'reflect-metadata';
import { getMetadataStorage } from 'class-validator';
import { planOf, type DtoClass } from '../../../src/problems/dto-plan.js';
import { InvalidBody } from '../../../src/problems/http-problems.js';
import { readDto } from '../../../src/problems/read-dto.js';
import { findUnstorable } from '../../../src/problems/storable.js';
import { LibraryValidation, RequestValidation } from '../../../src/problems/validation.js';
import fc from '../../support/fast-check.js';
import { bodiesOf } from './dto-bodies.js';

const SOURCE = fileURLToPath(new URL('../../../src/', import.meta.url));

/** Every class of the program with rules for what comes in. */
async function allDtos(): Promise<DtoClass[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.dto.ts'),
  );
  const classes: unknown[] = [];
  for (const name of files) {
    const module = (await import(pathToFileURL(join(SOURCE, name)).href)) as Record<string, unknown>;
    classes.push(...Object.values(module));
  }
  const rulesOf = (one: object): unknown[] =>
    getMetadataStorage().getTargetValidationMetadatas(one as DtoClass, '', false, false);
  return [...new Set(classes)].filter(
    (one): one is DtoClass => typeof one === 'function' && 'prototype' in one && rulesOf(one).length > 0,
  );
}

type Outcome = { value: unknown } | { errors: unknown } | { thrown: string };

async function outcome(read: () => unknown): Promise<Outcome> {
  try {
    return { value: await read() };
  } catch (error) {
    return error instanceof InvalidBody ? { errors: error.errors } : { thrown: String(error) };
  }
}

/** Also what equality does not ask for: the order of fields, at any depth. */
const written = (value: unknown): string | undefined => JSON.stringify(value);

let dtos: DtoClass[];
beforeAll(async () => {
  dtos = await allDtos();
});

const metadataOf = (metatype: DtoClass, type: ArgumentMetadata['type'] = 'body'): ArgumentMetadata => ({
  metatype,
  type,
});

/** As it was before there were plans. */
function libraryAlone(value: unknown, metadata: ArgumentMetadata): unknown {
  const errors = findUnstorable(value);
  if (errors.length > 0) throw new InvalidBody(errors);
  return new LibraryValidation().transform(value, metadata);
}

/** The same body twice, since the library takes some names out of what it is given. */
async function bothWays(dto: DtoClass, make: () => unknown): Promise<[Outcome, Outcome]> {
  const ours = await outcome(() => new RequestValidation().transform(make(), metadataOf(dto)));
  const theirs = await outcome(() => libraryAlone(make(), metadataOf(dto)));
  return [ours, theirs];
}

describe('what is read by a plan', () => {
  it('is every DTO of the program', () => {
    expect(dtos.length).toBeGreaterThan(50);
    expect(dtos.filter((one) => planOf(one) === null).map(({ name }) => name)).toEqual([]);
  });

  it('is taken or refused as the library would, with the same value or the same problem', async () => {
    for (const dto of dtos)
      await fc.assert(
        fc.asyncProperty(bodiesOf(dto), fc.boolean(), async (body, isBare) => {
          const [ours, theirs] = await bothWays(dto, () => copyOf(body, isBare));
          if (!isDeepStrictEqual(ours, theirs) || written(ours) !== written(theirs))
            expect({ dto: dto.name, body, ...ours }).toEqual({ dto: dto.name, body, ...theirs });
        }),
        { numRuns: 150 },
      );
  });

  it('is found by these bodies both good and bad, and stays as it was sent', () => {
    for (const dto of dtos) {
      const plan = planOf(dto);
      const seen = new Set<boolean>();
      // Of a DTO with many fields one body in fifty has no fault.
      for (const body of fc.sample(bodiesOf(dto), 3_000)) {
        if (seen.size === 2 || plan === null) break;
        const given = copyOf(body);
        seen.add(readDto(plan, given) !== null);
        expect(isDeepStrictEqual(given, copyOf(body))).toBe(true);
      }
      expect([dto.name, seen]).toEqual([dto.name, new Set([true, false])]);
    }
  });

  it('is the same for what is no JSON at all', async () => {
    class Own {
      type = 'APPROVE';
    }
    const [event] = dtos.filter(({ name }) => name === 'EventDto');
    if (event === undefined) throw new Error('there is no EventDto');
    const sparse: unknown[] = [];
    sparse[2] = 'a';
    const bodies: (() => unknown)[] = [
      () => undefined,
      () => null,
      () => 'APPROVE',
      () => [],
      () => [{ type: 'APPROVE' }],
      () => new Own(),
      () => ({ type: 'APPROVE', data: new Own() }),
      () => ({ type: 'APPROVE', data: new Date(0) }),
      () => ({ type: 'APPROVE', data: new Map([['a', 1]]) }),
      () => ({ type: 'APPROVE', data: { list: [...sparse], gaps: Object.assign([], sparse) } }),
      () => ({ type: 'APPROVE', data: Object.assign(Object.create(null), { a: 1 }) as unknown }),
      () => ({ type: 'APPROVE', data: { at: { deep: Buffer.from('x') }, call: String } }),
      () => Object.assign(Object.create({ step: 'inherited' }), { type: 'APPROVE' }) as unknown,
      () =>
        JSON.parse('{"type":"APPROVE","constructor":{"prototype":{}},"data":{"constructor":1}}') as unknown,
      () => JSON.parse('{"type":"APPROVE","__proto__":{"step":"x"},"data":{"__proto__":{"a":1}}}') as unknown,
    ];
    for (const make of bodies) {
      const [ours, theirs] = await bothWays(event, make);
      expect(isDeepStrictEqual(ours, theirs) && written(ours) === written(theirs)).toBe(true);
    }
  });
});

/** As JSON brings it, or without a prototype as a query has it. */
function copyOf(value: unknown, isBare = false): unknown {
  if (Array.isArray(value)) return value.map((one) => copyOf(one));
  if (typeof value !== 'object' || value === null) return value;
  const copy: object = isBare ? (Object.create(null) as object) : {};
  for (const [name, one] of Object.entries(value))
    Object.defineProperty(copy, name, {
      ...{ value: copyOf(one), enumerable: true, writable: true, configurable: true },
    });
  return copy;
}
