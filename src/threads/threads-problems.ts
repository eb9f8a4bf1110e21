import type { Text } from '../engine/common/text.js';
import { Problem } from '../problems/problem.js';
import * as kinds from '../words/problem-kinds.js';

/** All threads are at work, and enough is waiting for them. */
export class Busy extends Problem {
  readonly kind = kinds.busy;
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

/** This person has enough under way: the rest of the line is for others. */
export class TooManyOfYours extends Problem {
  readonly kind = kinds.busy;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  override readonly headers = { 'Retry-After': '2' };
  constructor(yours: number) {
    super();
    this.facts = { yours };
    this.detail = {
      en: `${String(yours)} checks, walks or comparisons of yours are under way, which is as many as one person may have. Nothing was changed; wait for one of them.`,
      'zh-CN': `您已有 ${String(yours)} 个检查、演练或比较任务正在进行，已达到个人上限。未做任何修改，请等待其中一个完成。`,
    };
  }
}

/** Work was broken off: that says nothing about what was to be judged. */
export class WorkBrokenOff extends Problem {
  readonly kind = kinds.brokenOff;
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
