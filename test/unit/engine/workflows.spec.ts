import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { listWaysOutOf } from '../../../src/engine/run/acceptance.js';
import { checkSop } from '../../../src/engine/check/check.js';
import { compileSop } from '../../../src/engine/machine/compile.js';
import { compileForm } from '../../../src/engine/forms/forms.js';
import { leadOf } from '../../../src/engine/run/leads-to.js';
import type {
  ActionDef,
  SopDefinition,
  StateDef,
  TransitionDef,
  Transitions,
} from '../../../src/engine/common/model.js';

const FOLDER = new URL('../../../workflows/', import.meta.url);
const IDS = ['refund-only', 'return-refund', 'exchange', 'complaint', 'parcel-late'];

const CHECKED = new Map(IDS.map((id) => [id, checkSop(readFileSync(new URL(`${id}.yaml`, FOLDER), 'utf8'))]));

function definitionOf(id: string): SopDefinition {
  const definition = CHECKED.get(id)?.definition;
  if (!definition) throw new Error(`${id} could not be read`);
  return definition;
}

function statesOf(def: Pick<StateDef, 'states'>, path: string[] = []): [id: string, def: StateDef][] {
  return Object.entries(def.states ?? {}).flatMap(([key, child]) => [
    [[...path, key].join('.'), child] as [string, StateDef],
    ...statesOf(child, [...path, key]),
  ]);
}
const stepsOf = (sop: SopDefinition): [id: string, def: StateDef][] =>
  statesOf(sop).filter(([, def]) => def.meta?.kind !== undefined);

const listOf = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : ([value].flat() as T[]));
const ways = (given: Transitions | undefined): TransitionDef[] =>
  listOf<string | TransitionDef>(given).map((way) => (typeof way === 'string' ? { target: way } : way));
const clocks = (def: StateDef): TransitionDef[] => Object.values(def.after ?? {}).flatMap(ways);
const actionsOf = (way: TransitionDef): ActionDef[] => listOf(way.actions);

/** Everything a clock does by itself: what stands in `after` and in the SLA. */
const clockActions = (def: StateDef): ActionDef[] => [
  ...clocks(def).flatMap(actionsOf),
  ...(def.meta?.sla?.onWarn ?? []),
  ...(def.meta?.sla?.onBreach ?? []),
];
const escalatesTo = (tier: number) => (action: ActionDef) =>
  action.type === 'escalate' && action.params.to?.tier === tier;

it('the folder holds the five SOPs, each under the name of its id', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(IDS.map((id) => `${id}.yaml`).sort());
  for (const id of IDS) expect(definitionOf(id).id).toBe(id);
});

