import { defineTexts } from '../../i18n/define-texts';

export const brakedTexts = defineTexts('agent-braked', {
  title: {
    en: 'This ticket ran on by itself and has been slowed down since {{time}}',
    'zh-CN': '该工单自行反复运转，自 {{time}} 起已减速',
  },
  repeats: { en: 'What repeats: {{steps}}. ', 'zh-CN': '重复的步骤：{{steps}}。' },
  help: {
    en: 'Clocks and calls of its SOP move it on with nobody in between. A lead tells whoever designs the SOP; anything done to the ticket, a note too, lets it go on at full pace.',
    'zh-CN':
      '流程中的计时和自动调用在无人处理的情况下反复推动它。请组长告知流程设计人员；对工单做任何操作（包括写备注）都会恢复正常速度。',
  },
});
