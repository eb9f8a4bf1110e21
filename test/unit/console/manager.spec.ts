import { describe, expect, it } from '@jest/globals';
import type { SopDefinition } from '../../../src/engine/common/sop-format';
import { changeOf } from '../../../src/console/manager/common/compare';
import { fileName } from '../../../src/console/manager/common/csv';
import { partQuery, partsOf, reasonOf } from '../../../src/console/manager/common/figure-parts';
import {
  addDays,
  dayIn,
  previousOf,
  queryOf,
  readFilters,
  writeFilters,
} from '../../../src/console/manager/common/filters';
import {
  busiestVersion,
  hottest,
  hottestStep,
  valueOf,
  type StepRow,
} from '../../../src/console/manager/common/heat';
import { sortRows } from '../../../src/console/manager/common/sort-rows';
import { trafficOf, widthOf } from '../../../src/console/manager/common/traffic';
import { barsOf, sharesOf, sumOf, ticksOf, type Visit } from '../../../src/console/manager/tickets/visits';
import { isWaitingFor } from '../../../src/console/manager/common/whose';
import { graphOf } from '../../../src/console/kit/sop-diagram/graph-of';

const SHANGHAI = 'Asia/Shanghai';
const NOW = Date.parse('2026-11-22T17:00:00Z');
const read = (search: string) => readFilters(new URLSearchParams(search), NOW, SHANGHAI);