describe.each(IDS)('%s', (id) => {
  const sop = definitionOf(id);
  const steps = stepsOf(sop);
  const of = (kind: string): StateDef[] =>
    steps.filter(([, def]) => def.meta?.kind === kind).map(([, def]) => def);

  it('passes the check without a single finding', () => {
    expect(CHECKED.get(id)).toMatchObject({ ok: true, findings: [] });
  });

  it('has 8 to 15 steps, of people, of automations, and of waiting for the customer', () => {
    expect(steps.length).toBeGreaterThanOrEqual(8);
    expect(steps.length).toBeLessThanOrEqual(15);
    for (const kind of ['human', 'automatic', 'waits-for-customer']) expect(of(kind)).not.toEqual([]);
  });

  it('asks for order and reason when a ticket begins, and names both when they are missing', () => {
    const { form } = sop.meta.intake;
    expect(form.required).toEqual(['orderId', 'reason']);
    const errors = compileForm(form)({});
    const named = errors.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n');
    expect(named).toContain('orderId');
    expect(named).toContain('reason');
    expect(compileForm(form)({ orderId: 'ORD-1', reason: 'no such reason' })).toHaveLength(2);
  });

  it('gives every step of a person a target with a warning before it and something that happens after it', () => {
    for (const def of of('human')) {
      const sla = def.meta?.sla;
      expect(sla).toBeDefined();
      expect(sla?.warnAfter).toBeDefined();
      expect(sla?.onBreach).not.toEqual([]);
    }
  });

  it('tells the agent what to do in each language, with a list to tick off where much is to be seen', () => {
    for (const def of of('human')) {
      expect(def.meta?.instructions?.en.length).toBeGreaterThan(80);
      expect(def.meta?.instructions?.['zh-CN'].length).toBeGreaterThan(30);
    }
    expect(of('human').filter((def) => def.meta?.checklist).length).toBeGreaterThanOrEqual(1);
  });

  it('writes no stored code where the context has a word for it', () => {
    const named = Object.entries(sop.meta.context.properties ?? {}).flatMap(([name, schema]) =>
      JSON.stringify(schema).includes('x-enum-titles') ? [name] : [],
    );
    expect(named).not.toEqual([]);
    const shown = [...JSON.stringify(sop).matchAll(/\{\{ context\.(\w+) \}\}/g)].map(([, name]) => name);
    expect(named.filter((name) => shown.includes(name))).toEqual([]);
  });

  it('says why a way is closed', () => {
    const reasons = steps
      .flatMap(([, def]) => Object.values(def.on ?? {}).flatMap(ways))
      .flatMap((way) => way.guard?.params.why ?? []);
    expect(reasons.length).toBeGreaterThanOrEqual(1);
    for (const why of reasons) expect(why.en.length).toBeGreaterThan(20);
  });

  it('lets nobody skip an approval, a payment or what a rule of compliance guards, and asks why', () => {
    const compiled = compileSop(sop, 1);
    const skips = [...compiled.waysOut].flatMap(([from, events]) =>
      (events.get('SKIP') ?? []).map((way) => ({ from, way })),
    );
    expect(skips).not.toEqual([]);
    for (const { from, way } of skips) {
      expect(from).not.toMatch(/approv|pay|inspect|assess|look-up|verdict|exception|examine/);
      const { to, ends } = leadOf(compiled.id, compiled.states, way);
      expect(ends).toBe(false);
      expect(to).not.toEqual([]);
      for (const target of to)
        expect(target.kind === 'automatic' || /pay|refund/.test(target.step)).toBe(false);
      expect(way.schema?.['required']).toEqual(['reason']);
    }
  });

  it('says what the agent sees beside the step, and what its values mean', () => {
    const { properties } = sop.meta.context as { properties: Record<string, Record<string, object>> };
    const titled = Object.entries(properties).filter(([, schema]) => schema['x-title']);
    expect(titled.map(([name]) => name)).toEqual(
      expect.arrayContaining(['orderId', 'reason', 'orderAmount']),
    );
    const intake = sop.meta.intake.form as { properties: Record<string, { enum?: string[] }> };
    for (const [name, field] of Object.entries(intake.properties))
      if (field.enum) expect(Object.keys(properties[name]?.['x-enum-titles'] ?? {})).toEqual(field.enum);
  });

  it('writes to the customer with the words of the case', () => {
    const replies = steps.flatMap(([, def]) => def.meta?.replies ?? []);
    expect(replies.length).toBeGreaterThanOrEqual(3);
    for (const reply of replies) {
      for (const lang of ['en', 'zh-CN'] as const)
        expect(reply.text[lang]).toMatch(/\{\{ (customer|context)\.\w+ \}\}/);
    }
  });

  it('never waits for the customer without an end, and hears when the customer answers', () => {
    for (const def of of('waits-for-customer')) {
      expect(clocks(def).some((way) => way.target !== undefined)).toBe(true);
      expect(Object.keys(def.on ?? {}).length).toBeGreaterThan(0);
    }
    const waits = of('waits-for-customer');
    expect(
      waits.some((def) =>
        clocks(def).some((way) => way.target === undefined && actionsOf(way).some((a) => a.type === 'reply')),
      ),
    ).toBe(true);
    expect(waits.some((def) => def.on?.CUSTOMER_MESSAGE !== undefined)).toBe(true);
  });

  it('looks the order up by itself, and lets a person do it when that fails', () => {
    const [, lookUp] = steps[0] ?? [];
    const invoke = listOf(lookUp?.invoke)[0];
    expect(invoke?.input).toMatchObject({ connection: 'shop', method: 'GET' });
    expect(
      ways(invoke?.onDone)
        .flatMap(actionsOf)
        .map((a) => a.type),
    ).toContain('assign');
    for (const way of ways(invoke?.onError)) expect(way.target).toBe('look-up-by-hand');
    expect(steps.find(([step]) => step.endsWith('look-up-by-hand'))?.[1].meta?.kind).toBe('human');
  });

  it('asks whose order it is, and lets no call that moves something fail without a word', () => {
    const calls = steps.flatMap(([step, def]) => listOf(def.invoke).map((invoke) => ({ step, invoke })));
    const order = calls.find(({ invoke }) => invoke.id === 'order');
    expect(order?.invoke.input.answer.required).toContain('customerId');
    for (const { invoke } of calls.filter((call) => call.invoke.input.method === 'POST')) {
      expect(ways(invoke.onError)).not.toEqual([]);
      for (const way of ways(invoke.onError)) {
        const [note] = actionsOf(way).filter((action) => action.type === 'note');
        for (const lang of ['en', 'zh-CN'] as const)
          expect(note?.params.text[lang]).toContain('{{ event.error.message }}');
      }
    }
  });

  it('pays and sends nothing for an order in doubt that no supervisor has looked at', () => {
    const paying = steps.filter(([, def]) =>
      listOf(def.invoke).some(({ id }) => ['refund', 'replacement'].includes(id)),
    );
    expect(paying).not.toEqual([]);
    for (const [step] of paying) {
      const rules = (sop.meta.never ?? []).filter((rule) => rule.step === step).map((rule) => rule.when);
      expect(
        rules.some((when) => /^context\.doubt != "" && !context\.(?:approved|exception)$/.test(when)),
      ).toBe(true);
      expect(rules.some((when) => /\.(?:approvedBy|exceptionBy) == /.test(when))).toBe(true);
    }
  });

  it('moves up to tier 2 and to a supervisor by clock, and has a step that belongs to a supervisor', () => {
    const byClock = steps.flatMap(([, def]) => clockActions(def));
    expect(byClock.some(escalatesTo(2))).toBe(true);
    expect(byClock.some(escalatesTo(3))).toBe(true);
    expect(of('human').some((def) => def.meta?.tier === 3)).toBe(true);
  });

  it('can end well, end in a refusal, be withdrawn, and end in silence', () => {
    const outcomes = Object.values(sop.states).flatMap((def) => def.meta?.outcome ?? []);
    expect(outcomes).toEqual(expect.arrayContaining(['refunded', 'rejected', 'withdrawn', 'no-answer']));
  });
});

