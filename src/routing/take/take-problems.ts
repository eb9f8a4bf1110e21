import type { Text } from '../../engine/common/text.js';
import { HeldByOther } from '../../tickets/rights/rights-problems.js';

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
