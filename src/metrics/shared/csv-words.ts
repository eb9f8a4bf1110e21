import type { Text } from '../../engine/common/text.js';

const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

const STATUS: Record<string, Text> = {
  open: text('Open', '处理中'),
  resolved: text('Resolved', '已解决'),
  cancelled: text('Cancelled', '已作废'),
  merged: text('Merged', '已合并'),
};
const PRIORITY: Record<string, Text> = {
  low: text('low', '低'),
  normal: text('normal', '普通'),
  high: text('high', '高'),
  urgent: text('urgent', '紧急'),
};
const CHANNEL: Record<string, Text> = {
  web: text('Web', '网页'),
  chat: text('Chat', '在线聊天'),
  app: text('App', 'App'),
  phone: text('Phone', '电话'),
  email: text('E-mail', '邮件'),
  api: text('Other system', '系统接入'),
};
const LEFT_OUT: Record<string, Text> = {
  immature: text('window is open', '窗口期未过'),
  open: text('open', '未结'),
  cancelled: text('cancelled', '已作废'),
  merged: text('merged', '已合并'),
  repeat: text('repeat contact', '重复联系'),
  policy: text('forced by policy', '政策要求'),
  waiting: text('not handled yet', '尚未处理'),
  unanswered: text('not answered', '未回复'),
  unasked: text('no message', '无买家消息'),
  pending: text('undecided', '计时中'),
  untargeted: text('no target', '无时限'),
};
const RESULT: Record<string, Text> = {
  higher: text('higher', '上升'),
  lower: text('lower', '下降'),
  'no-difference': text('no difference beyond chance', '无显著差异'),
  'too-few': text('too few', '样本过少'),
};
const TEST: Record<string, Text> = {
  newcombe: text('two rates (Newcombe), 95%', '两个比率（Newcombe），95%'),
  'median-intervals': text('two medians by ranks, 95%', '两个中位数（秩区间），95%'),
  poisson: text('two counts (Poisson), 95%', '两个计数（泊松），95%'),
  welch: text('two means (Welch), 95%', '两个均值（Welch），95%'),
};

/** In the reader's words; what has none stands as it is. */
const wording =
  (words: Record<string, Text>) =>
  (name: string | null): Text | string | null =>
    name === null ? null : (words[name] ?? name);

const BROKEN_BY: Record<string, Text> = {
  'customer-message': text('the customer wrote again', '买家再发消息'),
  reopened: text('reopened', '重开'),
  'repeat-contact': text('another ticket of the issue', '重复联系'),
};

export const statusWord = wording(STATUS);
export const priorityWord = wording(PRIORITY);
export const channelWord = wording(CHANNEL);
export const leftOutWord = wording(LEFT_OUT);
export const resultWord = wording(RESULT);
export const testWord = wording(TEST);
export const brokenWord = wording(BROKEN_BY);
