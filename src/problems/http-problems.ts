import type { Text } from '../engine/text.js';
import { Problem, type ProblemError } from './problem.js';

/** The body is JSON, but its content does not fit. */
export class InvalidBody extends Problem {
  readonly slug = 'invalid-body';
  readonly status = 422;
  readonly title: Text = { en: 'The data does not fit', 'zh-CN': '提交的数据有误' };
  readonly detail: Text = {
    en: 'Nothing was changed. `errors` says what is wrong where.',
    'zh-CN': '未做任何修改。`errors` 中列出了具体位置和原因。',
  };

  constructor(override readonly errors: ProblemError[]) {
    super();
  }
}

/** The body cannot be read as JSON. `position` counts characters from 0; null when the parser does not say. */
export class MalformedBody extends Problem {
  readonly slug = 'malformed-body';
  readonly status = 400;
  readonly title: Text = { en: 'The body is not valid JSON', 'zh-CN': '请求体不是有效的 JSON' };
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
  readonly slug = 'body-too-large';
  readonly status = 413;
  readonly title: Text = { en: 'The body is too large', 'zh-CN': '请求体过大' };
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
  readonly slug = 'length-missing';
  readonly status = 411;
  readonly title: Text = { en: 'The length of the body is missing', 'zh-CN': '缺少请求体长度' };
  readonly detail: Text = {
    en: 'Before a sign-in, requests say with Content-Length how long their body is.',
    'zh-CN': '登录之前的请求必须用 Content-Length 说明请求体长度。',
  };
}

/** The headers or the body did not come to an end in time. */
export class RequestTooSlow extends Problem {
  readonly slug = 'request-too-slow';
  readonly status = 408;
  readonly title: Text = { en: 'The request took too long to arrive', 'zh-CN': '请求传输过慢' };
  readonly detail: Text = {
    en: 'Nothing was changed. Send the whole request at once.',
    'zh-CN': '未做任何修改。请一次性发送完整请求。',
  };
}

export class HeadersTooLarge extends Problem {
  readonly slug = 'headers-too-large';
  readonly status = 431;
  readonly title: Text = { en: 'The headers are too large', 'zh-CN': '请求头过大' };
  readonly detail: Text = {
    en: 'Nothing was changed. All headers together may have 16 KiB.',
    'zh-CN': '未做任何修改。全部请求头合计不得超过 16 KiB。',
  };
}

/** More requests than one caller may make; `retry-after` says when the next is taken. */
export class TooManyRequests extends Problem {
  readonly slug = 'too-many-requests';
  readonly status = 429;
  readonly title: Text = { en: 'Too many requests', 'zh-CN': '请求过于频繁' };
  readonly detail: Text;
  override readonly headers: Record<string, string>;

  constructor(waitMs: number) {
    super();
    const seconds = Math.max(1, Math.ceil(waitMs / 1000));
    this.detail = {
      en: `Nothing was changed. Try again in ${String(seconds)} s.`,
      'zh-CN': `未做任何修改，请在 ${String(seconds)} 秒后重试。`,
    };
    this.headers = { 'retry-after': String(seconds) };
  }
}

export class UnsupportedMediaType extends Problem {
  readonly slug = 'unsupported-media-type';
  readonly status = 415;
  readonly title: Text = { en: 'This kind of body is not understood', 'zh-CN': '不支持的请求体类型' };
  readonly detail: Text = {
    en: 'Send JSON with "Content-Type: application/json".',
    'zh-CN': '请发送 JSON，并设置 Content-Type: application/json。',
  };
}

export class UnknownRoute extends Problem {
  readonly slug = 'unknown-route';
  readonly status = 404;
  readonly title: Text = { en: 'There is nothing here', 'zh-CN': '地址不存在' };
  readonly detail: Text = {
    en: 'No endpoint has this address. /api/docs lists all of them.',
    'zh-CN': '没有与此地址对应的接口。全部接口见 /api/docs。',
  };
}

export class MethodNotAllowed extends Problem {
  readonly slug = 'method-not-allowed';
  readonly status = 405;
  readonly title: Text = { en: 'Not with this method', 'zh-CN': '不支持该请求方法' };
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
  readonly slug = 'bad-request';
  readonly title: Text = { en: 'The request cannot be understood', 'zh-CN': '无法理解该请求' };
  readonly detail: Text;

  constructor(
    readonly status: number,
    reason: string,
  ) {
    super();
    this.detail = {
      en: `Nothing was changed. The server says: ${reason}`,
      'zh-CN': `未做任何修改。服务器提示：${reason}`,
    };
  }
}

/** Our fault. The answer tells nothing but the number under which the log tells more. */
export class Unexpected extends Problem {
  readonly slug = 'unexpected';
  readonly status = 500;
  readonly title: Text = { en: 'Something went wrong on our side', 'zh-CN': '服务器内部出错' };
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
