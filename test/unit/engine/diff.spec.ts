import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { diffSops, parseSop } from '../../../src/engine/index.js';
import type { SopDefinition, SopDiff, StateDef, TransitionDef } from '../../../src/engine/index.js';
import { smallSop } from '../../support/small-sop.js';

function diffOf(change: (sop: SopDefinition) => void): SopDiff {
  const after = smallSop();
  change(after);
  return diffSops(smallSop(), after);
}

function state(sop: SopDefinition, name: string): StateDef {
  const found = sop.states[name];
  if (found === undefined) throw new Error(`no state ${name}`);
  return found;
}

/** What is not the same, short enough to be read. */
function told({ steps, transitions, root }: SopDiff): string[] {
  const paths = (changes: { path: string; kind: string }[]): string =>
    changes.map(({ path, kind }) => ` ${kind} ${path}`).join('');
  return [
    ...steps.filter((s) => s.status !== 'same').map((s) => `${s.status} ${s.step}${paths(s.changes)}`),
    ...transitions
      .filter((t) => t.status !== 'same')
      .map((t) => `${t.status} ${t.from} ${t.event} ${t.to ?? '-'}${paths(t.changes)}`),
    ...root.map(({ path, kind }) => `${kind} ${path}`),
  ];
}

describe('the difference between two SOPs', () => {
  it('is nothing for an SOP and itself, and every state and way is told as the same', () => {
    for (const id of ['complaint', 'exchange', 'parcel-late', 'refund-only', 'return-refund']) {
      const text = readFileSync(new URL(`../../../workflows/${id}.yaml`, import.meta.url), 'utf8');
      const { definition } = parseSop(text);
      if (definition === null) throw new Error(id);
      const diff = diffSops(definition, structuredClone(definition));
      expect({ id, told: told(diff), same: diff.same }).toEqual({ id, told: [], same: true });
      expect(diff.steps.length).toBeGreaterThan(8);
      expect(diff.transitions.length).toBeGreaterThan(20);
    }
  });

  it('does not count how something is written', () => {
    const diff = diffOf((sop) => {
      const { APPROVE } = state(sop, 'approval').on ?? {};
      Object.assign(APPROVE as TransitionDef, { target: '#small.paid', reenter: false, actions: [] });
      state(sop, 'both').onDone = { target: 'triage' };
      state(sop, 'triage').type = 'atomic';
    });
    expect(diff.same).toBe(true);
  });

  it('names the place inside a step, with what was and what is', () => {
    const diff = diffOf((sop) => {
      const { meta } = state(sop, 'triage');
      if (meta?.sla) meta.sla = { within: 'PT2H', clock: 'calendar' };
      if (meta) meta.checklist = [{ id: 'read', text: { en: 'Read', 'zh-CN': '阅读' } }];
    });
    const triage = diff.steps.find(({ step }) => step === 'triage');
    expect(triage).toMatchObject({ status: 'changed', type: 'atomic', title: { en: 'Triage' } });
    expect(triage?.changes).toEqual([
      { path: '/meta/sla/within', kind: 'changed', before: 'PT4H', after: 'PT2H' },
      { path: '/meta/sla/warnAfter', kind: 'removed', before: 'PT3H', after: null },
      {
        path: '/meta/checklist',
        kind: 'added',
        before: null,
        after: [{ id: 'read', text: { en: 'Read', 'zh-CN': '阅读' } }],
      },
    ]);
    expect(told(diff)).toHaveLength(1);
  });

  it('tells steps and ways that came and went', () => {
    const diff = diffOf((sop) => {
      delete sop.states['silent'];
      sop.states['check'] = { meta: { kind: 'human' }, on: { OK: 'paid' } };
      const asking = state(sop, 'asking');
      asking.after = { PT24H: asking.after?.['PT24H'] ?? [], P5D: { target: 'check' } };
    });
    expect(told(diff)).toEqual([
      'added check',
      'removed silent',
      'added asking after P5D check',
      'added check OK paid',
      'removed asking after P3D silent',
    ]);
  });

  it('finds a way again that leads elsewhere, or is guarded otherwise', () => {
    const diff = diffOf((sop) => {
      const { on = {} } = state(sop, 'triage');
      on['REQUEST'] = { ...(on['REQUEST'] as TransitionDef), target: 'both' };
      const [approve] = on['APPROVE'] as TransitionDef[];
      if (approve?.guard) approve.guard.params.expr = 'event.data.amount <= 800';
    });
    expect(told(diff)).toEqual([
      'changed triage APPROVE paid changed /guard/params/expr',
      'changed triage REQUEST both changed /target',
    ]);
    const [approve] = diff.transitions.filter(({ status }) => status === 'changed');
    expect(approve?.changes[0]).toMatchObject({
      before: 'event.data.amount <= 500',
      after: 'event.data.amount <= 800',
    });
  });

  it('keeps ways of one event apart, and tells when they change places', () => {
    const two = (sop: SopDefinition, turned: boolean): void => {
      const ways: TransitionDef[] = [
        { target: 'paid', guard: { type: 'cel', params: { expr: 'true', why: { en: 'a', 'zh-CN': 'a' } } } },
        { target: 'approval' },
      ];
      Object.assign(state(sop, 'triage').on ?? {}, { GO: turned ? ways.reverse() : ways });
    };
    const [before, after, more] = [smallSop(), smallSop(), smallSop()];
    two(before, false);
    two(after, true);
    two(more, false);
    (state(more, 'triage').on?.['GO'] as TransitionDef[]).unshift({ target: 'both' });
    expect(told(diffSops(before, after))).toEqual([
      'changed triage GO approval changed /order',
      'changed triage GO paid changed /order',
    ]);
    expect(told(diffSops(before, more))).toEqual(['added triage GO both']);
  });

  it('names what has changed in a limit, found again by its id', () => {
    const limit = (id: string, most: string) => ({
      ...{ id, most, key: 'context.reason', calls: {} },
      ...{ title: { en: id, 'zh-CN': id }, why: { en: id, 'zh-CN': id } },
    });
    const [before, after] = [smallSop(), smallSop()];
    before.meta.limits = [limit('refunds', '300'), limit('gifts', '3')];
    after.meta.limits = [limit('refunds', '500'), limit('gifts', '3'), limit('calls', '9')];
    const diff = diffSops(before, after);
    expect(diff.same).toBe(false);
    expect(told(diff)).toEqual(['changed /meta/limits/0/most', 'added /meta/limits/2']);
    expect(diff.root[0]).toMatchObject({ before: '300', after: '500' });
  });

  it('finds entries of lists again by their ids, and tells another order once', () => {
    const item = (id: string) => ({ id, text: { en: id, 'zh-CN': id } });
    const [before, after] = [smallSop(), smallSop()];
    Object.assign(state(before, 'triage').meta ?? {}, { checklist: [item('a'), item('b'), item('c')] });
    Object.assign(state(after, 'triage').meta ?? {}, {
      checklist: [item('c'), item('new'), { ...item('b'), text: { en: 'B', 'zh-CN': 'b' } }],
    });
    expect(told(diffSops(before, after))).toEqual([
      'changed triage changed /meta/checklist added /meta/checklist/1 changed /meta/checklist/2/text/en removed /meta/checklist/0',
    ]);
  });

  it('tells the order that people see: of buttons, of steps and of the fields of a form', () => {
    const turn = <T>(record: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).reverse());
    const diff = diffOf((sop) => {
      const approval = state(sop, 'approval');
      approval.on = turn(approval.on ?? {});
      sop.states = turn(sop.states);
      const form = sop.meta.intake.form as { properties: Record<string, never> };
      form.properties = turn(form.properties);
    });
    expect(told(diff)).toEqual([
      'changed approval changed /on',
      'changed /meta/intake/form/properties',
      'changed /states',
    ]);
  });

  it('tells what changed at the top', () => {
    const diff = diffOf((sop) => {
      sop.meta.owner = 'lab';
      sop.context['amount'] = 1;
      sop.initial = 'approval';
    });
    expect(told(diff)).toEqual(['changed /initial', 'changed /context/amount', 'changed /meta/owner']);
  });

  it('compares SOPs that could not run', () => {
    const diff = diffOf((sop) => void (state(sop, 'triage').on = { GO: { target: 'nowhere' } }));
    expect(told(diff)).toContain('added triage GO nowhere');
  });
});
