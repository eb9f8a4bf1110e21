import type { BacklogPoint, BacklogTicket } from '../backlog/backlog.dto.js';
import type { Table } from '../shared/csv.js';
import { column } from '../shared/csv.js';
import { brokenWord, channelWord, leftOutWord, priorityWord, statusWord } from '../shared/csv-words.js';
import type { TicketItem } from './drill-down.dto.js';

/** The tickets behind a figure. Durations in seconds. */
export const TICKETS_TABLE: Table<TicketItem> = {
  name: 'tickets',
  columns: [
    column('Ticket', '工单', (r) => r.ticketId),
    column('Subject', '主题', (r) => r.subject),
    column('SOP', '流程', (r) => r.sopTitle),
    column('Version', '版本', (r) => r.version),
    column('Status', '状态', (r) => statusWord(r.status)),
    column('Team', '团队', (r, { team }) => team(r.team)),
    column('Created', '创建时间', (r) => r.createdAt),
    column('Counted', '计入', (r) => r.counted),
    column('Left out because', '未计入原因', (r) => leftOutWord(r.excluded)),
    column('Fulfilled', '达成', (r) => r.met),
    column('Duration (s)', '时长（秒）', (r) => r.seconds),
    column('Business time (s)', '工作时长（秒）', (r) => r.businessSeconds ?? null),
    column('Net business time (s)', '净工作时长（秒）', (r) => r.netSeconds ?? null),
    column('Targets met', '达成目标数', (r) => r.targetsMet ?? null),
    column('Targets missed', '超时目标数', (r) => r.targetsMissed ?? null),
    column('How often', '次数', (r) => r.times ?? null),
    column('Not at first contact because', '非一次性原因', (r) => brokenWord(r.broken?.why ?? null)),
    column('In ticket', '相关工单', (r) => r.broken?.ticketId ?? null),
    column('By message', '相关消息', (r) => r.broken?.messageId ?? null),
  ],
};

export const BACKLOG_TABLE: Table<BacklogPoint> = {
  name: 'backlog',
  columns: [
    column('From', '开始', (r) => new Date(r.at)),
    column('To', '结束', (r) => new Date(r.to)),
    column('Created', '新建', (r) => r.created),
    column('Reopened', '重新打开', (r) => r.reopened),
    column('Resolved', '解决', (r) => r.resolved),
    column('Cancelled', '取消', (r) => r.cancelled),
    column('Merged', '合并', (r) => r.merged),
    column('Open', '未结', (r) => r.open),
  ],
};

export const BACKLOG_TICKETS_TABLE: Table<BacklogTicket> = {
  name: 'backlog-tickets',
  columns: [
    column('Ticket', '工单', (r) => r.ticketId),
    column('Subject', '主题', (r) => r.subject),
    column('SOP', '流程', (r) => r.sopTitle),
    column('Version', '版本', (r) => r.version),
    column('Status', '状态', (r) => statusWord(r.status)),
    column('Team', '团队', (r, { team }) => team(r.team)),
    column('Channel', '渠道', (r) => channelWord(r.channel)),
    column('Priority', '优先级', (r) => priorityWord(r.priority)),
    column('Created', '创建时间', (r) => r.createdAt),
    column('At', '发生时间', (r) => r.at),
  ],
};
