import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { completeAt } from '../../../src/console/designer/yaml/complete';
import { placeAt } from '../../../src/console/designer/yaml/complete-place';
import { sopFormatSchema } from '../../../src/engine/index.js';

const SOP = readFileSync('workflows/return-refund.yaml', 'utf8');
const KNOWLEDGE = {
  schema: sopFormatSchema(),
  teams: ['after-sales', 'warehouse'],
  tiers: { 'after-sales': 2, warehouse: 4 },
  skills: ['refunds'],
  connections: ['shop'],
};

/** What is offered at the `|` of a text. */
function offer(marked: string): string[] {
  const at = marked.indexOf('¦');
  const completion = completeAt(marked.replace('¦', ''), at, KNOWLEDGE);
  return completion?.candidates.map(({ label }) => label) ?? [];
}

/** The shipped SOP with something written behind a line of it. */
function behind(line: string, written: string): string {
  expect(SOP).toContain(line);
  return SOP.replace(line, `${line}${written}`);
}

describe('The place where somebody writes', () => {
  it('is told by the lines around it, in lists and between braces too', () => {
    const text =
      'states:\n  a:\n    meta:\n      replies:\n        - id: one\n        - id: two\n          title: { en: ';
    expect(placeAt(text, text.length)).toMatchObject({
      kind: 'value',
      path: ['states', 'a', 'meta', 'replies', 1, 'title', 'en'],
      isFlow: true,
    });
  });

  it('is inside of a text of several lines as long as its indent lasts', () => {
    const text = 'a:\n  en: |\n    Note: this\n      deeper\n    ';
    expect(placeAt(text, text.length)).toMatchObject({ kind: 'text', path: ['a', 'en'] });
    expect(placeAt(`${text.trimEnd()}\n  `, text.trimEnd().length + 3)).toMatchObject({
      kind: 'key',
      path: ['a'],
    });
  });

  it('is none in a comment', () => {
    expect(placeAt('a: 1 # st', 9)).toBeNull();
  });
});

describe('Completion', () => {
  it('offers the keys of a step that are not there yet', () => {
    const keys = offer(behind('          kind: automatic\n', '          ¦\n'));
    expect(keys).toEqual(expect.arrayContaining(['instructions', 'form', 'sla', 'replies', 'team']));
    expect(keys).not.toContain('kind');
    expect(keys).not.toContain('states');
  });

  it('offers the kinds of steps, and the types of actions and guards', () => {
    expect(offer('states:\n  a:\n    meta:\n      kind: ¦')).toContain('waits-for-customer');
    expect(offer('states:\n  a:\n    entry:\n      - type: ¦')).toEqual(
      expect.arrayContaining(['assign', 'reply', 'escalate', 'pause-clock']),
    );
    expect(offer('states:\n  a:\n    on:\n      GO:\n        guard:\n          type: ¦')).toEqual(['cel']);
  });

  it('offers the steps as they are written from here, those beside it first', () => {
    const steps = offer(behind('          ASK_CUSTOMER:\n', '            target: ¦\n'));
    expect(steps.slice(0, 2)).toEqual(['look-up', 'look-up-by-hand']);
    expect(steps).toContain('#return-refund.paying');
  });

  it('offers the tiers of the team that the work is of', () => {
    const at = (lines: string) => offer(`meta:\n  team: after-sales\n${lines}`);
    expect(at('  tier: ¦')).toEqual(['1', '2']);
    expect(at('states:\n  a:\n    meta:\n      tier: ¦')).toEqual(['1', '2']);
    const inPhase =
      'states:\n  p:\n    meta:\n      team: warehouse\n    states:\n      a:\n        meta:\n          tier: ¦';
    expect(at(inPhase)).toEqual(['1', '2', '3', '4']);
    const inAction = 'states:\n  a:\n    entry:\n      - type: route\n        params:\n          ';
    expect(at(`${inAction}team: warehouse\n          tier: ¦`)).toEqual(['1', '2', '3', '4']);
    expect(at(`${inAction}tier: ¦`)).toEqual(['1', '2']);
    expect(offer('states:\n  a:\n    meta:\n      team: nowhere\n      tier: ¦')).toEqual([
      '1',
      '2',
      '3',
      '4',
    ]);
  });

  it('offers events that the SOP uses, but none that the step has', () => {
    const events = offer(behind('      assess:\n        on:\n', '          ¦\n'));
    expect(events).toContain('SHIPPED');
    expect(events).not.toContain('APPROVE');
  });

  it('offers the parameters of the action that is meant', () => {
    const text = 'states:\n  a:\n    entry:\n      - type: set-priority\n        params:\n          ¦';
    expect(offer(text)).toEqual(['priority']);
    expect(offer(text.replace('¦', 'priority: ¦'))).toEqual(['low', 'normal', 'high', 'urgent']);
  });

  it('offers names of the context in an expression, and fields of the form that is handed in', () => {
    expect(offer(behind('expr: context.trackingNo == ""', ' && context.¦'))).toContain('lostByCarrier');
    const form = behind(
      'orderStatus: event.data.orderStatus\n',
      '                  orderAmount: event.data.¦\n',
    );
    expect(offer(form)).toEqual(expect.arrayContaining(['orderStatus', 'daysSinceDelivery']));
  });

  it('offers the words of forms, teams, replies and connections', () => {
    expect(offer('states:\n  a:\n    meta:\n      form:\n        ¦')).toContain('properties');
    expect(
      offer('states:\n  a:\n    meta:\n      form:\n        properties:\n          x:\n            ¦'),
    ).toContain('x-title');
    expect(offer('states:\n  a:\n    meta: { team: ¦')).toEqual(['after-sales', 'warehouse']);
    const text =
      'states:\n  a:\n    entry: { type: reply, params: { reply: ¦ } }\n    meta:\n      replies:\n        - id: hello\n';
    expect(offer(text)).toEqual(['hello']);
  });
});
