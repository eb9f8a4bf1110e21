import type { Text } from '../../engine/common/text.js';
import type { Cause } from './bottlenecks-sql.js';
import type { RhythmPattern } from './rhythm.js';

/** What a step waits for, in words; `team` is who would do the work. */
export const CAUSE_TEXTS: Readonly<Record<Cause, (team: Text) => Text>> = {
  'nobody-free': (team) => ({
    en: `everybody of ${team.en} is busy`,
    'zh-CN': `${team['zh-CN']}的人手都在忙`,
  }),
  batching: (team) => ({
    en: `${team.en} does it in batches`,
    'zh-CN': `${team['zh-CN']}攒批处理`,
  }),
  'lower-priority': (team) => ({
    en: `${team.en} takes others first`,
    'zh-CN': `${team['zh-CN']}优先处理了其他工单`,
  }),
  'nobody-on-shift': (team) => ({
    en: `nobody of ${team.en} is on shift`,
    'zh-CN': `${team['zh-CN']}无人在班`,
  }),
  customer: () => ({ en: 'the customer has to act', 'zh-CN': '等待买家操作' }),
  external: () => ({ en: 'another system or company has to act', 'zh-CN': '等待外部系统或第三方' }),
  join: () => ({ en: 'the other region has to end', 'zh-CN': '等待并行分支完成' }),
};

const DAYS: readonly Text[] = [
  { en: 'Mondays', 'zh-CN': '周一' },
  { en: 'Tuesdays', 'zh-CN': '周二' },
  { en: 'Wednesdays', 'zh-CN': '周三' },
  { en: 'Thursdays', 'zh-CN': '周四' },
  { en: 'Fridays', 'zh-CN': '周五' },
  { en: 'Saturdays', 'zh-CN': '周六' },
  { en: 'Sundays', 'zh-CN': '周日' },
];

const percent = (share: number): string => `${String(Math.round(share * 100))}%`;

/** When it happens, in words. */
export function nameRhythm({ pattern, weekdays, hours: [from, to] }: RhythmPattern): Text {
  if (pattern === 'weekend') return { en: 'at weekends', 'zh-CN': '周末' };
  if (pattern === 'hours') return { en: `between ${from}:00 and ${to}:00`, 'zh-CN': `${from} 点至 ${to} 点` };
  const day = DAYS[(weekdays[0] ?? 1) - 1] ?? { en: '', 'zh-CN': '' };
  return { en: `on ${day.en}`, 'zh-CN': day['zh-CN'] };
}

/** The cause of a bottleneck in a sentence or two that a manager understands. */
export function explainBottleneck(
  cause: Cause,
  shareOfCause: number,
  team: Text,
  when: RhythmPattern | null,
): Text {
  const why = CAUSE_TEXTS[cause](team);
  const first: Text = {
    en: `${percent(shareOfCause)} of the waiting: ${why.en}.`,
    'zh-CN': `${percent(shareOfCause)} 的等待：${why['zh-CN']}。`,
  };
  if (when === null) return first;
  const name = nameRhythm(when);
  const [visits, time] = [percent(when.shareOfVisits), percent(when.shareOfTime)];
  return {
    en: `${first.en} What comes ${name.en} is ${visits} of the visits and ${time} of the waiting.`,
    'zh-CN': `${first['zh-CN']}${name['zh-CN']}进入的只占 ${visits}，却占等待时间的 ${time}。`,
  };
}
