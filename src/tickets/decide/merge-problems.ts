import type { CompiledSop } from '../../engine/index.js';
import type { Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import type { Ticket } from '../model/model.js';
import * as kinds from '../../words/problem-kinds.js';

/** A ticket cannot go on in that one. */
export class MergeRefused extends Problem {
  readonly kind = kinds.mergeRefused;
  readonly detail: Text;
  constructor(why: 'self' | 'ended' | 'call-under-way') {
    super();
    this.detail = REFUSED[why];
  }
}
const REFUSED = {
  self: { en: 'A ticket cannot be merged into itself.', 'zh-CN': '工单不能合并到自身。' },
  ended: { en: 'Merge into a ticket that is open.', 'zh-CN': '只能合并到处理中的工单。' },
  'call-under-way': {
    en: 'Another system is just being asked for this ticket; merge it when the answer is there.',
    'zh-CN': '该工单正在等待其他系统的结果，请在结果返回后再合并。',
  },
} satisfies Record<string, Text>;

/** The customers differ: look at the other ticket, then say yes a second time. */
export class ConfirmMerge extends Problem {
  readonly kind = kinds.confirmMerge;
  override readonly hint: Text = {
    en: 'To merge all the same, send "confirmed": true.',
    'zh-CN': '如确认合并，请发送 "confirmed": true。',
  };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(other: Ticket, sop: CompiledSop) {
    super();
    const { id, subject, customer, status } = other;
    const steps = other.state.steps.map((step) => ({ step, title: sop.steps.get(step)?.meta.title ?? null }));
    this.facts = {
      other: { id, number: Number(id), subject, customer, status, sop: other.sopId, steps },
    };
    this.detail = {
      en: `Ticket ${id} is of another customer: ${customer.name}. Look at it before you merge all the same.`,
      'zh-CN': `工单 ${id} 属于另一位买家：${customer.name}。请先核对，再确认是否合并。`,
    };
  }
}

/** The merge stays as it is. */
export class CannotUndo extends Problem {
  readonly kind = kinds.cannotUndo;
  readonly detail: Text;
  constructor(why: 'not-merged' | 'went-on') {
    super();
    this.detail =
      why === 'not-merged'
        ? {
            en: 'Nothing can be undone here: the ticket is not merged, or was merged by an older version.',
            'zh-CN': '没有可撤销的操作：该工单未合并，或由旧版本合并。',
          }
        : {
            en: 'Something has happened in the other ticket since the merge, so it cannot be undone.',
            'zh-CN': '合并后另一张工单已有新的进展，无法撤销。',
          };
  }
}
