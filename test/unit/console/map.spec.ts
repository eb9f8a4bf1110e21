import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { mapOf, type SopMap, type Whereabouts } from '../../../src/console/agent/map/map';
import { BOX, placeMap } from '../../../src/console/agent/map/map-layout';
import { wrapTitle } from '../../../src/console/agent/map/map-title';
import type { SopDefinition } from '../../../src/engine/common/sop-format.js';

const read = (name: string): SopDefinition =>
  parse(readFileSync(`workflows/${name}`, 'utf8')) as SopDefinition;
const start: Whereabouts = { steps: [], outcome: null, visits: [], actions: [] };
const placed = (map: SopMap, place: string): string[] =>
  map.nodes.filter((node) => node.place === place).map(({ id }) => id);
const button = (
  event: string,
  step: string,
  to: string[],
  more: { enabled?: boolean; ends?: boolean } = {},
) => ({
  ...{ event, step, to: to.map((id) => ({ step: id })), enabled: true, ends: false },
  ...more,
});

describe('the small map of an SOP', () => {
  const sop = read('refund-only.yaml');
  const assess = 'checking.assess';
  const where: Whereabouts = {
    steps: [assess],
    outcome: null,
    visits: [
      { step: 'checking.look-up', enteredAt: 't1', exitedAt: 't2' },
      { step: assess, enteredAt: 't2', exitedAt: null },
    ],
    actions: [button('APPROVE', assess, ['paying.pay'])],
  };

  test('tells where the ticket was, is and can go', () => {
    const map = mapOf(sop, where);
    expect(placed(map, 'done')).toEqual(['checking.look-up']);
    expect(placed(map, 'here')).toEqual([assess]);
    expect(placed(map, 'next')).toContain('paying.pay');
  });
  test('follows the server in what a button leads to: of the ways behind it only that one is open', () => {
    const map = mapOf(sop, { ...where, actions: [button('APPROVE', assess, ['approving.supervisor'])] });
    expect(placed(map, 'next')).toContain('approving.supervisor');
    expect(placed(map, 'next')).not.toContain('paying.pay');
  });
  test('keeps a way closed whose button is closed', () => {
    const map = mapOf(sop, {
      ...where,
      actions: [button('APPROVE', assess, ['paying.pay'], { enabled: false })],
    });
    expect(placed(map, 'next')).not.toContain('paying.pay');
  });
  test('leads to an end that every step of a phase has a way to', () => {
    const withdraw = button('WITHDRAW', assess, [], { ends: true });
    expect(placed(mapOf(sop, { ...where, actions: [withdraw] }), 'next')).toContain('withdrawn');
    const closed = { ...withdraw, enabled: false };
    expect(placed(mapOf(sop, { ...where, actions: [closed] }), 'next')).not.toContain('withdrawn');
  });
  test('marks the ways that were taken', () => {
    const walked = mapOf(sop, where).edges.filter(({ isWalked }) => isWalked);
    expect(walked.map(({ from, to }) => `${from}>${to}`)).toEqual([`checking.look-up>${assess}`]);
  });
  test('ends in the end that the ticket had', () => {
    expect(placed(mapOf(sop, { ...start, outcome: 'withdrawn' }), 'here')).toEqual(['withdrawn']);
  });
  test('shows both lines of parallel work as where the ticket is', () => {
    const complaint = read('complaint.yaml');
    const steps = ['handling.appease.call', 'handling.investigate.examine'];
    expect(placed(mapOf(complaint, { ...start, steps }), 'here').toSorted()).toEqual(steps);
  });
});

test.each(readdirSync('workflows').filter((name) => name.endsWith('.yaml')))(
  'every step and end of %s has its place on the map, none above another, and only ways between them',
  (name) => {
    const map = placeMap(mapOf(read(name), start));
    const ids = new Set(map.nodes.map(({ id }) => id));
    expect(ids.size).toBe(map.nodes.length);
    expect(ids.size).toBeGreaterThan(5);
    for (const { from, to, points } of map.edges) {
      expect(ids.has(from) && ids.has(to)).toBe(true);
      expect(points.length).toBeGreaterThan(1);
    }
    for (const a of map.nodes) {
      expect(a.x >= 0 && a.y >= 0 && a.x + BOX.width <= map.width && a.y + BOX.height <= map.height).toBe(
        true,
      );
      for (const b of map.nodes) {
        const isApart = a === b || Math.abs(a.x - b.x) >= BOX.width || Math.abs(a.y - b.y) >= BOX.height;
        expect(isApart).toBe(true);
      }
    }
  },
);

test('of an SOP of 200 tangled steps the map shows those around the ticket and says how many it leaves out', () => {
  const states = Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => [
      `s${i}`,
      { meta: { kind: 'human' }, on: { A: `s${(i + 1) % 200}`, B: `s${(i * 7) % 200}`, C: 'end' } },
    ]),
  );
  const sop = { id: 'big', initial: 's0', context: {}, states: { ...states, end: { type: 'final' } } };
  const map = placeMap(mapOf(sop as unknown as SopDefinition, { ...start, steps: ['s5'] }));
  expect(map.nodes.filter(({ place }) => place === 'here').map(({ id }) => id)).toEqual(['s5']);
  expect(
    map.nodes
      .filter(({ place }) => place === 'next')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['end', 's35', 's6']);
  expect(map.nodes.length).toBeLessThan(60);
  expect(map.nodes.length + map.hidden).toBe(201);
});

describe('a title in a box', () => {
  test('breaks between words, Chinese between any two signs', () => {
    expect(wrapTitle('Waiting for the customer', 8, 2)).toEqual(['Waiting for the', 'customer']);
    expect(wrapTitle('等待买家补充凭证材料', 6, 2)).toEqual(['等待买家补充', '凭证材料']);
  });
  test('ends in an ellipsis where it does not fit, one long word too', () => {
    const [line = '', ...more] = wrapTitle('Donaudampfschifffahrtsgesellschaft', 8, 2);
    expect(more).toEqual([]);
    expect(line).toMatch(/^Donau.*…$/);
    expect(wrapTitle('one two three four five six seven eight nine', 6, 2).at(-1)).toMatch(/…$/);
  });
});
