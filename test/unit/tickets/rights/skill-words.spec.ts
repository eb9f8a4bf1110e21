import { describe, expect, it } from '@jest/globals';
import { LeaseLost } from '../../../../src/routing/routing-problems.js';
import { NotYours } from '../../../../src/tickets/rights/rights-problems.js';

const TITLES: Record<string, { en: string; 'zh-CN': string }> = {
  refunds: { en: 'Refunds', 'zh-CN': '退款' },
  zh: { en: 'Chinese', 'zh-CN': '中文' },
};
const words = { skillTitle: (skill: string) => TITLES[skill] ?? { en: skill, 'zh-CN': skill } };
const lane = { team: 'desk', tier: 2, skills: ['refunds', 'zh', 'fax'] };

describe('skills in what the server says', () => {
  it('are called by their titles in both languages: whose a step is', () => {
    const problem = new NotYours(
      { step: 'a', ...lane },
      { ...words, title: { en: 'Judge', 'zh-CN': '判定' } },
    );
    expect(problem.detail.en).toContain('“Judge” is for team desk, tier 2, skills Refunds, Chinese, fax.');
    expect(problem.detail['zh-CN']).toContain('“判定”由团队 desk、层级 2、技能 退款、中文、fax的人员处理');
    expect(problem.facts).toMatchObject({ skills: lane.skills });
  });

  it('are called by their titles: in which lane a ticket is that was lost', () => {
    const { detail } = new LeaseLost('7', { ...lane, ...words });
    expect(detail.en).toContain('skills Refunds, Chinese, fax');
    expect(detail['zh-CN']).toContain('技能：退款、中文、fax');
  });
});
