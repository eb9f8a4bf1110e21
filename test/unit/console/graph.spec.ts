import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { findPlace, pointerOfStep, stepOfPointer } from '../../../src/console/kit/sop-diagram/graph';
import { graphOf } from '../../../src/console/kit/sop-diagram/graph-of';
import { footOf, wordWay } from '../../../src/console/kit/sop-diagram/graph-words';
import { wordDelay } from '../../../src/console/kit/sop-diagram/delay-words';
import type { SopDefinition, StateDef } from '../../../src/engine/common/sop-format';

const text = (en: string) => ({ en, 'zh-CN': `${en}（中文）` });

/** An SOP with these states; `first` is where it begins. */
function sopWith(states: Record<string, StateDef>, more: Partial<SopDefinition> = {}): SopDefinition {
  return { id: 'try', initial: Object.keys(states)[0] ?? '', context: {}, states, ...more } as SopDefinition;
}
const human = (more: StateDef = {}, meta: StateDef['meta'] = {}): StateDef => ({
  ...more,
  meta: { kind: 'human', ...meta },
});
const read = (name: string): SopDefinition =>
  parse(readFileSync(`workflows/${name}.yaml`, 'utf8')) as SopDefinition;
const edgeIds = (sop: SopDefinition): string[] => graphOf(sop).edges.map((edge) => edge.id);

describe('The diagram of an SOP', () => {
  it('has a node for every step and leads from the start to the first one inside of phases', () => {
    const graph = graphOf(read('return-refund'));
    expect(graph.nodes.find((node) => node.id === 'checking.look-up')).toMatchObject({
      kind: 'automatic',
      parent: 'checking',
      title: { en: 'Look up the order', 'zh-CN': '查询订单' },
      pointer: '/states/checking/states/look-up',
    });
    expect(graph.nodes.find((node) => node.id === 'paid')?.kind).toBe('choice');
    expect(graph.edges[0]).toMatchObject({ source: '::start', target: 'checking.look-up' });
  });

  it('tells actions, time-outs, answers of calls and rules apart', () => {
    const graph = graphOf(read('return-refund'));
    const kinds = (from: string, to: string) =>
      graph.edges.filter((edge) => edge.source === from && edge.target === to).map((edge) => edge.kind);
    expect(kinds('checking.look-up', 'checking.assess')).toEqual(['success']);
    expect(kinds('checking.look-up', 'checking.look-up-by-hand')).toEqual(['success', 'failure']);
    expect(kinds('inspecting.waiting-for-consent', 'paying.pay')).toEqual(['event', 'timeout']);
    expect(kinds('paid', 'refunded')).toEqual(['always']);
  });

  it('names ways as flows of visits do', () => {
    const events = graphOf(read('return-refund')).edges.flatMap((edge) => edge.ways.map((way) => way.event));
    expect(events).toEqual(expect.arrayContaining(['APPROVE', 'after P3D', 'done.refund', 'error.refund']));
  });

  it('draws a move to a higher tier as an escalation, whatever its event is called', () => {
    const sop = sopWith({
      low: human({ on: { REFER: 'high', STAY: 'other' } }),
      high: human({ on: { BACK: 'low' } }, { tier: 2 }),
      other: human(),
    });
    expect(
      graphOf({ ...sop, meta: { tier: 1 } as SopDefinition['meta'] }).edges.map((edge) => edge.id),
    ).toEqual(['::start>low:flow', 'low>other:event', 'high>low:event', 'low>high:escalation']);
  });

  it('keeps what does not leave the step at the step, escalations of time-outs among them', () => {
    const inspect = graphOf(read('return-refund')).nodes.find((node) => node.id === 'inspecting.inspect');
    expect(inspect && footOf(inspect, 'en').map((line) => [line.sign, line.text])).toEqual([
      ['timeout', 'after 8 working h: leaves a note'],
      ['escalation', 'after 24 working h: to tier 3'],
      ['escalation', 'target missed: to tier 2'],
    ]);
  });

  it('lets parallel work part, meet and go on, and ways of the whole begin in a sign of their own', () => {
    expect(edgeIds(read('complaint'))).toEqual(
      expect.arrayContaining([
        'receiving.classify>handling::fork:event',
        'handling::fork>handling.appease.call:flow',
        'handling::fork>handling.investigate.examine:flow',
        'handling.appease.calmed>handling::join:flow',
        'handling.investigate.concluded>handling::join:flow',
        'handling::join>settling.propose:flow',
        'handling::exits>withdrawn:event',
        'crisis.supervisor>handling.where-we-were:event',
      ]),
    );
  });

  it('draws ways of one kind between the same steps as one', () => {
    const sop = sopWith({ a: human({ on: { X: 'b', Y: 'b' }, after: { PT1H: 'b' } }), b: { type: 'final' } });
    const graph = graphOf(sop);
    expect(graph.edges.map((edge) => [edge.id, edge.ways.length])).toEqual([
      ['::start>a:flow', 1],
      ['a>b:event', 2],
      ['a>b:timeout', 1],
    ]);
    expect(graph.edges[1]?.ways.map((way) => way.pointer)).toEqual(['/states/a/on/X', '/states/a/on/Y']);
  });

  it('says at the step that a target does not exist', () => {
    const graph = graphOf(sopWith({ a: human({ on: { GO: 'nowhere', OUT: '#other.a' } }) }));
    expect(graph.nodes.find((node) => node.id === 'a')?.broken.map((way) => way.event)).toEqual([
      'GO',
      'OUT',
    ]);
  });

  it('leads inside, beside and from the root, as targets are written', () => {
    const sop = sopWith({
      one: { initial: 'a', on: { IN: '.b' }, states: { a: human({ on: { NEXT: 'b' } }), b: human() } },
      two: { initial: 'c', states: { c: human({ on: { BACK: '#try.one.b', ALL: '#try.one' } }) } },
    });
    expect(edgeIds(sop)).toEqual([
      '::start>one.a:flow',
      'one::exits>one.b:event',
      'one.a>one.b:event',
      'two.c>one.b:event',
      'two.c>one.a:event',
    ]);
  });

  it('survives whatever stands in a file that is being written', () => {
    const odd: unknown[] = [
      { id: 'x', states: null },
      { id: 'x', states: { a: null, b: 'text', c: [1], d: { on: 5, after: [], always: {}, invoke: 'x' } } },
      { id: 7, initial: {}, meta: 'no', states: { a: { type: 'parallel', states: {} }, '': {} } },
      {
        id: 'x',
        states: { a: { states: { b: { type: 'history', target: 3 } }, initial: 'z', meta: { title: 4 } } },
      },
      { id: 'x', states: { a: { on: { GO: [null, 'b', { target: 'a', guard: 'g', actions: [null] }] } } } },
    ];
    for (const definition of odd) expect(() => graphOf(definition as SopDefinition)).not.toThrow();
  });

  it('finds the step or way that a JSON pointer lies in', () => {
    const graph = graphOf(read('return-refund'));
    const assess = '/states/checking/states/assess';
    expect(findPlace(graph, `${assess}/meta/form/required/0`)).toEqual({
      node: 'checking.assess',
      edge: null,
    });
    expect(findPlace(graph, `${assess}/on/REJECT/0/target`)).toEqual({
      node: 'checking.assess',
      edge: 'checking.assess>rejected:event',
    });
    expect(findPlace(graph, '/meta/title')).toBeNull();
    expect(stepOfPointer(pointerOfStep('a.b~/c'))).toBe('a.b~/c');
  });
});

