import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isGroup, type Graph } from '../../../src/console/kit/sop-diagram/graph';
import { graphOf } from '../../../src/console/kit/sop-diagram/graph-of';
import { layoutGraph, type Box, type Layout } from '../../../src/console/kit/sop-diagram/layout';
import { layoutKey } from '../../../src/console/kit/sop-diagram/layout-key';
import { findNeighbour } from '../../../src/console/kit/sop-diagram/neighbour';
import { pathOf } from '../../../src/console/kit/sop-diagram/route';
import type { SopDefinition, StateDef } from '../../../src/engine/common/sop-format';

const shipped = readdirSync('workflows').filter((name) => name.endsWith('.yaml'));
const read = (name: string): SopDefinition =>
  parse(readFileSync(`workflows/${name}`, 'utf8')) as SopDefinition;

function boxOf(layout: Layout, id: string): Box {
  const box = layout.nodes.get(id);
  if (!box) throw new Error(`no place for ${id}`);
  return box;
}
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
/** Pairs of nodes that lie over one another, and nodes outside of their phase. */
function faultsOf(graph: Graph, layout: Layout): string[] {
  const faults: string[] = [];
  const leaves = graph.nodes.filter((node) => !isGroup(node));
  leaves.forEach((a, i) => {
    for (const b of leaves.slice(i + 1)) {
      if (overlap(boxOf(layout, a.id), boxOf(layout, b.id))) faults.push(`${a.id} over ${b.id}`);
    }
  });
  for (const node of graph.nodes) {
    if (node.parent === null) continue;
    const [box, around] = [boxOf(layout, node.id), boxOf(layout, node.parent)];
    const isInside =
      box.x >= around.x &&
      box.y >= around.y &&
      box.x + box.width <= around.x + around.width &&
      box.y + box.height <= around.y + around.height;
    if (!isInside) faults.push(`${node.id} outside of ${node.parent}`);
  }
  return faults;
}

