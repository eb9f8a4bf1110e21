import { FACT_TEXTS } from '../../../words/facts';
import { PRIORITY_WORDS } from '../../../words/priorities';
import { defineTexts } from '../../i18n/define-texts';

/** How what happened to a ticket is told. */
export const storyTexts = defineTexts('kit-story', {
  story: { en: 'Story of the ticket', 'zh-CN': '处理记录' },
  empty: { en: 'Nothing has happened yet.', 'zh-CN': '暂无处理记录。' },
  by_customer: { en: 'Customer', 'zh-CN': '买家' },
  by_system: { en: 'The system', 'zh-CN': '系统' },
  by_somebody: FACT_TEXTS.somebody,
  opened: { en: '{{who}} asked for help ({{channel}})', 'zh-CN': '{{who}}发起工单（{{channel}}）' },
  openedFor: {
    en: '{{who}} opened the ticket for the customer ({{channel}})',
    'zh-CN': '{{who}}代买家建单（{{channel}}）',
  },
  openedBySystem: { en: 'The ticket came in ({{channel}})', 'zh-CN': '系统建单（{{channel}}）' },
  claimed: { en: '{{who}} took “{{step}}”', 'zh-CN': '{{who}}领取了“{{step}}”' },
  released: { en: '{{who}} gave the ticket back', 'zh-CN': '{{who}}将工单放回队列' },
  leaseExpired: {
    en: 'Back in the queue: {{who}} was away too long',
    'zh-CN': '{{who}}长时间无操作，工单自动回到队列',
  },
  customerWrote: { en: '{{who}} wrote', 'zh-CN': '{{who}}发来消息' },
  agentWrote: { en: '{{who}} wrote to the customer', 'zh-CN': '{{who}}回复了买家' },
  agentNoted: { en: '{{who}} made an internal note', 'zh-CN': '{{who}}添加了内部备注' },
  transferredToTeam: { en: '{{who}} transferred it to {{team}}', 'zh-CN': '{{who}}将工单转派至{{team}}' },
  transferredToPerson: { en: '{{who}} handed it over to {{to}}', 'zh-CN': '{{who}}将工单转交给{{to}}' },
  tookOver: { en: '{{who}} took it over', 'zh-CN': '{{who}}接手了工单' },
  takenOver: { en: '{{who}} took over “{{step}}”', 'zh-CN': '{{who}}接管了“{{step}}”' },
  takenOverFrom: {
    en: '{{who}} took over “{{step}}” from {{from}}',
    'zh-CN': '{{who}}从{{from}}处接管了“{{step}}”',
  },
  handedBack: {
    en: '{{who}} handed “{{step}}” back to {{team}}, tier {{tier}}',
    'zh-CN': '{{who}}将“{{step}}”退回{{team}}（{{tier}} 线）',
  },
  revoked: {
    en: '{{who}} may not work on “{{step}}” any more; it waits again',
    'zh-CN': '{{who}}已无权处理“{{step}}”，回到队列',
  },
  mergeUndone: {
    en: '{{who}} undid the merge into #{{number}}',
    'zh-CN': '{{who}}撤销了与 #{{number}} 的合并',
  },
  mergeUndoneFrom: {
    en: '{{who}} undid the merge of ticket #{{number}} into this one',
    'zh-CN': '{{who}}撤销了工单 #{{number}} 的并入',
  },
  recordedBy: { en: 'Recorded by {{name}}', 'zh-CN': '由 {{name}} 代录' },
  recordedByOwn: {
    en: 'Recorded by {{name}}, who works on this very case',
    'zh-CN': '由 {{name}} 代录，其本人正是本单处理人',
  },
  entered: { en: 'entered: {{value}}', 'zh-CN': '填写：{{value}}' },
  priority: {
    en: '{{who}} changed the priority from {{from}} to {{to}}',
    'zh-CN': '{{who}}将优先级由“{{from}}”调整为“{{to}}”',
  },
  reopened: { en: '{{who}} opened the ticket again', 'zh-CN': '{{who}}重新打开了工单' },
  reopenedByMessage: {
    en: '{{who}} wrote again, which opened the ticket again',
    'zh-CN': '{{who}}再次来信，工单重新打开',
  },
  cancelled: { en: '{{who}} cancelled the ticket', 'zh-CN': '{{who}}作废了工单' },
  merged: {
    en: '{{who}} merged the ticket into #{{number}}',
    'zh-CN': '{{who}}将工单合并到 #{{number}}',
  },
  mergedFrom: { en: 'Ticket #{{number}} was merged into this one', 'zh-CN': '工单 #{{number}} 并入本工单' },
  escalated: {
    en: '{{who}} escalated it to {{team}}, tier {{tier}}',
    'zh-CN': '{{who}}将工单升级至{{team}}（{{tier}} 线）',
  },
  timeUp: { en: '{{time}} had passed in “{{step}}”', 'zh-CN': '“{{step}}”已满{{time}}' },
  businessTime: { en: '{{time}} of business time', 'zh-CN': '{{time}}（工作时间）' },
  callDone: { en: '“{{step}}” done', 'zh-CN': '“{{step}}”已完成' },
  callFailed: { en: '“{{step}}” failed', 'zh-CN': '“{{step}}”失败' },
  took: { en: '{{who}}: {{title}}', 'zh-CN': '{{who}}：{{title}}' },
  moved: { en: 'Next: {{steps}}', 'zh-CN': '进入：{{steps}}' },
  ended: { en: 'The ticket ended', 'zh-CN': '工单结束' },
  reason: { en: 'Reason', 'zh-CN': '原因' },
  errorCode: { en: 'Error', 'zh-CN': '错误' },
  waitedForPerson: { en: 'Waited {{time}} for somebody of ours', 'zh-CN': '排队等待 {{time}}' },
  waitedForCustomer: { en: 'Waited {{time}} for the customer', 'zh-CN': '等待买家 {{time}}' },
  waitedForOthers: { en: 'Waited {{time}} for others', 'zh-CN': '等待外部处理 {{time}}' },
  passed: { en: '{{time}} later', 'zh-CN': '{{time}}后' },
  priority_low: PRIORITY_WORDS.low,
  priority_normal: PRIORITY_WORDS.normal,
  priority_high: PRIORITY_WORDS.high,
  priority_urgent: PRIORITY_WORDS.urgent,
  channel_web: { en: 'Web', 'zh-CN': '网页' },
  channel_chat: { en: 'Chat', 'zh-CN': '在线聊天' },
  channel_app: { en: 'App', 'zh-CN': 'App' },
  channel_phone: { en: 'Phone', 'zh-CN': '电话' },
  channel_email: { en: 'E-mail', 'zh-CN': '邮件' },
  channel_api: { en: 'Other system', 'zh-CN': '系统接入' },
  yes: { en: 'Yes', 'zh-CN': '是' },
  no: { en: 'No', 'zh-CN': '否' },
  showAll: { en: 'Show all', 'zh-CN': '展开全文' },
  showLess: { en: 'Show less', 'zh-CN': '收起' },
});

export type StoryKey = keyof typeof storyTexts.entries;
