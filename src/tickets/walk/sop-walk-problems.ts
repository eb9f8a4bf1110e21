import { Problem, type ProblemError } from '../../problems/problem.js';
import type { Text } from '../../engine/text.js';

/** No call with this id waits for an answer. */
export class NoSuchCall extends Problem {
  readonly slug = 'no-such-call';
  readonly status = 409;
  readonly title = { en: 'No such call is under way', 'zh-CN': '没有正在等待的该调用' };
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  constructor(id: string, waiting: string[]) {
    super();
    const shown = id.slice(0, 80);
    this.facts = { accepted: waiting };
    this.detail = {
      en: `The call "${shown}" is not waiting for an answer. Waiting: ${waiting.join(', ') || '–'}.`,
      'zh-CN': `调用“${shown}”当前没有在等待结果。正在等待的调用：${waiting.join('、') || '–'}。`,
    };
  }
}

/** Nothing is going to happen by itself. */
export class NoTimerAhead extends Problem {
  readonly slug = 'no-timer-ahead';
  readonly status = 409;
  readonly title = { en: 'There is no next timer', 'zh-CN': '没有待触发的定时器' };
  readonly detail = {
    en: 'No timer is set here, so waiting for the next one would never end. Wait for a duration, e.g. PT4H.',
    'zh-CN': '当前没有已设置的定时器，无法等到“下一个”。请指定等待时长，例如 PT4H。',
  };
}

export class NotADuration extends Problem {
  readonly slug = 'not-a-duration';
  readonly status = 422;
  readonly title = { en: 'Not a duration', 'zh-CN': '时长格式不正确' };
  readonly detail: Text;
  override readonly errors: ProblemError[];
  constructor(given: string) {
    super();
    const shown = given.slice(0, 80);
    this.detail = {
      en: `"${shown}" is not how long one can wait. Write an ISO 8601 duration of at most 5 years (PT4H, P2D), or next.`,
      'zh-CN': `“${shown}”不是可用的等待时长。请填写不超过 5 年的 ISO 8601 时长（如 PT4H、P2D），或填写 next。`,
    };
    this.errors = [{ pointer: '/for', message: this.detail }];
  }
}

/** An act of a walk-through lacks what its type needs. */
export class WalkActIncomplete extends Problem {
  readonly slug = 'walk-act-incomplete';
  readonly status = 422;
  readonly title = { en: 'The act is incomplete', 'zh-CN': '该操作缺少内容' };
  readonly detail: Text;
  override readonly errors: ProblemError[];
  constructor(pointer: string) {
    super();
    this.detail = {
      en: `This act needs ${pointer}. See POST /api/sops/{id}/simulate in the API's document.`,
      'zh-CN': `该操作需要填写 ${pointer}。详见 API 文档中的 POST /api/sops/{id}/simulate。`,
    };
    this.errors = [{ pointer, message: { en: 'is needed here', 'zh-CN': '此处必填' } }];
  }
}

export class WalkTooLong extends Problem {
  readonly slug = 'walk-too-long';
  readonly status = 409;
  readonly title = { en: 'The walk is too long', 'zh-CN': '演练步数过多' };
  readonly detail: Text;
  constructor(most: number) {
    super();
    this.detail = {
      en: `A walk ends after ${String(most)} moves, timers included. A timer that sets itself again may be the reason.`,
      'zh-CN': `一次演练最多 ${String(most)} 步（含定时器触发）。可能有定时器在反复触发自身。`,
    };
  }
}

/** The SOP can be read but not run. */
export class SopNotRunnable extends Problem {
  readonly slug = 'sop-not-runnable';
  readonly status = 422;
  readonly title = { en: 'This SOP cannot be run yet', 'zh-CN': '该标准流程尚无法运行' };
  readonly detail: Text;
  constructor(reason: string) {
    super();
    this.detail = {
      en: `It cannot be walked through as it stands: ${reason}. POST /api/sops/check names everything that is wrong.`,
      'zh-CN': `当前内容无法演练：${reason}。可通过 POST /api/sops/check 查看全部问题。`,
    };
  }
}