describe('the complaint', () => {
  const { states } = definitionOf('complaint');

  it('lets two departments work at the same time and goes on when both are done', () => {
    const handling = states.handling;
    expect(handling?.type).toBe('parallel');
    expect(handling?.onDone).toBeDefined();
    const teams = statesOf(handling ?? {}).flatMap(([, def]) => def.meta?.team ?? []);
    expect(teams).toContain('quality');
  });

  it('gives each of them events of its own, so that neither moves the other', () => {
    const regions = Object.values(states.handling?.states ?? {}).filter((def) => def.states !== undefined);
    const events = regions.map((region) => statesOf(region).flatMap(([, def]) => Object.keys(def.on ?? {})));
    expect(events).toHaveLength(2);
    const [one = [], other = []] = events;
    expect(one.filter((event) => other.includes(event))).toEqual([]);
  });

  it('comes back from an interruption to where it was', () => {
    const history = Object.values(states.handling?.states ?? {}).find((def) => def.type === 'history');
    expect(history?.history).toBe('deep');
  });
});

it('large refunds need an approval in writing: a rule of the SOP, not a habit', () => {
  for (const [id, step] of [
    ['refund-only', 'paying.pay'],
    ['complaint', 'settling.pay-refund'],
    ['parcel-late', 'solving.pay'],
  ]) {
    const rules = definitionOf(id ?? '').meta.never ?? [];
    expect(rules.some((rule) => rule.step === step && rule.when.includes('!context.approved'))).toBe(true);
  }
});

describe('an agent who lacks an answer can ask the customer and wait', () => {
  it.each([
    [
      'refund-only',
      ['checking.look-up-by-hand', 'checking.assess', 'rejecting.explain', 'rejecting.second-opinion'],
    ],
    [
      'return-refund',
      ['checking.look-up-by-hand', 'checking.assess', 'returning.follow-up', 'inspecting.discuss-deduction'],
    ],
    ['exchange', ['checking.look-up-by-hand', 'checking.assess', 'replacing.resolve']],
    ['parcel-late', ['checking.look-up-by-hand', 'checking.confirm-delivery', 'solving.decide']],
    ['complaint', ['handling.appease.call', 'settling.propose']],
  ])('%s: %j', (id, asking) => {
    const compiled = compileSop(definitionOf(id), 1);
    const waits = (step: string): boolean =>
      [...listWaysOutOf(compiled, step).values()]
        .flat()
        .some((way) =>
          leadOf(compiled.id, compiled.states, way).to.some(({ kind }) => kind === 'waits-for-customer'),
        );
    expect(asking.filter((step) => !waits(step))).toEqual([]);
  });
});
