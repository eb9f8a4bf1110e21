import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import type { FigureScope } from '../../../src/metrics/shared/cohort-sql.js';
import type { Figure } from '../../../src/metrics/cases/drill-down.dto.js';
import { FIGURES } from '../../../src/metrics/cases/drill-down.dto.js';
import { DrillDownService } from '../../../src/metrics/cases/drill-down.service.js';
import type { DurationFigure, Rate } from '../../../src/metrics/shared/figures.js';
import { OverviewService } from '../../../src/metrics/overview/overview.service.js';
import { openFigures, type FiguresBench } from './figures-bench.js';
import { expectDuration, expectRate } from './expectations.js';
import { Oracle } from './oracle.js';
import { everything, inScope, scopes } from './scopes.js';
import { writeWorld } from './world-rows.js';
import type { WorldEvent, WorldTicket } from './world.js';
import { NOW, worlds } from './world.js';

const RUNS = { numRuns: 30, endOnFailure: true };

describe('the overview', () => {
  let bench: FiguresBench;
  beforeAll(async () => {
    bench = await openFigures();
  });
  afterAll(() => bench.close());

  const overviewOf = (scope: FigureScope) => bench.module.get(OverviewService).overview(scope);

  it('of nothing has no rates, no means and no intervals', async () => {
    await writeWorld(bench.database.pool, []);
    const figures = await overviewOf(everything);
    expect(figures.tickets).toEqual({
      created: 0,
      open: 0,
      resolved: 0,
      cancelled: 0,
      merged: 0,
      handled: 0,
    });
    expect(figures.reopen).toMatchObject({ value: null, n: 0, interval: null });
    expect(figures.sla.resolution).toMatchObject({ value: null, n: 0, interval: null });
    expect(figures.sla.steps).toMatchObject({ value: null, n: 0, tickets: 0 });
    expect(figures.backlog).toEqual({ atStart: 0, atEnd: 0 });
    expect(figures.fcr.gross).toMatchObject({ value: null, n: 0, interval: null });
    expect(figures.escalation).toMatchObject({ value: null, n: 0, escalations: { total: 0 } });
    expect(figures.resolutionTime.first.calendar).toMatchObject({
      n: 0,
      meanSeconds: null,
      p50Seconds: null,
    });
    expect(figures.resolutionTime.first.calendar.kaplanMeierMedianSeconds).toBeNull();
    expect(figures.firstResponse.onTime.value).toBeNull();
  });

  it('counts first contact resolution as the stories tell it', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { fcr } = await overviewOf(scope);
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope);
        const states = cases.map((t) => oracle.fcrState(t));
        const netStates = states.map((state, i) => {
          const t = cases[i];
          return state === 'counted' && t !== undefined && oracle.policy(t) ? 'policy' : state;
        });
        const counts = (t: WorldTicket) => oracle.fcrState(t) === 'counted';
        expectRate(
          fcr.gross,
          cases.map((t) => oracle.firstContact(t)),
          states,
        );
        expectRate(
          fcr.strict,
          cases.map((t) => oracle.strict(t)),
          states,
        );
        expectRate(
          fcr.net,
          cases.map((t) => counts(t) && oracle.firstContact(t) && !oracle.policy(t)),
          netStates,
        );
        const brokenBy = (why: string) => cases.filter((t) => oracle.broken(t)?.why === why).length;
        expect(fcr.broken).toEqual({
          customerMessage: brokenBy('customer-message'),
          reopened: brokenBy('reopened'),
          repeatContact: brokenBy('repeat-contact'),
        });
        const page = { after: null, limit: 50, part: 'unmet' } as const;
        const { items } = await bench.module.get(DrillDownService).tickets(scope, 'fcr-gross', page);
        const told = items.map(({ ticketId, broken }) => [
          ticketId,
          broken && [broken.why, Date.parse(broken.at), broken.ticketId],
        ]);
        const expected = cases.flatMap((t) => {
          const sign = oracle.broken(t);
          return sign === null ? [] : [[String(t.id), [sign.why, sign.at, String(sign.ticket)]]];
        });
        expect(told).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('counts escalations with the tickets that were merged, by what raised them', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { escalation } = await overviewOf(scope);
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope);
        const counted = cases.filter((t) => oracle.escalationState(t) === 'counted');
        const raised = counted.flatMap((t) => oracle.escalations(t, scope.teams));
        expectRate(
          escalation,
          counted.map((t) => oracle.escalations(t, scope.teams).length > 0),
          cases.map((t) => oracle.escalationState(t)),
        );
        expect(escalation.open).toBe(counted.filter((t) => oracle.status(t) === 'open').length);
        expect(escalation.escalations).toEqual({
          total: raised.length,
          byAgent: raised.filter((by) => by === 'agent').length,
          byRule: raised.filter((by) => by === 'rule').length,
          byClock: raised.filter((by) => by === 'clock').length,
        });
        const members = counted.flatMap((t) => oracle.family(t));
        const events = members.flatMap((m) => m.events.map((e) => ({ team: m.team, ...e })));
        const isAsked = (team: string) => scope.teams?.includes(team) ?? true;
        const count = (type: WorldEvent['type']) =>
          events.filter((e) => e.type === type && isAsked(('from' in e ? e.from : undefined) ?? e.team))
            .length;
        expect(escalation.transfers).toBe(count('transferred'));
        expect(escalation.handBacks).toBe(count('handed-back'));
        expect(escalation.approvals).toBe(count('approval'));
        expect(escalation.priorityChanges).toBe(
          [...events.filter((e) => e.type.endsWith('priority')), ...members.filter((m) => m.ruledFrom)]
            .length,
        );
      }),
      RUNS,
    );
  });

  it('measures resolution in calendar, business and net time, with the open ones counted', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { first, full } = (await overviewOf(scope)).resolutionTime;
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope).filter(
          (t) => !['cancelled', 'merged'].includes(oracle.status(t)),
        );
        for (const [figures, endOf] of [
          [first, (t: WorldTicket) => oracle.first(t, 'resolved')],
          [full, (t: WorldTicket) => oracle.resolved(t)],
        ] as const) {
          const ended = cases.flatMap((t) => {
            const at = endOf(t);
            return at === null ? [] : [{ t, at }];
          });
          expectDuration(
            figures.calendar,
            ended.map(({ t, at }) => at - t.createdAt),
          );
          expectDuration(
            figures.business,
            ended.map(({ t, at }) => oracle.between(t, t.createdAt, at)),
          );
          expectDuration(
            figures.net,
            ended.map(({ t, at }) => oracle.between(t, t.createdAt, at) - oracle.waitedFor(t, at)),
          );
          expect(figures.excluded['open']).toBe(cases.length - ended.length);
        }
      }),
      RUNS,
    );
  });

  it('measures the first response of people and of the system, and whether it came in time', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const { human, humanBusiness, bot, onTime, overdue } = (await overviewOf(scope)).firstResponse;
        const oracle = new Oracle(world, NOW);
        const cases = inScope(world, scope);
        const stateOf = (t: WorldTicket, otherwise: string) => {
          const status = oracle.status(t);
          if (status === 'cancelled' || status === 'merged') return status;
          return oracle.first(t, 'asked') === null ? 'unasked' : otherwise;
        };
        const isSilent = (t: WorldTicket) =>
          (oracle.first(t, 'resolved') ?? Infinity) < (after(t, 'answered') ?? Infinity);
        const after = (t: WorldTicket, type: 'answered' | 'bot') => {
          const asked = oracle.first(t, 'asked');
          return asked === null ? undefined : t.events.find((e) => e.type === type && e.at >= asked)?.at;
        };
        const asked = cases.filter((t) => stateOf(t, 'asked') === 'asked');
        for (const [figure, type] of [
          [human, 'answered'],
          [bot, 'bot'],
        ] as const) {
          expectDuration(
            figure,
            asked.flatMap((t) => {
              if (type === 'answered' && isSilent(t)) return [];
              const at = after(t, type);
              return at === undefined ? [] : [at - (oracle.first(t, 'asked') ?? NaN)];
            }),
          );
        }
        expectDuration(
          humanBusiness,
          asked.flatMap((t) => {
            const at = isSilent(t) ? undefined : after(t, 'answered');
            return at === undefined ? [] : [oracle.between(t, oracle.first(t, 'asked') ?? NaN, at)];
          }),
        );
        const states = cases.map((t) => {
          const late = t.firstResponseDueAt < NOW;
          const answered = after(t, 'answered') !== undefined || late ? 'counted' : 'pending';
          return stateOf(t, isSilent(t) ? 'resolved-unanswered' : answered);
        });
        expectRate(
          onTime,
          asked.map((t) => !isSilent(t) && (after(t, 'answered') ?? Infinity) <= t.firstResponseDueAt),
          states,
        );
        expect(overdue).toBe(
          asked.filter(
            (t) => !isSilent(t) && after(t, 'answered') === undefined && t.firstResponseDueAt < NOW,
          ).length,
        );
      }),
      RUNS,
    );
  });

  it('can be folded up again from the tickets behind each figure, page by page', async () => {
    const drillDown = bench.module.get(DrillDownService);
    const listed = async (scope: FigureScope, figure: Figure) => {
      const items = [];
      let after: string | null = null;
      do {
        const page = await drillDown.tickets(scope, figure, { after, limit: 4, part: 'all' });
        items.push(...page.items);
        after = page.nextCursor;
      } while (after !== null);
      return items;
    };
    await fc.assert(
      fc.asyncProperty(worlds, scopes, async (world, scope) => {
        await writeWorld(bench.database.pool, world);
        const figures = await overviewOf(scope);
        const { fcr, escalation, resolutionTime, firstResponse, tickets, sla, reopen } = figures;
        const rates: Partial<Record<Figure, Rate>> = {
          'fcr-gross': fcr.gross,
          'fcr-strict': fcr.strict,
          'fcr-net': fcr.net,
          escalation,
          'first-response-on-time': firstResponse.onTime,
          'sla-resolution': sla.resolution,
          reopen,
        };
        const durations: Partial<Record<Figure, DurationFigure>> = {
          'resolution-first': resolutionTime.first.calendar,
          'resolution-full': resolutionTime.full.calendar,
          'first-response': firstResponse.human,
          'bot-response': firstResponse.bot,
        };
        const whole: Partial<Record<Figure, number>> = {
          tickets: tickets.created,
          'sla-steps': sla.steps.tickets,
        };
        for (const figure of FIGURES) {
          const items = await listed(scope, figure);
          expect(items).toHaveLength(tickets.created);
          const counted = items.filter((item) => item.counted);
          expect(counted).toHaveLength(whole[figure] ?? rates[figure]?.n ?? durations[figure]?.n ?? NaN);
          if (figure === 'sla-steps') {
            const sum = (of: 'targetsMet' | 'targetsMissed') =>
              counted.reduce((total, item) => total + (item[of] ?? NaN), 0);
            expect([sum('targetsMet'), sum('targetsMissed')]).toEqual([
              sla.steps.count,
              sla.steps.n - sla.steps.count,
            ]);
          }
          const rate = rates[figure];
          if (rate !== undefined) expect(items.filter((item) => item.met === true)).toHaveLength(rate.count);
          const ms = counted.map((item) => Math.round((item.seconds ?? 0) * 1000));
          const duration = durations[figure];
          if (duration !== undefined) expectDuration(duration, ms);
        }
        const net = (await listed(scope, 'resolution-full')).flatMap((item) => item.netSeconds ?? []);
        expectDuration(
          resolutionTime.full.net,
          net.map((seconds) => Math.round(seconds * 1000)),
        );
        const answered = (await listed(scope, 'first-response')).flatMap(
          (item) => item.businessSeconds ?? [],
        );
        expectDuration(
          firstResponse.humanBusiness,
          answered.map((seconds) => Math.round(seconds * 1000)),
        );
      }),
      { ...RUNS, numRuns: 8 },
    );
  });
});
