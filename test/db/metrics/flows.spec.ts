import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { StepFlow } from '../../../src/metrics/steps/steps-answer.dto.js';
import { StepsService } from '../../../src/metrics/steps/steps.service.js';
import type { FiguresBench } from './figures-bench.js';
import { openFigures } from './figures-bench.js';
import { Walk, walks } from './walks.js';
import { writeWorld } from './world-rows.js';
import { NOW } from './world.js';

const DAY = 86_400_000;
const RUNS = { numRuns: 30, endOnFailure: true };

const unfold = (flows: StepFlow[]): string[] =>
  flows.flatMap(({ from, event, to, count }) =>
    Array.from({ length: count }, () => `${String(from)} ${event} ${String(to)}`),
  );

describe('the flows between steps', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const scope = {
    from: NOW - 30 * DAY,
    to: NOW,
    asOf: NOW,
    teams: null,
    channel: null,
    sop: 'small',
    version: null,
  };

  it('are the ways that the tickets went, through forks, joins and steps that were only passed', async () => {
    await fc.assert(
      fc.asyncProperty(walks, async ({ world, flows: expected }) => {
        await writeWorld(bench.database.pool, world);
        const { flows } = await bench.module.get(StepsService).steps(scope, 'en');
        expect(unfold(flows).sort()).toEqual(expected.toSorted());
      }),
      RUNS,
    );
  });

  it('carry the title of the way out, in the language of the caller', async () => {
    const ticket = new Walk(1, NOW - 20 * DAY).take({
      moves: [
        { step: 'triage', hours: 1 },
        { step: 'approval', hours: 1 },
        { step: 'asking', hours: 1 },
      ],
      open: false,
      again: null,
      age: 20,
    });
    await writeWorld(bench.database.pool, [ticket]);
    const { flows, steps } = await bench.module.get(StepsService).steps(scope, 'zh-CN');
    expect(flows.map(({ from, title }) => [from, title])).toEqual([
      [null, '创建工单'],
      ['approval', '驳回'],
      ['asking', '超时（P3D）'],
      ['triage', '同意'],
    ]);
    expect(steps.find(({ step }) => step === 'triage')?.leaving).toEqual([
      { event: 'APPROVE', title: '同意', visits: 1, share: 1 },
    ]);
  });
});
