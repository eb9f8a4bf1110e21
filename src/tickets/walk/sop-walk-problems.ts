import { Problem, type ProblemError } from '../../problems/problem.js';
import type { Text } from '../../engine/common/text.js';
import * as kinds from '../../words/problem-kinds.js';

/** No call with this id waits for an answer. */
export class NoSuchCall extends Problem {
  readonly kind = kinds.noSuchCall;
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
  readonly kind = kinds.noTimerAhead;
  readonly detail = {
    en: 'No timer is set here, so waiting for the next one would never end. Wait for a duration, e.g. PT4H.',
    'zh-CN': '当前没有已设置的定时器，无法等到“下一个”。请指定等待时长，例如 PT4H。',
  };
}

export class NotADuration extends Problem {
  readonly kind = kinds.notADuration;
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
  readonly kind = kinds.walkActIncomplete;
  override readonly hint: Text = {
    en: "See POST /api/sops/{id}/simulate in the API's document.",
    'zh-CN': '详见 API 文档中的 POST /api/sops/{id}/simulate。',
  };
  readonly detail: Text;
  override readonly errors: ProblemError[];
  constructor(pointer: string) {
    super();
    this.detail = {
      en: `This act needs ${pointer}.`,
      'zh-CN': `该操作需要填写 ${pointer}。`,
    };
    this.errors = [{ pointer, message: { en: 'is needed here', 'zh-CN': '此处必填' } }];
  }
}

export class WalkTooLong extends Problem {
  readonly kind = kinds.walkTooLong;
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
  readonly kind = kinds.sopNotRunnable;
  override readonly hint: Text = {
    en: 'POST /api/sops/check names everything that is wrong.',
    'zh-CN': '可通过 POST /api/sops/check 查看全部问题。',
  };
  readonly detail: Text;
  constructor(reason: string) {
    super();
    this.detail = {
      en: `It cannot be walked through as it stands: ${reason}.`,
      'zh-CN': `当前内容无法演练：${reason}。`,
    };
  }
}
