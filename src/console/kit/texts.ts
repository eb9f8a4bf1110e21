import { defineTexts } from '../i18n/define-texts';

export const kitTexts = defineTexts('kit', {
  offline: { en: 'The server cannot be reached', 'zh-CN': '无法连接服务器' },
  offlineHelp: {
    en: 'What you typed is kept. It goes on as soon as the connection is back.',
    'zh-CN': '已输入的内容都还在，连接恢复后可继续操作。',
  },
  broken: { en: 'The server did not answer as expected', 'zh-CN': '服务器返回异常' },
  brokenHelp: {
    en: 'Nothing was changed and nothing you typed is lost. Try again in a moment.',
    'zh-CN': '数据没有变动，已输入的内容也没有丢失。请稍后重试。',
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
  passwordRule: { en: 'At least {{count}} characters', 'zh-CN': '至少 {{count}} 个字符' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
});
