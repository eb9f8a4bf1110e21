import type { Text } from '../../engine/common/text.js';
import { Problem } from '../../problems/problem.js';
import * as kinds from '../../words/problem-kinds.js';

/** The stream goes to those who ask for one: anything else would wait for an end that does not come. */
export class StreamNotAccepted extends Problem {
  readonly kind = kinds.streamNotAccepted;
  readonly detail: Text = {
    en: 'Ask for it with "Accept: text/event-stream"; it does not end by itself.',
    'zh-CN': '请使用 “Accept: text/event-stream” 请求；该响应会持续推送，不会自行结束。',
  };
}

/** Somebody has too many streams open in this process. */
export class TooManyStreams extends Problem {
  readonly kind = kinds.tooManyStreams;
  readonly detail: Text;
  override readonly headers: Record<string, string> = { 'retry-after': '30' };
  override readonly facts: Record<string, unknown>;

  constructor(limit: number) {
    super();
    this.facts = { limit };
    this.detail = {
      en: `You have ${limit} live streams open already. Close a window that you do not need; without a stream a window shows changes only when it is reloaded.`,
      'zh-CN': `您已打开 ${limit} 个实时连接。请关闭不用的窗口；未建立实时连接的窗口需刷新后才能看到变化。`,
    };
  }
}

/** The server stops; another process may take the stream. */
export class StreamsStopped extends Problem {
  readonly kind = kinds.stopping;
  readonly detail: Text = {
    en: 'Connect again in a moment.',
    'zh-CN': '请稍后重新连接。',
  };
  override readonly headers: Record<string, string> = { 'retry-after': '2' };
}
