import { defineTexts } from '../../i18n/define-texts';

export const limitTexts = defineTexts('agent-limits', {
  used: { en: '{{used}} of {{most}}', 'zh-CN': '{{used}} / {{most}}' },
  left: { en: '{{left}} left', 'zh-CN': '剩余 {{left}}' },
  nothing: { en: 'nothing left', 'zh-CN': '已用完' },
  unknown: { en: 'limit not known yet', 'zh-CN': '上限未知' },
});
