import { describe, expect, it } from '@jest/globals';
import {
  compareGraphs,
  pointerOfWay,
  type WayStatus,
} from '../../../src/console/designer/compare/compare-graph';
import { wordChanged, wordPlace, wordValue } from '../../../src/console/designer/compare/compare-words';
import { graphOf } from '../../../src/console/kit/sop-diagram/graph-of';
import { layoutGraph } from '../../../src/console/kit/sop-diagram/layout';
import type { SopDefinition, StateDef } from '../../../src/engine/common/sop-format';

const human = (on: StateDef['on']): StateDef => ({ on, meta: { kind: 'human' } });
const graphWith = (states: Record<string, StateDef>) =>
  graphOf({ id: 'try', initial: 'a', context: {}, states } as unknown as SopDefinition);
const end: StateDef = { type: 'final' };

describe('Two versions on one diagram', () => {
  it('show what came, what went and what both have', () => {
    const before = graphWith({ a: human({ GO: 'b', OUT: 'end' }), b: human({ GO: 'end' }), end });
    const after = graphWith({ a: human({ GO: 'c', OUT: 'end' }), c: human({ GO: 'end' }), end });
    const { graph, nodes, edges } = compareGraphs(before, after, [], []);
    expect(Object.fromEntries(nodes)).toEqual({
      ...{ '::start': 'same', a: 'same', b: 'removed', c: 'added', end: 'same' },
    });
    expect(Object.fromEntries(edges)).toEqual({
      '::start>a:flow': 'same',
      'a>c:event:added': 'added',
      'a>end:event': 'same',
      'c>end:event:added': 'added',
      'a>b:event:removed': 'removed',
      'b>end:event:removed': 'removed',
    });
    expect(layoutGraph(graph, 'en').nodes.size).toBe(5);
  });

  it('draw a way that came between the same two steps beside those that were there', () => {
    const before = graphWith({ a: human({ GO: 'end' }), end });
    const after = graphWith({ a: human({ GO: 'end', SKIP: 'end' }), end });
    const { graph, edges } = compareGraphs(before, after, [], []);
    expect([...edges].slice(1)).toEqual([
      ['a>end:event', 'same'],
      ['a>end:event:added', 'added'],
    ]);
    expect(graph.edges.map((edge) => edge.ways.map((way) => way.event))).toEqual([[''], ['GO'], ['SKIP']]);
  });

  it('mark what changed inside of steps and ways, and a way that stays in the step at the step', () => {
    const graph = graphWith({ a: human({ GO: 'b', NOTE: {} }), b: human({ GO: 'end' }), end });
    const ways: WayStatus[] = [
      { from: 'a', event: 'NOTE', to: null, status: 'added' },
      { from: 'b', event: 'GO', to: 'end', status: 'changed' },
    ];
    const { nodes, edges } = compareGraphs(graph, graph, [{ step: 'b', status: 'changed' }], ways);
    expect([nodes.get('a'), nodes.get('b'), nodes.get('end')]).toEqual(['changed', 'changed', 'same']);
    expect([edges.get('a>b:event'), edges.get('b>end:event')]).toEqual(['same', 'changed']);
  });

  it('keep the steps of a phase that became a single step', () => {
    const before = graphWith({ a: { initial: 'x', states: { x: human({ GO: '#try.end' }) } }, end });
    const after = graphWith({ a: human({ GO: 'end' }), end });
    const { graph, nodes } = compareGraphs(before, after, [], []);
    expect(nodes.get('a.x')).toBe('removed');
    expect(graph.nodes.find((node) => node.id === 'a.x')?.parent).toBeNull();
    expect(() => layoutGraph(graph, 'zh-CN')).not.toThrow();
  });

  it('lead from a transition in the list to its place on the diagram', () => {
    const graph = graphWith({
      a: { ...human({ GO: 'b' }), after: { PT1H: {} } },
      b: { always: [{ target: 'end' }] },
      end,
    });
    expect(pointerOfWay(graph, { from: 'a', event: 'GO' })).toBe('/states/a/on/GO');
    expect(pointerOfWay(graph, { from: 'a', event: 'after PT1H' })).toBe('/states/a');
    expect(pointerOfWay(graph, { from: 'b', event: 'always' })).toBe('/states/b/always/0');
    expect(pointerOfWay(graph, { from: 'gone', event: 'GO' })).toBeNull();
  });
});

describe('A change in words', () => {
  it('names the place and the language of a text', () => {
    expect(wordPlace('/meta/instructions/zh-CN', 'en')).toBe('Instructions (Chinese)');
    expect(wordPlace('/meta/sla/within', 'zh-CN')).toBe('时限');
    expect(wordPlace('/order', 'zh-CN')).toBe('顺序');
    expect(wordPlace('/unheard/of', 'en')).toBe('/unheard/of');
    const skillOf = (skill: string): string => ({ refunds: '退款' })[skill] ?? skill;
    expect(wordChanged('/meta/skills', ['refunds', 'fax'], 'zh-CN', skillOf)).toBe('- 退款\n- fax');
    expect(wordChanged('/meta/skills/0', 'refunds', 'zh-CN', skillOf)).toBe('退款');
    expect(wordChanged('/meta/team', 'refunds', 'zh-CN', skillOf)).toBe('refunds');
  });

  it('says values as people do', () => {
    expect(wordValue('PT4H', 'zh-CN')).toBe('4 小时');
    expect(wordValue('waits-for-customer', 'en')).toBe('Waits for customer');
    expect(wordValue(null, 'en')).toBe('(nothing)');
    expect(wordValue({ to: { tier: 2 }, tags: ['a', 'b'] }, 'en')).toBe(
      'to:\n  tier: 2\ntags:\n  - a\n  - b',
    );
    expect(wordValue('Please pay', 'en')).toBe('Please pay');
  });
});
