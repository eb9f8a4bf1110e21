import { defineTexts } from '../../i18n/define-texts';

export const kitTexts = defineTexts('kit', {
  offline: { en: 'The server cannot be reached', 'zh-CN': '无法连接服务器' },
  offlineHelp: {
    en: 'What you typed is kept. It goes on as soon as the connection is back.',
    'zh-CN': '已输入的内容都还在，连接恢复后可继续操作。',
  },
  broken: { en: 'The server did not answer as expected', 'zh-CN': '服务器返回异常' },
  brokenHelp: {
    en: 'Nothing you typed is lost. Try again in a moment.',
    'zh-CN': '已输入的内容没有丢失。请稍后重试。',
  },
  unknownDone: {
    en: 'It is not known whether it was done. Do it again unchanged: it is not done twice.',
    'zh-CN': '无法确认是否已生效。请原样重试，不会重复执行。',
  },
  unknownSent: {
    en: 'It is not known whether it was sent. Send again unchanged: it will not arrive twice.',
    'zh-CN': '无法确认是否已发送。请原样重发，不会重复送达。',
  },
  accepted: { en: 'Possible here: {{list}}', 'zh-CN': '当前可以：{{list}}' },
  tryAgain: { en: 'Try again', 'zh-CN': '重试' },
  fault: { en: 'This part of the page failed', 'zh-CN': '页面的这一部分出错了' },
  faultHelp: {
    en: 'The rest goes on working. What you typed is kept.',
    'zh-CN': '其他部分仍可使用，已输入的内容都还在。',
  },
  reload: { en: 'Load this part again', 'zh-CN': '重新加载' },
  loading: { en: 'Loading', 'zh-CN': '加载中' },
  overdueBy: { en: 'Overdue by {{time}}', 'zh-CN': '已超时 {{time}}' },
  left: { en: '{{time}} left', 'zh-CN': '剩余 {{time}}' },
  paused: { en: 'Clock is paused', 'zh-CN': '计时已暂停' },
  nothingDone: { en: 'Nothing was changed.', 'zh-CN': '未做任何修改。' },
  errorAt: { en: '“{{name}}”: {{message}}', 'zh-CN': '“{{name}}”：{{message}}' },
  waitFor: { en: 'You can try again in {{time}}.', 'zh-CN': '{{time}} 后可重试。' },
  waitOver: { en: 'You can try again now.', 'zh-CN': '现在可以重试。' },
  passwordRule: { en: 'At least {{count}} characters', 'zh-CN': '至少 {{count}} 个字符' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
});
