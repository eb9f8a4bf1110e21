import type { Text } from '../../engine/common/text.js';
import type { ProblemError } from '../../problems/problem.js';
import { Problem } from '../../problems/problem.js';
import * as kinds from '../../words/problem-kinds.js';

/** What was asked for cannot be computed as asked; the pointers name the query parameters. */
export class FigureQueryInvalid extends Problem {
  readonly kind = kinds.invalidQuery;
  readonly detail: Text;
  override readonly errors: ProblemError[];

  constructor(errors: ProblemError[]) {
    super();
    this.errors = errors;
    const names = errors.map((error) => error.pointer.slice(1));
    this.detail = {
      en: `Nothing was computed. Mend the query parameters: ${names.join(', ')}.`,
      'zh-CN': `未进行计算。请修正查询参数：${names.join('、')}。`,
    };
  }
}

/** A series would have more points than anybody can look at. */
export class TooManyPoints extends Problem {
  readonly kind = kinds.tooManyPoints;
  readonly detail: Text;
  override readonly errors: ProblemError[];

  constructor(most: number) {
    super();
    this.detail = {
      en: `A series has ${most} points at most. Ask for days instead of hours, or for a shorter range.`,
      'zh-CN': `一次最多返回 ${most} 个数据点。请改为按天统计，或缩短时间范围。`,
    };
    this.errors = [{ pointer: '/interval', message: this.detail }];
  }
}

/** A figure has no such part whose tickets could be listed. */
export class PartUnknown extends Problem {
  readonly kind = kinds.partUnknown;
  readonly detail: Text;
  override readonly errors: ProblemError[];

  constructor(figure: string, part: string) {
    super();
    this.detail = {
      en: `${figure} has no part "${part}". Ask for another one, or leave \`part\` away for all its tickets.`,
      'zh-CN': `指标 ${figure} 没有“${part}”这一部分。请改用其他值，或去掉 part 以查看全部工单。`,
    };
    this.errors = [{ pointer: '/part', message: this.detail }];
  }
}
