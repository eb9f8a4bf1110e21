import type { AgentRow, AgentTicket } from './agents.dto.js';
import type { Table } from '../shared/csv.js';
import { column } from '../shared/csv.js';
import { comparedColumns } from '../shared/compared-columns.js';
import { statusWord } from '../shared/csv-words.js';

/** What people did. Durations in seconds. */
export const AGENTS_TABLE: Table<AgentRow> = {
  name: 'agents',
  columns: [
    column('Name', '姓名', (r) => r.name),
    column('Tickets handled', '处理工单数', (r) => r.handled),
    column('Stays', '处理步骤数', (r) => r.visits),
    column('Active days', '有产出天数', (r) => r.throughput.days.length),
    column('Tickets per active day', '日均处理量', (r) => r.throughput.perActiveDay),
    column('First replies (n)', '首次响应数（n）', (r) => r.firstResponse.n),
    column('First response, p50 (s)', '首次响应 P50（秒）', (r) => r.firstResponse.p50Seconds),
    column('First response, p90 (s)', '首次响应 P90（秒）', (r) => r.firstResponse.p90Seconds),
    column('First response on time', '首次响应及时率', (r) => r.firstResponseOnTime.value),
    column('First response on time (n)', '首次响应及时样本（n）', (r) => r.firstResponseOnTime.n),
    column('AHT (s)', '平均处理时长（秒）', (r) => r.handling.meanSeconds),
    column('AHT, weighted (s)', '平均处理时长，并行折算（秒）', (r) => r.handling.weightedMeanSeconds),
    column('FCR', '一次性解决率', (r) => r.fcr.value),
    column('FCR (n)', '一次性解决样本（n）', (r) => r.fcr.n),
    column('Reopen rate', '重开率', (r) => r.reopen.value),
    column('Reopen (n)', '重开样本（n）', (r) => r.reopen.n),
    column('Reopenings', '重开次数', (r) => r.reopenings),
    column('Escalations raised', '发起升级数', (r) => r.escalations),
  ],
};

/** The same beside the period before. */
export const COMPARED_AGENTS_TABLE: Table<AgentRow> = {
  name: 'agents',
  columns: [
    ...AGENTS_TABLE.columns,
    ...comparedColumns<AgentRow>('Tickets handled', '处理工单数', (r) => r.comparisons?.handled),
    ...comparedColumns<AgentRow>('First response', '首次响应', (r) => r.comparisons?.firstResponse),
    ...comparedColumns<AgentRow>('On time', '首次响应及时', (r) => r.comparisons?.firstResponseOnTime),
    ...comparedColumns<AgentRow>('FCR', '一次性解决', (r) => r.comparisons?.fcr),
    ...comparedColumns<AgentRow>('Reopen rate', '重开', (r) => r.comparisons?.reopen),
  ],
};

export const AGENT_TICKETS_TABLE: Table<AgentTicket> = {
  name: 'agent-tickets',
  columns: [
    column('Ticket', '工单', (r) => r.ticketId),
    column('Subject', '主题', (r) => r.subject),
    column('SOP', '流程', (r) => r.sopTitle),
    column('Version', '版本', (r) => r.version),
    column('Status', '状态', (r) => statusWord(r.status)),
    column('Team', '团队', (r, { team }) => team(r.team)),
    column('Created', '创建时间', (r) => r.createdAt),
    column('Handled', '已处理', (r) => r.handled),
    column('Stays', '处理步骤数', (r) => r.visits),
    column('Handling (s)', '处理（秒）', (r) => r.touchSeconds),
    column('First reply (s)', '首次响应（秒）', (r) => r.replySeconds),
    column('First contact resolution', '一次性解决', (r) => r.firstContact),
    column('Reopened', '已重开', (r) => r.reopened),
    column('Escalations raised', '发起升级数', (r) => r.escalations),
    column('First reply on time', '首次响应及时', (r) => r.onTime),
    column('How often', '次数', (r) => r.times ?? null),
  ],
};
