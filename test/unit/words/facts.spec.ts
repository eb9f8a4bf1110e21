import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Lang } from '../../../src/engine/common/text.js';
import { FACT_TEXTS, FACT_TYPES, wordFact, type ToldFact } from '../../../src/words/facts.js';

const SRC = new URL('../../../src/', import.meta.url);
const told = (fact: ToldFact, lang: Lang): string =>
  wordFact(fact, {
    lang,
    teamOf: (team) => `<${team}>`,
    skillOf: (skill) => `[${skill}]`,
    titleOf: (step) => `(${step})`,
    nameOf: (id) => (id === 'u-1' ? '林若溪' : null),
  });

describe('the words for facts', () => {
  it.each<[ToldFact, string, string]>([
    [{ type: 'reply', text: 'Hi' }, 'Sent to the customer by the SOP: Hi', '流程自动发送给买家：Hi'],
    [
      { type: 'tag', add: ['a', 'b'], remove: ['c'] },
      'Tagged a, b; Tags removed: c',
      '添加标签：a、b；移除标签：c',
    ],
    [
      { type: 'route', team: 'desk', tier: 2, skills: ['x'] },
      'Routed to <desk>, tier 2, skills [x]',
      '分派至<desk>、2 线、技能 [x]',
    ],
    [{ type: 'route', team: null, tier: 3, skills: null }, 'Routed to tier 3', '分派至3 线'],
    [{ type: 'escalate', team: 'desk', tier: 2 }, 'Escalated to <desk>, tier 2', '已升级至<desk>（2 线）'],
    [{ type: 'escalate', moved: false }, FACT_TEXTS.notMoved.en, FACT_TEXTS.notMoved['zh-CN']],
    [
      { type: 'went-up', team: 'desk', tier: 3, approval: true },
      'For approval by <desk>, tier 3',
      '提交<desk>（3 线）审批',
    ],
    [{ type: 'set-priority', priority: 'high' }, 'Priority is now high', '优先级调整为“高”'],
    [
      { type: 'set-priority', priority: 'of-tomorrow' },
      'Priority is now of-tomorrow',
      '优先级调整为“of-tomorrow”',
    ],
    [{ type: 'sla', state: 'warned', step: 's' }, 'Time is running out in “(s)”', '“(s)”即将超时'],
    [
      { type: 'take-over', step: 's', from: 'u-1' },
      'Took over “(s)” as a lead from 林若溪',
      '以组长身份从林若溪处接管“(s)”',
    ],
    [
      { type: 'take-over', step: 's', from: 'u-9' },
      'Took over “(s)” as a lead from Somebody',
      '以组长身份从某位同事处接管“(s)”',
    ],
    [{ type: 'on-behalf', ownCase: true }, FACT_TEXTS.onBehalfOwn.en, FACT_TEXTS.onBehalfOwn['zh-CN']],
  ])('tell %j', (fact, en, zh) => {
    expect([told(fact, 'en'), told(fact, 'zh-CN')]).toEqual([en, zh]);
  });

  it('exist for each kind, but for what the data show by themselves', () => {
    const silent = FACT_TYPES.filter((type) => told({ type }, 'en') === '');
    expect(silent).toEqual(['tag', 'stored']);
  });

  it('stand nowhere else', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/^(?:words|database\/generated)\//.test(file),
    );
    const sentences = Object.values(FACT_TEXTS).filter(({ en }) => en.length > 14 && !en.startsWith('{{'));
    const again = files.filter((file) => {
      const text = readFileSync(new URL(file, SRC), 'utf8');
      return sentences.some(({ en }) => text.includes(`'${en}'`));
    });
    expect(again).toEqual([]);
  });
});
