import { defineTexts } from '../../i18n/define-texts';

/** What can be done with a ticket beside the ways out of its steps. */
export const actTexts = defineTexts('agent-acts', {
  acts: { en: 'More', 'zh-CN': '更多' },
  transfer: { en: 'Transfer', 'zh-CN': '转交' },
  transferHelp: {
    en: 'Another team goes on in the same step; the clocks run on.',
    'zh-CN': '由其他团队在同一步骤继续处理，计时不变。',
  },
  toTeam: { en: 'To which team', 'zh-CN': '转交给' },
  takeOver: { en: 'Take over', 'zh-CN': '接管' },
  takeOverHelp: {
    en: 'You go on with it; the reason stands in the history.',
    'zh-CN': '改由您处理，原因会记入工单记录。',
  },
  done_takeOver: { en: 'It is yours now', 'zh-CN': '已由您接管' },
  release: { en: 'Give back', 'zh-CN': '放回队列' },
  releaseHelp: {
    en: 'It waits in its lane again, with its old due time.',
    'zh-CN': '工单回到队列，到期时间不变。',
  },
  reopen: { en: 'Reopen', 'zh-CN': '重新打开' },
  reopenHelp: {
    en: 'The ticket begins again where its SOP says.',
    'zh-CN': '工单将从流程指定的步骤重新开始。',
  },
  cancelTicket: { en: 'Cancel ticket', 'zh-CN': '取消工单' },
  cancelTicketHelp: {
    en: 'The case is void; what runs for it ends.',
    'zh-CN': '该工单作废，相关计时和自动处理一并结束。',
  },
  prioritise: { en: 'Change priority', 'zh-CN': '调整优先级' },
  prioritiseHelp: {
    en: 'Its place in the lane moves; its targets stay.',
    'zh-CN': '排队顺序随之变化，时限目标不变。',
  },
  merge: { en: 'Merge', 'zh-CN': '合并' },
  mergeHelp: {
    en: 'This ticket ends and goes on in the other one.',
    'zh-CN': '本工单结束，并入另一张工单继续处理。',
  },
  mergeInto: { en: 'Number of the ticket that goes on', 'zh-CN': '并入的工单号' },
  mergeGo: { en: 'Merge into #{{number}}', 'zh-CN': '并入 #{{number}}' },
  mergeNoNumber: { en: 'Enter a ticket number, such as #1560.', 'zh-CN': '请输入工单号，例如 #1560。' },
  mergeNotFound: {
    en: 'There is no ticket #{{number}}, or it is not in your reach.',
    'zh-CN': '工单 #{{number}} 不存在，或您无法查看。',
  },
  mergeWhere: { en: 'Stands at', 'zh-CN': '当前进度' },
  mergeSelf: {
    en: 'This is the ticket itself. Name another one.',
    'zh-CN': '这是本工单，请输入其他工单号。',
  },
  mergeEnded: {
    en: 'This ticket has ended. Merge into one that is open.',
    'zh-CN': '该工单已结束，只能并入处理中的工单。',
  },
  mergeDiffers: {
    en: 'The customers differ: this ticket is of {{mine}}, the other one of {{other}}. After the merge the other ticket shows what was said here.',
    'zh-CN':
      '买家不同：本工单属于{{mine}}，另一张工单属于{{other}}。合并后，另一张工单中会显示本工单的会话。',
  },
  mergeConfirm: {
    en: 'I have seen that the customers differ, and they belong together',
    'zh-CN': '我已核对买家不同，确认两张工单是同一件事',
  },
  undo: { en: 'Undo the merge', 'zh-CN': '撤销合并' },
  undoHelp: {
    en: 'The ticket goes on by itself, where it was. This works as long as nothing has happened in the other ticket since.',
    'zh-CN': '工单将从合并前的步骤继续处理。仅当合并后另一张工单没有新进展时可以撤销。',
  },
  done_undo: { en: 'The merge is undone', 'zh-CN': '已撤销合并' },
  whichStep: { en: 'Which step', 'zh-CN': '针对哪个步骤' },
  handBack: { en: 'Hand back', 'zh-CN': '退回' },
  handBackHelp: {
    en: 'It goes back to those who knew the case before; the clocks run on.',
    'zh-CN': '退给之前的处理人继续处理，计时不变。',
  },
  backTo: { en: 'Back to {{place}}', 'zh-CN': '退回至 {{place}}' },
  done_handBack: { en: 'Handed back', 'zh-CN': '已退回' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  reason: { en: 'Reason', 'zh-CN': '原因' },
  done_transfer: { en: 'Transferred', 'zh-CN': '已转交' },
  done_release: { en: 'Given back', 'zh-CN': '已放回队列' },
  done_reopen: { en: 'Reopened', 'zh-CN': '已重新打开' },
  done_cancel: { en: 'Cancelled', 'zh-CN': '已取消' },
  done_prioritise: { en: 'Priority changed', 'zh-CN': '已调整优先级' },
  done_merge: { en: 'Merged', 'zh-CN': '已合并' },
});
