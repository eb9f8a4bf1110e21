import type { BottleneckRow, BottleneckVisit } from './bottlenecks/bottlenecks.dto.js';
import type { Table } from './shared/csv.js';
import { column } from './shared/csv.js';
import { comparedColumns } from './shared/compared-columns.js';
import { statusWord } from './shared/csv-words.js';
import type { StepVisitItem } from './cases/drill-down.dto.js';
import type { ListedVisit } from './shared/listed.dto.js';
import type { PartName } from './steps/steps-sql.js';
import type { StepRow } from './steps/steps-answer.dto.js';

type PartTitle = [name: PartName, en: string, zh: string];
const PARTS: readonly PartTitle[] = [
  ['queue', 'Queue', '排队'],
  ['touch', 'Handling', '处理'],
  ['customer', 'Waiting for the customer', '等待买家'],
  ['external', 'Waiting for others', '等待外部'],
  ['offShift', 'Off shift', '非工作时间'],
  ['join', 'Waiting for the other branch', '等待并行分支'],
];

/** The figures of the steps. Durations in seconds. */
export const STEPS_TABLE: Table<StepRow> = {
  name: 'steps',
  columns: [
    column('SOP', '流程', (r, { sop }) => sop(r.sop)),
    column('Version', '版本', (r) => r.version),
    column('Step', '步骤', (r) => r.step),
    column('Title', '步骤名称', (r) => r.title),
    column('Visits', '进入次数', (r) => r.visits),
    column('Tickets', '工单数', (r) => r.tickets),
    column('Open visits', '进行中', (r) => r.openVisits),
    column('Finished visits (n of the times)', '已结束停留（时长样本 n）', (r) => r.dwell.n),
    column('Dwell, mean (s)', '停留均值（秒）', (r) => r.dwell.meanSeconds),
    column('Dwell, p50 (s)', '停留 P50（秒）', (r) => r.dwell.p50Seconds),
    column('Dwell, p90 (s)', '停留 P90（秒）', (r) => r.dwell.p90Seconds),
    column('Dwell, p95 (s)', '停留 P95（秒）', (r) => r.dwell.p95Seconds),
    column('Dwell, sum (s)', '停留合计（秒）', (r) => r.dwell.sumSeconds),
    ...PARTS.flatMap(([name, en, zh]) => [
      column<StepRow>(`${en}, p50 (s)`, `${zh} P50（秒）`, (r) => r.parts[name].p50Seconds),
      column<StepRow>(`${en}, p90 (s)`, `${zh} P90（秒）`, (r) => r.parts[name].p90Seconds),
      column<StepRow>(`${en}, sum (s)`, `${zh}合计（秒）`, (r) => r.parts[name].sumSeconds),
    ]),
    column('Rework rate', '返工率', (r) => r.rework.value),
    column('Rework (n)', '返工样本（n）', (r) => r.rework.n),
    column('Escalation rate', '升级率', (r) => r.escalation.value),
    column('Escalation (n)', '升级样本（n）', (r) => r.escalation.n),
    column('SLA met', '时效达成率', (r) => r.sla.value),
    column('SLA targets (n)', '时效目标数（n）', (r) => r.sla.n),
    column('Failed rate', '自动处理失败率', (r) => r.failed.value),
    column('Failed (n)', '自动处理失败样本（n）', (r) => r.failed.n),
    column('FCR', '一次性解决率', (r) => r.fcr.value),
    column('FCR (n)', '一次性解决样本（n）', (r) => r.fcr.n),
    column('Share of total', '耗时占比', (r) => r.shareOfTotal),
    column('Bottleneck score', '瓶颈得分', (r) => r.bottleneck),
  ],
};

/** What every list of visits begins with. */
const VISIT: Table<ListedVisit>['columns'] = [
  column('Ticket', '工单', (r) => r.ticketId),
  column('Subject', '主题', (r) => r.subject),
  column('Status', '状态', (r) => statusWord(r.status)),
  column('SOP', '流程', (r, { sop }) => sop(r.sop)),
  column('Version', '版本', (r) => r.version),
  column('Step', '步骤', (r) => r.step),
  column('Title', '步骤名称', (r) => r.title),
];

/** The visits of a step. */
export const STEP_VISITS_TABLE: Table<StepVisitItem> = {
  name: 'step-visits',
  columns: [
    ...VISIT,
    column('Visit', '第几次进入', (r) => r.no),
    column('Entered', '进入时间', (r) => r.enteredAt),
    column('Left', '离开时间', (r) => r.exitedAt),
    column('Left by', '离开事件', (r) => r.leftByTitle ?? r.leftBy),
    column('Team', '团队', (r, { team }) => team(r.team)),
    column('Tier', '级别', (r) => r.tier),
    column('Dwell (s)', '停留（秒）', (r) => r.dwellSeconds),
    ...PARTS.map(([name, en, zh]) => column<StepVisitItem>(`${en} (s)`, `${zh}（秒）`, (r) => r.parts[name])),
    column('Escalated', '已升级', (r) => r.escalated),
    column('Target', '时效目标', (r) => r.slaDueAt),
    column('Target missed', '时效超时', (r) => r.slaBreached),
    column('Stay of the ticket in the step', '同一工单第几次停留', (r) => r.nth),
  ],
};

/** Where tickets wait, and why. */
export const BOTTLENECKS_TABLE: Table<BottleneckRow> = {
  name: 'bottlenecks',
  columns: [
    column('SOP', '流程', (r) => r.sopTitle),
    column('Version', '版本', (r) => r.version),
    column('Step', '步骤', (r) => r.step),
    column('Title', '步骤名称', (r) => r.title),
    column('Team', '团队', (r) => r.teamTitle),
    column('Score', '瓶颈得分', (r) => r.score),
    column('Visits (n)', '进入次数（n）', (r) => r.visits),
    column('Tickets', '工单数', (r) => r.tickets),
    column('Waiting, sum (s)', '等待合计（秒）', (r) => r.idleSeconds),
    column('Waiting, mean (s)', '等待均值（秒）', (r) => r.meanIdleSeconds),
    column('Waiting, p90 (s)', '等待 P90（秒）', (r) => r.p90IdleSeconds),
    column('Handling, sum (s)', '处理合计（秒）', (r) => r.touchSeconds),
    column('Cause', '原因', (r) => r.causes[0]?.text ?? null),
    column('Share of the cause', '原因占比', (r) => r.causes[0]?.share ?? null),
    column('When', '时段', (r) => r.when?.text ?? null),
    column('Explanation', '说明', (r) => r.explanation),
    column('Open visits', '进行中', (r) => r.openVisits),
  ],
};

/** The same beside the period before. */
export const COMPARED_BOTTLENECKS_TABLE: Table<BottleneckRow> = {
  name: 'bottlenecks',
  columns: [
    ...BOTTLENECKS_TABLE.columns,
    column('Waiting, mean, before (s)', '等待均值，上期（秒）', (r) => r.previous?.meanIdleSeconds ?? null),
    ...comparedColumns<BottleneckRow>('Waiting, mean', '等待均值', (r) => r.comparison),
  ],
};

export const BOTTLENECK_VISITS_TABLE: Table<BottleneckVisit> = {
  name: 'bottleneck-visits',
  columns: [
    ...VISIT,
    column('Entered', '进入时间', (r) => r.enteredAt),
    column('Left', '离开时间', (r) => r.exitedAt),
    column('Team', '团队', (r, { team }) => team(r.team)),
    column('Waiting (s)', '等待（秒）', (r) => r.idleSeconds),
    column('Handling (s)', '处理（秒）', (r) => r.touchSeconds),
  ],
};
