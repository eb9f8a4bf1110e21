import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { addAlternative, groupWays, isShadowed } from '../../../src/console/designer/panel/edit-alternatives';
import { valueAt, type Edit } from '../../../src/console/designer/yaml/edit-value';
import { listWays, removeWay, setCondition, setTarget } from '../../../src/console/designer/panel/edit-ways';
import type { PanelWay } from '../../../src/console/designer/panel/edit-ways';
import { editYaml } from '../../../src/console/designer/yaml/edit-yaml';
import { listStates } from '../../../src/console/designer/yaml/targets';
import { pathOfStep } from '../../../src/console/designer/yaml/yaml-place';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text';

const SMALL = `id: s
states:
  a:
    on:
      # What most agents click.
      GO: b # short
      ASK:
        # where
        target: b
        meta:
          title: { en: Ask, zh-CN: 询问 }
          confirm:
            en: |
              Sure?

              Really?
            zh-CN: 确定？
      CHECK:
        # when large
        - target: b
          guard: { type: cel, params: { expr: context.x > 1, why: { en: Small, zh-CN: 太小 } } }
        - target: c # else
    after: { P1D: b }
  b: {}
  c: {}
`;
const COMMENT = /(?:^|\s)# .*/gm;
const AT = ['states', 'a'];

function waysOf(text: string, key: string): PanelWay[] {
  const ways = listWays(valueAt(readYaml(text).value, AT), AT);
  return groupWays(ways).find(([first]) => first?.key === key) ?? [];
}
function valueOf(text: string, key: string, group = 'on'): unknown {
  return valueAt(readYaml(text).value, [...AT, group, key]);
}
const swap = (a: number, b: number): Edit => ({ act: 'swap', path: [...AT, 'on', 'CHECK'], a, b });

describe('The alternatives of a way', () => {
  it('stand together, each with its place', () => {
    const groups = groupWays(listWays(valueAt(readYaml(SMALL).value, AT), AT));
    expect(groups.map((ways) => ways.map(({ key, nth }) => [key, nth]))).toEqual([
      [['GO', null]],
      [['ASK', null]],
      [
        ['CHECK', 1],
        ['CHECK', 2],
      ],
      [['P1D', null]],
    ]);
  });

  it('change places with their comments, there and back', () => {
    const after = editYaml(SMALL, [swap(0, 1)]);
    expect(after).toContain(
      '      CHECK:\n        - target: c # else\n        # when large\n        - target: b\n',
    );
    expect(editYaml(after, [swap(0, 1)])).toBe(SMALL);
    expect(isShadowed(waysOf(after, 'CHECK'), 1)).toBe(true);
    expect(isShadowed(waysOf(SMALL, 'CHECK'), 1)).toBe(false);
  });

  it('are made of a single way without touching its words', () => {
    const text = editYaml(SMALL, addAlternative(waysOf(SMALL, 'ASK'), 'context.y'));
    expect(valueOf(text, 'ASK')).toEqual([
      {
        target: 'b',
        guard: { type: 'cel', params: { expr: 'context.y', why: { en: '', 'zh-CN': '' } } },
        meta: {
          title: { en: 'Ask', 'zh-CN': '询问' },
          confirm: { en: 'Sure?\n\nReally?\n', 'zh-CN': '确定？' },
        },
      },
      {
        target: 'b',
        meta: {
          title: { en: 'Ask', 'zh-CN': '询问' },
          confirm: { en: 'Sure?\n\nReally?\n', 'zh-CN': '确定？' },
        },
      },
    ]);
    for (const comment of ['# What most', '# short', '# where', '# when large', '# else'])
      expect(text).toContain(comment);
    expect(text.split('      CHECK:')[1]).toBe(SMALL.split('      CHECK:')[1]);
  });

  it('are made of a target alone, and of one between braces', () => {
    const [open] = waysOf(SMALL, 'GO');
    if (!open) throw new Error('no way');
    const text = editYaml(SMALL, addAlternative([open], 'true'));
    expect(valueOf(text, 'GO')).toMatchObject([{ target: 'b', guard: { type: 'cel' } }, 'b']);
    const timed = editYaml(SMALL, addAlternative(waysOf(SMALL, 'P1D'), 'true'));
    expect(valueOf(timed, 'P1D', 'after')).toMatchObject([{ guard: { type: 'cel' } }, 'b']);
  });

  it('come before the one that is always open, and go one by one', () => {
    const text = editYaml(SMALL, addAlternative(waysOf(SMALL, 'CHECK'), 'context.y'));
    const ways = waysOf(text, 'CHECK');
    expect(ways.map(({ def }) => def['target'])).toEqual(['b', 'c', 'c']);
    expect(ways.map(({ def }) => valueAt(def, ['guard', 'params', 'expr']))).toEqual([
      'context.x > 1',
      'context.y',
      undefined,
    ]);
    const [, added] = ways;
    if (!added) throw new Error('no way');
    expect(editYaml(text, removeWay(added))).toBe(SMALL);
    const gone = ways.reduceRight((left, way) => editYaml(left, removeWay(way)), text);
    expect(valueOf(gone, 'CHECK')).toBeUndefined();
    expect(valueOf(gone, 'GO')).toBe('b');
  });

  it('get another condition and target each on its own', () => {
    const [, last] = waysOf(SMALL, 'CHECK');
    if (!last) throw new Error('no way');
    const text = editYaml(SMALL, [...setCondition(last, 'context.z'), ...setTarget(last, 'b')]);
    expect(text).toContain('- target: b # else');
    expect(waysOf(text, 'CHECK').map(({ def }) => valueAt(def, ['guard', 'params', 'expr']))).toEqual([
      'context.x > 1',
      'context.z',
    ]);
  });

  it('can be added to the ways of the SOPs that ship, and taken out of a list again', () => {
    for (const name of readdirSync('workflows').filter((one) => one.endsWith('.yaml'))) {
      const before = readFileSync(`workflows/${name}`, 'utf8');
      const value = readYaml(before).value;
      const count = before.match(COMMENT)?.length;
      for (const { id, def } of listStates(value).filter((_, index) => index % 7 === 3)) {
        for (const ways of groupWays(listWays(def, pathOfStep(id))).slice(0, 2)) {
          const after = editYaml(before, addAlternative(ways, 'true'));
          const made = groupWays(listWays(valueAt(readYaml(after).value, pathOfStep(id)), pathOfStep(id)));
          const same = made.find(([first]) => first?.keyPath.join() === ways[0]?.keyPath.join());
          expect(same?.length).toBe(ways.length + 1);
          expect(after.match(COMMENT)?.length).toBe(count);
          const added = same?.find(({ def }) => valueAt(def, ['guard', 'params', 'expr']) === 'true');
          if (added && ways.length > 1) expect(editYaml(after, removeWay(added))).toBe(before);
        }
      }
    }
  });
});
