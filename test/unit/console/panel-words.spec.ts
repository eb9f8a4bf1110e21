import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  listActions,
  listHappenings,
  type SayAction,
} from '../../../src/console/designer/panel/action-words';
import { valueAt } from '../../../src/console/designer/yaml/edit-value';
import { listStates } from '../../../src/console/designer/yaml/targets';
import { automationTexts } from '../../../src/console/designer/panel/texts-automation';
import { pathOfStep } from '../../../src/console/designer/yaml/yaml-place';
import { readYaml } from '../../../src/console/designer/yaml/yaml-text';

const sayIn =
  (lang: 'en' | 'zh-CN'): SayAction =>
  (key, values = {}) =>
    Object.entries(values).reduce(
      (text, [name, value]) => text.replace(`{{${name}}}`, String(value)),
      automationTexts.entries[key][lang],
    );
const say = sayIn('en');

describe('What a state does by itself', () => {
  const { value } = readYaml(readFileSync('workflows/return-refund.yaml', 'utf8'));

  it('is told in the order in which it happens, each with its place', () => {
    const path = pathOfStep('checking.waiting-for-answer');
    const happenings = listHappenings(valueAt(value, path), path, say, 'en');
    expect(happenings.map(({ when, words }) => [when, words])).toEqual([
      ['entry', 'stops the clock'],
      ['entry', 'sends the reply “Ask what we need to know”'],
      ['exit', 'goes on with the clock'],
    ]);
    expect(happenings.map(({ path: at }) => at.slice(path.length).join('/'))).toEqual([
      'entry/0',
      'entry/1',
      'exit',
    ]);
  });

  it('tells calls and what a missed time limit does', () => {
    const tell = (step: string, lang: 'en' | 'zh-CN'): string[] => {
      const path = pathOfStep(step);
      return listHappenings(valueAt(value, path), path, sayIn(lang), lang).map(({ words }) => words);
    };
    expect(tell('paying.pay', 'en')).toEqual(['refund: shop, POST "/refunds"']);
    expect(tell('inspecting.inspect', 'zh-CN')).toEqual([
      '添加备注：“距离验收超时还有 2 小时。”',
      '升级至 2 级',
    ]);
  });

  it('has words for every kind of action', () => {
    const actions = [
      { type: 'assign', params: { set: { a: '1', b: '2' } } },
      { type: 'reply', params: { text: { en: 'x'.repeat(100), 'zh-CN': '' } } },
      { type: 'tag', params: { add: ['vip'], remove: ['new'] } },
      { type: 'route', params: { team: 'risk', tier: 2 } },
      { type: 'escalate' },
      { type: 'set-priority', params: { priority: 'high' } },
      { type: 'dance' },
      null,
    ];
    expect(listActions(actions, [], {}, say, 'en').map(({ words }) => words)).toEqual([
      'sets a, b',
      `writes to the customer: “${'x'.repeat(59)}…”`,
      'changes tags: +vip, −new',
      'routes to risk, tier 2',
      'escalates to the next tier',
      'sets the priority to high',
      'does dance',
    ]);
  });

  it('stands where it says, in every SOP that ships', () => {
    for (const name of readdirSync('workflows').filter((one) => one.endsWith('.yaml'))) {
      const sop = readYaml(readFileSync(`workflows/${name}`, 'utf8')).value;
      const all = listStates(sop).flatMap(({ id, def }) => listHappenings(def, pathOfStep(id), say, 'en'));
      expect(all.length).toBeGreaterThan(10);
      for (const { path, words } of all) {
        expect(valueAt(sop, path)).toBeDefined();
        expect(words).not.toMatch(/^does|undefined|\[object|\{\{\w+\}\}/);
      }
    }
  });
});
