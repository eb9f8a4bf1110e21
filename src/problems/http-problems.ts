import type { Text } from '../engine/common/text.js';
import { Problem, type ProblemError } from './problem.js';
import type { ProblemKind } from '../words/kind.js';
import * as kinds from '../words/problem-kinds.js';

/** The body is JSON, but its content does not fit. */
export class InvalidBody extends Problem {
  readonly kind = kinds.invalidBody;
  readonly detail: Text = {
    en: 'Nothing was changed.',
    'zh-CN': '未做任何修改。',
  };
  override readonly hint: Text = {
    en: '`errors` says what is wrong where.',
    'zh-CN': '`errors` 中列出了具体位置和原因。',
  };

  constructor(override readonly errors: ProblemError[]) {
    super();
  }
}

/** The body cannot be read as JSON. `position` counts characters from 0; null when the parser does not say. */
export class MalformedBody extends Problem {
  readonly kind = kinds.malformedBody;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(reason: string, position: number | null) {
    super();
    this.facts = position === null ? {} : { position };
    const place = position === null ? '' : position;
    this.detail = {
      en: `Nothing was changed. The parser says: ${reason}`,
      'zh-CN': `未做任何修改。${place === '' ? '' : `第 ${place} 个字符处有误。`}解析器提示：${reason}`,
    };
  }
}

export class BodyTooLarge extends Problem {
  readonly kind = kinds.bodyTooLarge;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(limitBytes: number) {
    super();
    this.facts = { limitBytes };
    this.detail = {
      en: `At most ${limitBytes} bytes are taken in this request.`,
      'zh-CN': `此请求最多接收 ${limitBytes} 字节。`,
    };
  }
}

/** A body that comes in pieces does not say how long it is; of strangers that is not taken. */
export class LengthMissing extends Problem {
  readonly kind = kinds.lengthMissing;
  readonly detail: Text = {
    en: 'Before a sign-in, requests say with Content-Length how long their body is.',
    'zh-CN': '登录之前的请求必须用 Content-Length 说明请求体长度。',
  };
}

/** The headers or the body did not come to an end in time. */
export class RequestTooSlow extends Problem {
  readonly kind = kinds.requestTooSlow;
  readonly detail: Text = {
    en: 'Nothing was changed. Send the whole request at once.',
    'zh-CN': '未做任何修改。请一次性发送完整请求。',
  };
}

export class HeadersTooLarge extends Problem {
  readonly kind = kinds.headersTooLarge;
  readonly detail: Text = {
    en: 'Nothing was changed. All headers together may have 16 KiB.',
    'zh-CN': '未做任何修改。全部请求头合计不得超过 16 KiB。',
  };
}

/** Whoever comes too often is told in `retry-after` when they are listened to again. */
export abstract class TooOften extends Problem {
  override readonly headers: Record<string, string>;
  /** The same in words. */
  protected readonly wait: Text;

  constructor(waitMs: number) {
    super();
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    const minutes = Math.ceil(seconds / 60);
    this.wait =
      seconds < 120
        ? { en: `${String(seconds)} s`, 'zh-CN': `${String(seconds)} 秒` }
        : { en: `${String(minutes)} min`, 'zh-CN': `${String(minutes)} 分钟` };
    this.headers = { 'retry-after': String(seconds) };
  }
}

/** More requests than one caller may make. */
export class TooManyRequests extends TooOften {
  readonly kind = kinds.tooManyRequests;
  readonly detail: Text = {
    en: `Nothing was changed. Try again in ${this.wait.en}.`,
    'zh-CN': `未做任何修改，请在 ${this.wait['zh-CN']}后重试。`,
  };
}

export class UnsupportedMediaType extends Problem {
  readonly kind = kinds.unsupportedMediaType;
  readonly detail: Text = {
    en: 'Send JSON with "Content-Type: application/json".',
    'zh-CN': '请发送 JSON，并设置 Content-Type: application/json。',
  };
}

export class UnknownRoute extends Problem {
  readonly kind = kinds.unknownRoute;
  readonly detail: Text = {
    en: 'No endpoint has this address. /api/docs lists all of them.',
    'zh-CN': '没有与此地址对应的接口。全部接口见 /api/docs。',
  };
}

export class MethodNotAllowed extends Problem {
  readonly kind = kinds.methodNotAllowed;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;
  override readonly headers: Record<string, string>;

  constructor(allowed: string[]) {
    super();
    const list = allowed.join(', ');
    this.facts = { accepted: allowed };
    this.headers = { Allow: list };
    this.detail = { en: `This address takes ${list}.`, 'zh-CN': `此地址接受的方法：${list}。` };
  }
}

/** What the HTTP layer itself refuses: a broken address, a wrong length, and the like. */
export class BadRequest extends Problem {
  readonly kind: ProblemKind;
  readonly detail: Text;

  constructor(status: number, reason: string) {
    super();
    this.kind = { ...kinds.badRequest, status };
    this.detail = {
      en: `Nothing was changed. The server says: ${reason}`,
      'zh-CN': `未做任何修改。服务器提示：${reason}`,
    };
  }
}

/** Our fault. The answer tells nothing but the number under which the log tells more. */
export class Unexpected extends Problem {
  readonly kind = kinds.unexpected;
  readonly detail: Text;
  override readonly facts: Record<string, unknown>;

  constructor(id: string) {
    super();
    this.facts = { id };
    this.detail = {
      en: `The log of the server has the cause under ${id}.`,
      'zh-CN': `原因已记入服务器日志，编号 ${id}。`,
    };
  }
}
