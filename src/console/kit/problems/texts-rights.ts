import { defineTexts } from '../../i18n/define-texts';

/** Whose work something is, and why it is not the reader's. */
export const rightsTexts = defineTexts('kit-rights', {
  place: { en: '{{team}} · tier {{tier}}', 'zh-CN': '{{team}} · {{tier}} 线' },
  placeSkills: { en: '{{place}} (skills: {{skills}})', 'zh-CN': '{{place}}（技能：{{skills}}）' },
  listAnd: { en: ', ', 'zh-CN': '、' },
  isFor: { en: 'This step is for {{place}}.', 'zh-CN': '本步骤由{{place}}处理。' },
  isForHeld: {
    en: '{{name}} is working on this step; it is for {{place}}.',
    'zh-CN': '{{name}}正在处理本步骤（{{place}}）。',
  },
  stepIsFor: { en: '“{{step}}” is for {{place}}.', 'zh-CN': '“{{step}}”由{{place}}处理。' },
  forLeads: { en: 'This is for those who lead {{team}}.', 'zh-CN': '仅限{{team}}的组长操作。' },
  forMembers: { en: 'This is for people of {{team}}.', 'zh-CN': '仅限{{team}}的人员操作。' },
  whichStep: {
    en: 'More than one step is open to you: {{steps}}. Choose one of them.',
    'zh-CN': '您可处理的步骤不止一个：{{steps}}。请选择其中之一。',
  },
  notInStep: {
    en: 'This cannot be done in that step now. Possible: {{steps}}.',
    'zh-CN': '该步骤目前不能这样操作。可选：{{steps}}。',
  },
  notInAnyStep: {
    en: 'This cannot be done in any step of the ticket now.',
    'zh-CN': '该工单目前没有可以这样操作的步骤。',
  },
  heldBy: {
    en: '{{name}} is working on this step. Ask them to give it back, or a lead to take it over.',
    'zh-CN': '{{name}}正在处理本步骤。请对方放回队列，或请组长接管。',
  },
  aColleague: { en: 'A colleague', 'zh-CN': '其他同事' },
  notUp: {
    en: 'From {{from}} to {{to}} is not up. Escalate to a higher tier or to a team of specialists; to pass it on at the same tier, transfer it; to send it back to who knew the case, hand it back.',
    'zh-CN':
      '从 {{from}} 到 {{to}} 不是升级。请升级到更高层级或专家组；同级转移请用“转交”，退给之前的处理人请用“退回”。',
  },
  atTheTop: {
    en: 'It is with {{place}} already, the highest tier there is. Decide here, or choose a team of specialists.',
    'zh-CN': '已在 {{place}}，没有更高层级。请在此处理，或选择专家组。',
  },
});
