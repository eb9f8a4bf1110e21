import { describe, expect, it } from '@jest/globals';
import { checkDefinition } from '../../../src/engine/check/check.js';
import type { Finding, SopDefinition, StateDef } from '../../../src/engine/common/model.js';
import { both, end, makeSop, step } from './sample-sops.js';

const next = { NEXT: { target: 'done', meta: { title: both('Next') } } };
const done: StateDef = { type: 'final' };
/** A region in which one team does one step. */
const region = (team: string | null, on: StateDef['on'] = next, more: StateDef = {}): StateDef => ({
  initial: 'do',
  states: { do: step('human', { on }, team === null ? {} : { team }), done },
  ...more,
});

function forked(states: Record<string, StateDef>, more: StateDef = {}): SopDefinition {
  return makeSop({ fork: { type: 'parallel', onDone: 'z', states, ...more }, z: end('x') });
}
function shared(sop: SopDefinition): Finding[] {
  return checkDefinition(sop).filter(({ code }) => code === 'shared-event');
}
const places = (sop: SopDefinition): string[] => shared(sop).map(({ path }) => path);

describe('an event that two regions know', () => {
  it('is warned of at the second place, when different teams work there', () => {
    const [finding, ...more] = shared(forked({ office: region('office'), stock: region('warehouse') }));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'warning',
      path: '/states/fork/states/stock/states/do/on/NEXT',
    });
    expect(finding?.message.en).toContain(
      '`NEXT` is known here, in `fork.stock.do` (team warehouse), and at the same time in `fork.office.do` (team office)',
    );
    expect(finding?.message.en).toContain('must say for which step');
    expect(finding?.message['zh-CN']).toContain('必须指明步骤');
  });

  it('is no matter within one team, said or not', () => {
    expect(shared(forked({ a: region('office'), b: region('office') }))).toEqual([]);
    expect(shared(forked({ a: region(null), b: region('after-sales') }))).toEqual([]);
  });

  it("belongs to the SOP's team where nothing else is said", () => {
    expect(places(forked({ a: region(null), b: region('warehouse') }))).toHaveLength(1);
  });

  it('belongs to the team of the nearest phase around its step', () => {
    const inTeam = (team: string): StateDef => region(null, next, { meta: { team } });
    expect(places(forked({ a: inTeam('office'), b: inTeam('warehouse') }))).toHaveLength(1);
    expect(
      places(forked({ a: inTeam('office'), b: region('office', next, { meta: { team: 'warehouse' } }) })),
    ).toEqual([]);
    expect(
      places(forked({ a: region(null), b: region('warehouse') }, { meta: { team: 'warehouse' } })),
    ).toEqual([]);
  });

  it('is shared on purpose when it is defined around the regions', () => {
    const way = { STOP: { target: 'z', meta: { title: both('Stop') } } };
    expect(
      shared(
        forked({ a: region('office', { A: 'done' }), b: region('warehouse', { B: 'done' }) }, { on: way }),
      ),
    ).toEqual([]);
  });

  it('counts for the steps inside the state that defines it', () => {
    const a = region(null, { A: 'done' }, { on: { NEXT: '.done' }, meta: { team: 'office' } });
    expect(places(forked({ a, b: region('warehouse') }))).toEqual([
      '/states/fork/states/b/states/do/on/NEXT',
    ]);
    expect(places(forked({ b: region('warehouse'), a }))).toEqual(['/states/fork/states/a/on/NEXT']);
    expect(places(forked({ a, b: region('office') }))).toEqual([]);
  });

  it('is told once for each region, wherever the others know it', () => {
    const twice: StateDef = {
      initial: 'do',
      states: {
        do: step('human', { on: { NEXT: 'also' } }, { team: 'office' }),
        also: step('human', { on: next }, { team: 'office' }),
        done,
      },
    };
    const sop = forked({ a: twice, b: region('warehouse'), c: region('finance') });
    expect(places(sop)).toEqual([
      '/states/fork/states/b/states/do/on/NEXT',
      '/states/fork/states/c/states/do/on/NEXT',
    ]);
    expect(places(forked({ b: region('warehouse'), a: twice }))).toEqual([
      '/states/fork/states/a/states/do/on/NEXT',
    ]);
  });

  it('is found in a parallel state within a region, and told once', () => {
    const inner: StateDef = {
      initial: 'fork',
      states: {
        fork: { type: 'parallel', onDone: 'done', states: { x: region('office'), y: region('warehouse') } },
        done,
      },
    };
    const place = '/states/fork/states/a/states/fork/states/y/states/do/on/NEXT';
    expect(places(forked({ a: inner, b: region('office', { OTHER: 'done' }) }))).toEqual([place]);
    expect(places(forked({ b: region('office'), a: inner }))).toEqual([place]);
  });

  it('is fine in steps that follow each other', () => {
    const sop = makeSop({
      a: step('human', { on: { NEXT: 'b' } }, { team: 'office' }),
      b: step('human', { on: { NEXT: 'z' } }, { team: 'warehouse' }),
      z: end('x'),
    });
    expect(shared(sop)).toEqual([]);
  });

  it('is not the escalation that every step has, but one that both define', () => {
    const ways = (event: string): StateDef['on'] => ({ [event]: 'done' });
    expect(shared(forked({ a: region('office', ways('A')), b: region('warehouse', ways('B')) }))).toEqual([]);
    expect(
      places(forked({ a: region('office', ways('ESCALATE')), b: region('warehouse', ways('ESCALATE')) })),
    ).toHaveLength(1);
  });

  it("is not the customer's message, which is for everybody who waits for it", () => {
    const on = { CUSTOMER_MESSAGE: 'done' };
    expect(shared(forked({ a: region('office', on), b: region('warehouse', on) }))).toEqual([]);
  });
});
