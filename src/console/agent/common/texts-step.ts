import { defineTexts } from '../../i18n/define-texts';

export const stepTexts = defineTexts('agent-step', {
  waysOut: { en: 'Ways out', 'zh-CN': '处理选项' },
  checklist: { en: 'Checks', 'zh-CN': '检查项' },
  checked: { en: '{{done}} of {{all}}', 'zh-CN': '{{done}}/{{all}}' },
  form: { en: 'To fill in', 'zh-CN': '填写信息' },
  replies: { en: 'Quick replies', 'zh-CN': '快捷回复' },
  insert: { en: 'Insert and edit', 'zh-CN': '插入并编辑' },
  sendNow: { en: 'Send now', 'zh-CN': '直接发送' },
  sent: { en: 'Sent to the customer', 'zh-CN': '已发送给买家' },
  replyIn_en: { en: 'in English', 'zh-CN': '英文' },
  'replyIn_zh-CN': { en: 'in Chinese', 'zh-CN': '中文' },
  closed: { en: 'Closed', 'zh-CN': '不可用' },
  closedUnsaid: { en: 'Not possible here', 'zh-CN': '当前不可用' },
  endsTicket: { en: 'ends the ticket', 'zh-CN': '结束工单' },
  toHigherTier: { en: 'to a higher tier', 'zh-CN': '转给上一级' },
  stays: { en: 'stays in this step', 'zh-CN': '停留在本步骤' },
  unticked_one: { en: 'One check is not ticked yet:', 'zh-CN': '还有 {{count}} 项未勾选：' },
  unticked_other: { en: '{{count}} checks are not ticked yet:', 'zh-CN': '还有 {{count}} 项未勾选：' },
  doItAnyway: { en: '{{title}} anyway', 'zh-CN': '仍然{{title}}' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  stepTarget: { en: 'Step', 'zh-CN': '本步骤' },
  ticketTarget: { en: 'Ticket', 'zh-CN': '工单' },
  firstReply: { en: 'First reply', 'zh-CN': '首次响应' },
  sinceWhen: { en: 'since {{time}}', 'zh-CN': '{{time}} 开始' },
  automatic: { en: 'The system is at work. It goes on by itself.', 'zh-CN': '系统处理中，完成后自动继续。' },
  waitsForCustomer: {
    en: "It is the customer's turn. Their answer brings the ticket back to the queue.",
    'zh-CN': '等待买家回复，收到回复后工单会回到队列。',
  },
  waitsForOthers: {
    en: "Somebody else's turn. It goes on by itself as soon as they answer.",
    'zh-CN': '等待其他方处理，收到结果后自动继续。',
  },
  joined: {
    en: 'This part is done. The other part is still under way.',
    'zh-CN': '本分支已完成，等待其他分支。',
  },
  nothingToDo: { en: 'Nothing for you to do here now.', 'zh-CN': '目前无需您处理。' },
  ended_resolved: { en: 'Resolved', 'zh-CN': '已解决' },
  ended_cancelled: { en: 'Cancelled', 'zh-CN': '已取消' },
  ended_merged: { en: 'Merged into another ticket', 'zh-CN': '已并入其他工单' },
  openMerged: { en: 'Open ticket {{number}}', 'zh-CN': '打开工单 {{number}}' },
  nowAt: { en: 'Now: {{step}}', 'zh-CN': '当前步骤：{{step}}' },
  // Who holds it
  heldByOther: { en: '{{name}} is working on this step', 'zh-CN': '{{name}}正在处理本步骤' },
  heldLeadHelp: {
    en: 'As a lead you may act here all the same, or take it over.',
    'zh-CN': '您是组长，可以直接处理，也可以接管。',
  },
  actsAsLead: {
    en: 'You act here as a lead; it is recorded as a take-over.',
    'zh-CN': '您将以组长身份处理，系统会记录接管。',
  },
  notHeld: { en: 'Nobody is working on this ticket', 'zh-CN': '该工单暂无人处理' },
  notHeldStep: { en: 'Nobody is working on this step', 'zh-CN': '本步骤暂无人处理' },
  notHeldHelp: {
    en: 'Take it to keep it while you work; choosing a way out takes it too.',
    'zh-CN': '领取后由您处理；直接选择处理选项也会自动领取。',
  },
  take: { en: 'Take it', 'zh-CN': '领取' },
  holdLost: { en: 'You no longer hold this ticket', 'zh-CN': '您已不再持有这张工单' },
  holdLostHelp: {
    en: 'The connection was away too long, it was given back or taken over, or your team, tier or skills have changed. What you typed is kept.',
    'zh-CN': '可能是断线太久，工单已被放回、接管，或您的团队、层级、技能有变动。已输入的内容都还在。',
  },
  // What went wrong
  notDone: { en: '"{{title}}" was not done', 'zh-CN': '“{{title}}”未执行' },
  conflict: {
    en: 'The ticket has changed meanwhile, so "{{title}}" was not done. What you typed is kept.',
    'zh-CN': '工单刚刚有变化，“{{title}}”未执行。已输入的内容都还在。',
  },
  meanwhile: { en: 'What happened meanwhile', 'zh-CN': '期间发生了' },
  understood: { en: 'Understood', 'zh-CN': '知道了' },
  sendingLong: { en: 'Sending…', 'zh-CN': '提交中……' },
  // The ticket is not there
  vanished: { en: 'This ticket is not in your reach', 'zh-CN': '无法查看这张工单' },
  vanishedHelp: {
    en: 'It was moved to another team, or there is none with this number. Take the next one; what you typed is kept below.',
    'zh-CN': '工单已转到其他团队，或工单号不存在。请继续处理下一单，已输入的内容保留在下方。',
  },
  keptTexts: { en: 'Typed before and not sent', 'zh-CN': '之前输入、尚未提交的内容' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  copied: { en: 'Copied', 'zh-CN': '已复制' },
  discard: { en: 'Discard', 'zh-CN': '丢弃' },
  // Where an escalation goes
  escalateTo: { en: 'To whom', 'zh-CN': '升级至' },
  escalateSpecialists: {
    en: '{{place}} (specialists)',
    'zh-CN': '{{place}}（专家组）',
  },
  escalateTop: {
    en: 'It is at the highest tier already. Decide here, or choose a team of specialists.',
    'zh-CN': '已是最高层级。请在此处理，或选择专家组。',
  },
  escalateNobody: {
    en: 'It is at the highest tier already, and there is no team of specialists: it has to be decided here.',
    'zh-CN': '已是最高层级，也没有专家组可升级，请在此处理。',
  },
});