describe('The layout of the diagram', () => {
  it.each(shipped)('of %s has no steps over one another, and every step in its phase', (name) => {
    const graph = graphOf(read(name));
    for (const lang of ['en', 'zh-CN'] as const) {
      expect(faultsOf(graph, layoutGraph(graph, lang))).toEqual([]);
    }
  });

  it.each(shipped)('of %s lets every way begin and end at the border of its steps', (name) => {
    const graph = graphOf(read(name));
    const layout = layoutGraph(graph, 'en');
    for (const edge of graph.edges) {
      const points = layout.edges.get(edge.id)?.points ?? [];
      const [first, last] = [points[0], points.at(-1)];
      const [from, to] = [boxOf(layout, edge.source), boxOf(layout, edge.target)];
      expect([from.y, from.y + from.height].some((y) => Math.abs(y - (first?.y ?? NaN)) < 0.01)).toBe(true);
      expect([to.y, to.y + to.height].some((y) => Math.abs(y - (last?.y ?? NaN)) < 0.01)).toBe(true);
    }
  });

  it('places any SOP: phases in phases, loops and ways to everywhere', () => {
    const names = ['a', 'b', 'c', 'd'];
    const target = fc.oneof(
      fc.constantFrom(...names.map((name) => `#x.${name}`), ...names, '.a'),
      fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)).map(([p, q]) => `#x.${p}.${q}`),
    );
    const leaf: fc.Arbitrary<StateDef> = fc.record({
      on: fc.dictionary(fc.constantFrom('GO', 'BACK', 'OUT'), target),
      after: fc.dictionary(fc.constantFrom('PT1H', 'P2D'), target),
      meta: fc.constantFrom({ kind: 'human' as const }, { kind: 'automatic' as const }, {}),
    });
    const inner = fc.record({
      type: fc.constantFrom('compound' as const, 'parallel' as const),
      states: fc.dictionary(fc.constantFrom(...names), leaf, { minKeys: 1 }),
      onDone: fc.option(target, { nil: undefined }),
      on: fc.dictionary(fc.constantFrom('STOP'), target),
    });
    const states = fc.dictionary(fc.constantFrom(...names), fc.oneof(leaf, inner), { minKeys: 1 });
    fc.assert(
      fc.property(states, (all) => {
        const graph = graphOf({
          id: 'x',
          initial: 'a',
          context: {},
          states: all,
        } as unknown as SopDefinition);
        const layout = layoutGraph(graph, 'en');
        expect(faultsOf(graph, layout)).toEqual([]);
        for (const route of layout.edges.values()) expect(pathOf(route)).toMatch(/^M-?[\d.]+,-?[\d.]+[LC]/);
      }),
      { numRuns: 60 },
    );
  });

  it('draws also what the library gives up on at first: ways between phases that hold on to one another', () => {
    const states = parse(`
      a:
        type: parallel
        onDone: '#x.c.a'
        states:
          a: {}
          d: { on: { GO: '#x.d' } }
          b: { after: { PT1H: '#x.c.a' } }
      c:
        on: { STOP: '#x.a' }
        states:
          c: { on: { GO: a } }
          a: { on: { GO: d }, after: { PT1H: '#x.d.d' } }
          d: { on: { GO: '#x.a' } }
      b:
        on: { STOP: c }
        states:
          d: { on: { OUT: '#x.a.b', GO: '#x.a.a' }, after: { PT1H: '#x.a.d' } }
      d:
        on: { STOP: '#x.c' }
        states:
          a: { on: { GO: '#x.c.c' }, after: { PT1H: '#x.a.a' } }
          d: { on: { GO: c } }
          c: { on: { GO: '#x.b.d' }, after: { PT1H: b } }
          b: {}
    `) as SopDefinition['states'];
    const graph = graphOf({ id: 'x', initial: 'a', context: {}, states } as unknown as SopDefinition);
    const layout = layoutGraph(graph, 'en');
    expect(faultsOf(graph, layout)).toEqual([]);
    expect(layout.edges.size).toBe(graph.edges.length);
  });

  it('draws ways over many layers beside everything, those to the same step together', () => {
    const steps = Array.from({ length: 60 }, (_, n) => `s${n}`);
    const definition = {
      ...{ id: 'tall', initial: 's0' },
      states: {
        ...Object.fromEntries(
          steps.map((name, n) => [
            name,
            {
              meta: { kind: 'human' },
              on: { GO: steps[n + 1] ?? 'end', END: 'end', ...(n > 0 && { AGAIN: 's0' }) },
            },
          ]),
        ),
        end: { type: 'final' },
      },
    };
    const graph = graphOf(definition as unknown as SopDefinition);
    const layout = layoutGraph(graph, 'en');
    expect(faultsOf(graph, layout)).toEqual([]);
    const right = Math.max(...[...layout.nodes.values()].map((box) => box.x + box.width));
    const lanes = new Set<number>();
    for (const edge of graph.edges) {
      const { points } = layout.edges.get(edge.id) ?? { points: [] };
      const [from, to] = [boxOf(layout, edge.source), boxOf(layout, edge.target)];
      const ends = [points[0]?.x ?? NaN, points.at(-1)?.x ?? NaN];
      expect(ends[0]).toBeGreaterThanOrEqual(from.x);
      expect(ends[1]).toBeLessThanOrEqual(to.x + to.width);
      const beside = points.map(({ x }) => x).filter((x) => x > right);
      const layers = steps.indexOf(edge.source) - steps.indexOf(edge.target);
      if (edge.target === 's0' && layers > 10) beside.forEach((x) => lanes.add(x));
      if (edge.target === 's0') expect(beside.length > 0).toBe(layers > 10);
      expect(layout.width).toBeGreaterThan(Math.max(...points.map(({ x }) => x)));
    }
    expect(lanes.size).toBe(1);
  });

  it('is the same as long as only words change that need no other room', () => {
    const sop = read('return-refund.yaml');
    const key = layoutKey(graphOf(sop), 'en');
    const changed = structuredClone(sop);
    const assess = changed.states['checking']?.states?.['assess'];
    if (assess?.meta) assess.meta.instructions = { en: 'Other words', 'zh-CN': '别的话' };
    expect(layoutKey(graphOf(changed), 'en')).toBe(key);
    if (assess?.on) delete assess.on['REJECT'];
    expect(layoutKey(graphOf(changed), 'en')).not.toBe(key);
  });

  it('leads the arrow keys from a step to the next below and back', () => {
    const graph = graphOf(read('return-refund.yaml'));
    const { nodes } = layoutGraph(graph, 'en');
    const below = findNeighbour(nodes, graph, '::start', 'down');
    expect(below).toBe('checking.look-up');
    expect(findNeighbour(nodes, graph, 'checking.look-up', 'up')).toBe('::start');
    expect(findNeighbour(nodes, graph, '::start', 'up')).toBeNull();
  });
});
