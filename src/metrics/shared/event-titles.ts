import type { CompiledSop } from '../../engine/index.js';
import type { Text } from '../../engine/common/text.js';

/** What ends or begins a stay although no SOP gives it a title. */
const OWN: Readonly<Record<string, Text>> = {
  opened: { en: 'Opened', 'zh-CN': '创建工单' },
  reopened: { en: 'Reopened', 'zh-CN': '重新打开' },
  merged: { en: 'Merged', 'zh-CN': '合并工单' },
  cancelled: { en: 'Cancelled', 'zh-CN': '取消工单' },
  CUSTOMER_MESSAGE: { en: 'Message of the customer', 'zh-CN': '买家来消息' },
  ESCALATE: { en: 'Escalate', 'zh-CN': '升级处理' },
};

/**
 * What people call an event by which a step was left: the title of the step's way out, or of the phase around it; for
 * clocks, automations and the acts that every ticket knows, words of our own. Null when nobody gave it a name.
 */
export function titleOfEvent(sop: CompiledSop, step: string | null, event: string): Text | null {
  for (let state = sop.states.get(step ?? ''); state !== undefined;) {
    const title = sop.waysOut
      .get(state.id)
      ?.get(event)
      ?.find((way) => way.meta.title !== undefined)?.meta.title;
    if (title !== undefined) return title;
    if (state.parent === null) break;
    state = state.parent;
  }
  const [kind = '', ...rest] = event.split(/[ .]/u);
  const what = rest.join(' ');
  if (kind === 'after') return { en: `Time-out after ${what}`, 'zh-CN': `超时（${what}）` };
  if (kind === 'done') return { en: 'Automation done', 'zh-CN': '自动处理完成' };
  if (kind === 'error') return { en: 'Automation failed', 'zh-CN': '自动处理失败' };
  return OWN[event] ?? null;
}