describe('The words on the diagram', () => {
  const wayOf = (state: StateDef) => {
    const way = graphOf(sopWith({ a: state, b: { type: 'final' } })).edges.at(-1)?.ways[0];
    if (!way) throw new Error('no way');
    return way;
  };

  it('are those of the SOP, in the language of the reader', () => {
    const way = wayOf(human({ on: { GO: { target: 'b', meta: { title: text('Go on') } } } }));
    expect([wordWay(way, 'en'), wordWay(way, 'zh-CN')]).toEqual(['Go on', 'Go on（中文）']);
  });

  it('tell rules shortly and the last of them as what remains', () => {
    const why = text('why');
    const always: StateDef['always'] = [
      { target: 'b', guard: { type: 'cel', params: { expr: 'context.amount >  200', why } } },
      'b',
    ];
    const [rule, rest] = graphOf(sopWith({ a: { always }, b: { type: 'final' } })).edges.at(-1)?.ways ?? [];
    expect(rule && wordWay(rule, 'en')).toBe('amount > 200');
    expect(rest && wordWay(rest, 'zh-CN')).toBe('否则');
  });

  it('keep the unit in which a time was written, because a working day is shorter than a day', () => {
    expect(wordDelay('PT24H', 'en')).toBe('after 24 h');
    expect(wordDelay('P1DT12H', 'zh-CN')).toBe('1 天 12 小时后');
    expect(wordDelay('PT8H business', 'zh-CN')).toBe('8 个工作小时后');
    expect(wordDelay('soon', 'en')).toBe('after soon');
  });
});