describe('what the figures are of', () => {
  it('ends a preset on today in the time zone of the reader', () => {
    expect(dayIn(SHANGHAI, NOW)).toBe('2026-11-23');
    expect(read('days=7')).toMatchObject({ preset: 7, from: '2026-11-17', to: '2026-11-23' });
    expect(read('days=7&tz=UTC')).toMatchObject({ from: '2026-11-16', to: '2026-11-22', tz: 'UTC' });
  });

  it('asks the server up to the day after the last', () => {
    expect(queryOf(read('from=2026-10-30&to=2026-10-31&team=warehouse'))).toEqual({
      ...{ from: '2026-10-30', to: '2026-11-01', team: 'warehouse', tz: SHANGHAI },
    });
  });

  it.each([
    'from=2026-13-01&to=2026-12-01',
    'from=2026-02-30&to=2026-03-01',
    'from=2026-11-09&to=2026-11-01',
    'from=x&to=y',
    'days=8',
  ])('takes %s for not said', (search) => {
    expect(read(search)).toMatchObject({ preset: 14, from: '2026-11-10', to: '2026-11-23' });
  });

  it('knows a version only with its SOP, a time zone only when there is one', () => {
    expect(read('version=2').version).toBeNull();
    expect(read('sop=a&version=2')).toMatchObject({ sop: 'a', version: 2 });
    expect(read('sop=a&version=-1').version).toBeNull();
    expect(read('tz=Nowhere/Land').tz).toBe(SHANGHAI);
    expect(read('agent=ann').agent).toBeNull();
  });

  it.each([
    'sop=return-refund&version=3&team=warehouse&channel=chat&days=30',
    'agent=00000000-0000-4000-8000-00000000dead',
    'from=2026-11-01&to=2026-11-14&tz=Europe%2FBerlin&compare=no',
    '',
  ])('writes "%s" as it has read it', (search) => {
    expect(writeFilters(read(search), SHANGHAI).toString()).toBe(search);
  });

  it('puts the period before directly in front, as long as this one, over the end of a month', () => {
    expect(previousOf(read('from=2026-03-01&to=2026-03-07'))).toMatchObject({
      ...{ preset: null, from: '2026-02-22', to: '2026-02-28' },
    });
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('the change against the period before', () => {
  const compared = { n: 204, nBefore: 190, test: 'newcombe', result: 'higher', change: 0.1 } as const;

  it('says in points whether a rate has become better', () => {
    expect(changeOf(compared, 'up')).toEqual({
      ...{ direction: 'up', isBetter: true, size: 0.1, unit: 'points', mayBeChance: false, test: 'newcombe' },
    });
    expect(changeOf(compared, 'down')).toMatchObject({ isBetter: false });
  });

  it('says of other figures by which share, and what may be chance', () => {
    const medians = { ...compared, test: 'median-intervals', change: -0.5, result: 'no-difference' } as const;
    expect(changeOf(medians, 'down')).toMatchObject({
      direction: 'down',
      isBetter: true,
      size: 0.5,
      unit: 'share',
    });
    expect(changeOf(medians, null)).toMatchObject({ isBetter: null, mayBeChance: true });
    expect(changeOf({ ...medians, change: 0.004 }, 'down')).toMatchObject({
      direction: 'same',
      isBetter: null,
    });
  });

  it('is none where there are too few cases, or there was nothing before', () => {
    expect(changeOf({ ...compared, result: 'too-few', change: null, test: null }, 'up')).toBeNull();
    expect(changeOf({ ...compared, test: 'welch', change: null }, 'up')).toBeNull();
  });
});

describe('the order of a table', () => {
  const rows = [{ a: 2 }, { a: null }, { a: 10 }];
  it('puts what has no value last either way', () => {
    expect(sortRows(rows, ({ a }) => a, false, 'en').map(({ a }) => a)).toEqual([2, 10, null]);
    expect(sortRows(rows, ({ a }) => a, true, 'en').map(({ a }) => a)).toEqual([10, 2, null]);
  });
  it('sorts names as the reader does', () => {
    const names = ['王', '陈', '李'];
    expect(sortRows(names, (name) => name, false, 'zh-CN')).toEqual(['陈', '李', '王']);
  });
});

describe('the heat of a step', () => {
  const duration = (n: number, sumSeconds: number) => ({ n, sumSeconds, p90Seconds: 60 });
  const row = (change: object) =>
    ({
      ...{ version: 1, visits: 10, shareOfTotal: 0.3, dwell: duration(4, 400), rework: { value: 0.01 } },
      parts: { queue: duration(4, 100), offShift: duration(4, 60), customer: duration(4, 240) },
      ...{ escalation: { value: null }, sla: { value: 0.9 }, ...change },
    }) as unknown as StepRow;

  it('counts as waiting for us what waits in the queue or for a shift, per visit', () => {
    expect(valueOf(row({}), 'waiting')).toBe(40);
    expect(valueOf(row({ dwell: duration(0, 0) }), 'waiting')).toBeNull();
  });
  it('takes the other side of the SLA', () => {
    expect(valueOf(row({}), 'missed')).toBeCloseTo(0.1);
    expect(valueOf(row({}), 'escalation')).toBeNull();
  });
  it('does not let the highest of small rates glow', () => {
    expect(hottest([row({})], 'rework')).toBe(0.05);
    expect(hottest([row({ rework: { value: 0.4 } })], 'rework')).toBe(0.4);
  });
  it('opens on the step that glows most, or on none where nothing was measured', () => {
    const rows = [row({ step: 'a', shareOfTotal: 0.2 }), row({ step: 'b', shareOfTotal: 0.5 })];
    expect(hottestStep(rows, 'share')).toBe('b');
    expect(hottestStep([row({ step: 'a', shareOfTotal: 0 })], 'share')).toBeNull();
    expect(hottestStep([row({ shareOfTotal: null })], 'share')).toBeNull();
    expect(hottestStep([], 'share')).toBeNull();
  });
  it('shows the version with most visits, else the newer', () => {
    expect(busiestVersion([row({ version: 1 }), row({ version: 2, visits: 11 })])).toBe(2);
    expect(busiestVersion([row({ version: 1 }), row({ version: 2 })])).toBe(2);
    expect(busiestVersion([])).toBeNull();
  });
});

describe('how many took which way', () => {
  const step = { kind: 'human' };
  const definition = {
    id: 'x',
    initial: 'a',
    states: {
      a: { meta: step, on: { GO: 'choose', STAY: 'b' } },
      choose: {
        always: [{ target: 'b', guard: { type: 'cel', params: { expr: 'true' } } }, { target: 'phase' }],
      },
      b: { meta: step, on: { END: 'done' } },
      phase: {
        initial: 'c',
        on: { STOP: 'done' },
        states: { c: { meta: step, on: { NEXT: 'd' } }, d: { meta: step } },
      },
      done: { type: 'final' },
    },
  } as unknown as SopDefinition;
  const graph = graphOf(definition);
  const traffic = (flows: Parameters<typeof trafficOf>[1], of = graph) =>
    Object.fromEntries(
      [...trafficOf(of, flows)].map(([id, count]) => [id.replace(/:[a-z]+$/, ''), count] as const),
    );

  it('counts the choice on the way with both of its ways', () => {
    expect(
      traffic([
        { from: null, event: 'opened', to: 'a', count: 10 },
        { from: 'a', event: 'GO', to: 'b', count: 4 },
        { from: 'a', event: 'GO', to: 'phase.c', count: 3 },
        { from: 'a', event: 'STAY', to: 'b', count: 2 },
      ]),
    ).toEqual({ '::start>a': 10, 'a>choose': 7, 'choose>b': 4, 'choose>phase.c': 3, 'a>b': 2 });
  });

  it('finds the way out of a phase from any of its steps, and endings', () => {
    expect(
      traffic([
        { from: 'phase.c', event: 'STOP', to: null, count: 5 },
        { from: 'phase.d', event: 'STOP', to: null, count: 2 },
        { from: 'b', event: 'END', to: null, count: 1 },
      ]),
    ).toEqual({ 'phase::exits>done': 7, 'b>done': 1 });
  });

  it('counts a visit that went on in several regions once, and all that came out of them', () => {
    const region = (first: string) => ({
      initial: first,
      states: { [first]: { meta: step, on: { OK: 'end' } }, end: { type: 'final' } },
    });
    const forked = {
      id: 'y',
      initial: 'a',
      states: {
        a: { meta: step, on: { GO: 'both', SKIP: 'z' } },
        both: { type: 'parallel', states: { left: region('l'), right: region('r') }, on: { STOP: 'z' } },
        z: { meta: step },
      },
    } as unknown as SopDefinition;
    const counted = traffic(
      [
        { from: 'a', event: 'GO', to: 'both.left.l', count: 6 },
        { from: 'a', event: 'GO', to: 'both.right.r', count: 6 },
        { from: 'a', event: 'SKIP', to: 'z', count: 1 },
        { from: 'both.left.l', event: 'STOP', to: 'z', count: 2 },
        { from: 'both.right.r', event: 'STOP', to: 'z', count: 2 },
      ],
      graphOf(forked),
    );
    const regions = { 'both::fork>both.left.l': 6, 'both::fork>both.right.r': 6 };
    expect(counted).toEqual({ 'a>both::fork': 6, ...regions, 'a>z': 1, 'both::exits>z': 4 });
  });

  it('leaves out what is no way of the SOP', () => {
    expect(traffic([{ from: 'a', event: 'merged', to: null, count: 9 }])).toEqual({});
  });

  it('draws the busiest widest', () => {
    expect(widthOf(100, 100)).toBe(8);
    expect(widthOf(25, 100)).toBe(4.75);
    expect(widthOf(0, 0)).toBe(1.5);
  });
});

describe('the time line of a ticket', () => {
  const none = { queue: 0, offShift: 0, touch: 0, customer: 0, external: 0, join: 0 };
  const visit = (enteredAt: string, exitedAt: string | null, parts: object) =>
    ({ enteredAt, exitedAt, parts: { ...none, ...parts } }) as unknown as Visit;
  const visits = [
    visit('2026-11-01T00:00:00Z', '2026-11-01T01:00:00Z', { queue: 2_700_000, touch: 900_000 }),
    visit('2026-11-01T01:00:00Z', null, { customer: 0 }),
  ];

  it('places stays on one axis, open ones up to now', () => {
    const [first, second] = barsOf(visits, Date.parse('2026-11-01T04:00:00Z'));
    expect(first).toMatchObject({ start: 0, length: 0.25 });
    expect(second).toMatchObject({ start: 0.25, length: 0.75, parts: [] });
  });

  it('lets the shares of the parts add up to one', () => {
    const shares = sharesOf(sumOf(visits));
    expect(shares.map(({ part, share }) => [part, share])).toEqual([
      ['queue', 0.75],
      ['touch', 0.25],
    ]);
  });

  it('marks the axis at whole hours or days of the reader', () => {
    const begin = Date.parse('2026-11-01T00:10:00Z');
    const ticks = ticksOf(begin, begin + 6 * 86_400_000, 7, 8 * 3_600_000);
    expect(ticks.map((at) => new Date(at).toISOString())).toContain('2026-11-01T16:00:00.000Z');
    expect(ticks).toHaveLength(6);
  });
});

describe('the part of a list', () => {
  it('is asked for as the server knows it', () => {
    expect(partQuery(null)).toEqual({ excluded: true });
    expect(partQuery('transfers')).toEqual({ part: 'transfers' });
    expect(partQuery('out')).toEqual({ part: 'left-out' });
    expect(partQuery('out-immature')).toEqual({ reason: 'immature' });
    expect(reasonOf('open')).toBeNull();
  });

  it('can be chosen, also when only a number opens it', () => {
    expect(partsOf('reopen', 'met')).toEqual(['counted', 'met', 'unmet', 'out']);
    expect(partsOf('reopen', 'reopenings')).toEqual(['counted', 'met', 'unmet', 'out', 'reopenings']);
    expect(partsOf('first-response', null)).toEqual(['counted', 'out']);
  });
});

describe('for whom a ticket waits', () => {
  it('sees in shifts, batches and priorities something that can be changed here', () => {
    expect(isWaitingFor('nobody-on-shift', 'us')).toBe(true);
    expect(isWaitingFor('customer', 'us')).toBe(false);
    expect(isWaitingFor('external', 'others')).toBe(true);
    expect(isWaitingFor('external', 'all')).toBe(true);
  });
});

it('names a download after what is inside and of when', () => {
  expect(fileName('“退货验收” / 步骤', { from: '2026-11-01', to: '2026-11-07' })).toBe(
    'stepwise--退货验收-步骤-2026-11-01-2026-11-07.csv',
  );
});
