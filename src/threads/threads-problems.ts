import type { Text } from '../engine/text.js';
import { Problem } from '../problems/problem.js';

/** All threads are at work, and enough is waiting for them. */
export class Busy extends Problem {
  readonly slug = 'busy';
  readonly status = 503;
  readonly title: Text = { en: 'Too much at once', 'zh-CN': '当前任务过多' };
  readonly detail: Text = {
    en: 'Checks and walks of SOPs are waiting in a full line. Nothing was changed; ask again in a moment.',
    'zh-CN': '标准流程的检查和演练任务已排满。未做任何修改，请稍后重试。',
  };
  override readonly headers = { 'Retry-After': '2' };
}

const REASONS: Record<'time' | 'memory' | 'stopped', Text> = {
  time: { en: 'it took too long beside everything else', 'zh-CN': '在当前负载下用时过长' },
  memory: { en: 'it needed more memory than it may have', 'zh-CN': '所需内存超过限制' },
  stopped: { en: 'it was called off', 'zh-CN': '任务已被取消' },
};

/** Work was broken off: that says nothing about what was to be judged. */
export class WorkBrokenOff extends Problem {
  readonly slug = 'broken-off';
  readonly status = 503;
  readonly title: Text = { en: 'The work was broken off', 'zh-CN': '任务已中断' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  override readonly headers = { 'Retry-After': '5' };
  constructor(reason: keyof typeof REASONS) {
    super();
    this.facts = { reason };
    this.detail = {
      en: `There is no answer: ${REASONS[reason].en}. Nothing was changed; ask again in a moment.`,
      'zh-CN': `没有结果：${REASONS[reason]['zh-CN']}。未做任何修改，请稍后重试。`,
    };
  }
}
