import type { Table } from './csv.js';
import { column } from './csv.js';
import type { TicketItem } from './drill-down.dto.js';

/** The tickets behind a figure. Durations in seconds. */
export const TICKETS_TABLE: Table<TicketItem> = {
  name: 'tickets',
  columns: [
    column('Ticket', '工单', (r) => r.ticketId),
    column('Subject', '主题', (r) => r.subject),
    column('SOP', '流程', (r) => r.sopTitle),
    column('Version', '版本', (r) => r.version),
    column('Status', '状态', (r) => r.status),
    column('Team', '团队', (r) => r.team),
    column('Created', '创建时间', (r) => r.createdAt),
    column('Counted', '计入', (r) => r.counted),
    column('Left out because', '未计入原因', (r) => r.excluded),
    column('Fulfilled', '达成', (r) => r.met),
    column('Duration (s)', '时长（秒）', (r) => r.seconds),
    column('Business time (s)', '工作时长（秒）', (r) => r.businessSeconds ?? null),
    column('Net business time (s)', '净工作时长（秒）', (r) => r.netSeconds ?? null),
  ],
};
