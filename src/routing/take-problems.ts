import type { Text } from '../engine/text.js';
import type { Lane } from '../queues/lanes.js';
import { Problem } from '../problems/problem.js';
import { HeldByOther } from '../tickets/ticket-problems.js';

/** Somebody else has the ticket, and this one knows who. */
export class HeldByColleague extends HeldByOther {
  override readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(step: string, holder: { id: string; name: string }, mayTakeOver: boolean) {
    super(step, holder.id);
    this.facts = { step, holder: holder.id, holderName: holder.name, mayTakeOver };
    this.detail = mayTakeOver
      ? {
          en: `${holder.name} is working on this ticket. You may take it over: give a reason.`,
          'zh-CN': `${holder.name} 正在处理该工单。您可以接管，请填写原因。`,
        }
      : {
          en: `${holder.name} is working on this ticket. Ask them to release it, or a lead to take it over.`,
          'zh-CN': `${holder.name} 正在处理该工单。请对方先释放，或由组长接管。`,
        };
  }
}

/** What is to be done on the ticket is for others: another tier, other skills. */
export class OutOfReach extends Problem {
  readonly slug = 'out-of-reach';
  readonly status = 409;
  readonly title: Text = { en: 'Not a lane of yours', 'zh-CN': '不在您的接单范围内' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(id: string, { team, tier, skills }: Lane) {
    super();
    this.facts = { team, tier, skills };
    const wanted = skills.length === 0 ? '' : `, skills ${skills.join(', ')}`;
    const wantedZh = skills.length === 0 ? '' : `，技能：${skills.join('、')}`;
    this.detail = {
      en: `Ticket ${id} waits for team ${team}, tier ${tier}${wanted}; you do not serve that lane.`,
      'zh-CN': `工单 ${id} 等待团队 ${team}、层级 ${tier} 的人员处理${wantedZh}，不在您的接单范围内。`,
    };
  }
}
