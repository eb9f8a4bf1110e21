import { defineTexts } from '../../i18n/define-texts';

export const sessionTexts = defineTexts('sessions', {
  mine: { en: 'Where I am signed in', 'zh-CN': '我的登录' },
  mineHelp: {
    en: 'End what you do not know, and change your password then.',
    'zh-CN': '如有不认识的登录，请立即结束它并修改密码。',
  },
  menu: { en: 'Sign-ins…', 'zh-CN': '登录管理…' },
  none: { en: 'Nowhere at the moment.', 'zh-CN': '当前没有登录。' },
  unknownDevice: { en: 'Unknown device', 'zh-CN': '未知设备' },
  current: { en: 'This one', 'zh-CN': '当前' },
  facts: {
    en: 'From {{address}} · since {{since}} · last used {{used}}',
    'zh-CN': '{{address}} · {{since}} 登录 · 最近使用 {{used}}',
  },
  end: { en: 'End', 'zh-CN': '结束' },
  endOf: { en: 'End the sign-in with {{device}}', 'zh-CN': '结束 {{device}} 上的登录' },
  ended: { en: 'The sign-in has ended.', 'zh-CN': '该登录已结束。' },
  everywhere: { en: 'Sign out everywhere', 'zh-CN': '在所有设备退出' },
  everywhereHelp: {
    en: 'All sign-ins end, this one too. What was typed and not sent is lost here.',
    'zh-CN': '所有登录都会结束，包括当前页面；此处未发送的内容将丢失。',
  },
  close: { en: 'Close', 'zh-CN': '关闭' },
  others: { en: 'Sign-ins of {{name}}', 'zh-CN': '{{name}}的登录' },
  othersEverywhereHelp: {
    en: '{{name}} is signed out on every device at once.',
    'zh-CN': '{{name}}会立即在所有设备退出登录。',
  },
});
