import type { CalendarDef, Hours } from '../calendar/index.js';
import type { Lang, Text } from '../engine/common/text.js';
import { USUAL_TIERS } from '../engine/common/tiers.js';

export interface DemoTeam {
  id: string;
  title: Text;
  calendar: CalendarDef;
  /** Takes escalations although its tier is not higher. */
  specialist?: boolean;
}

/** Hours on the Shanghai clock in which a person of the demo world works, and the weekdays (0 = Sunday) they have off. */
export interface Shift {
  from: number;
  to: number;
  off: readonly number[];
}

export interface DemoPerson {
  email: string;
  name: string;
  roles: readonly ('agent' | 'lead' | 'designer' | 'manager' | 'admin')[];
  skills: readonly string[];
  lang: Lang;
  teams: readonly { team: string; tier: number }[];
  /** Absent: has a sign-in but does not work in the demo world. */
  shift?: Shift;
  /** Works faster (below 1) or slower than the others. */
  pace?: number;
}

/** Everybody in the demo signs in with it; the server listens on the loopback address only while they exist. */
export const DEMO_PASSWORD = 'stepwise';

const daily = (hours: Hours[]): CalendarDef['weekly'] => ({
  mon: hours,
  tue: hours,
  wed: hours,
  thu: hours,
  fri: hours,
  sat: hours,
  sun: hours,
});

export const DEMO_TEAMS: readonly DemoTeam[] = [
  {
    id: 'after-sales',
    title: { en: 'After-sales', 'zh-CN': '售后组' },
    calendar: { timeZone: 'Asia/Shanghai', weekly: daily([['09:00', '21:00']]) },
  },
  {
    id: 'logistics',
    title: { en: 'Logistics', 'zh-CN': '物流组' },
    calendar: { timeZone: 'Asia/Shanghai', weekly: daily([['09:00', '19:00']]) },
  },
  {
    id: 'warehouse',
    title: { en: 'Warehouse', 'zh-CN': '仓库' },
    calendar: {
      timeZone: 'Asia/Shanghai',
      // Goods arrive every day; at weekends nobody looks at them.
      weekly: { ...daily([['09:00', '18:00']]), sat: [], sun: [] },
    },
  },
  {
    id: 'quality',
    title: { en: 'Quality', 'zh-CN': '品控组' },
    specialist: true,
    calendar: {
      timeZone: 'Asia/Shanghai',
      weekly: {
        ...daily([
          ['09:00', '12:00'],
          ['13:00', '18:00'],
        ]),
        sat: [['10:00', '16:00']],
        sun: [],
      },
    },
  },
];

/** How the skills of the demo are called. */
export const DEMO_SKILLS: Readonly<Record<string, Text>> = {
  refunds: { en: 'Refunds', 'zh-CN': '退款' },
  complaints: { en: 'Complaints', 'zh-CN': '投诉' },
  zh: { en: 'Chinese', 'zh-CN': '中文' },
  en: { en: 'English', 'zh-CN': '英语' },
};
const EVERYTHING = ['refunds', 'complaints', 'zh', 'en'] as const;
const desk = (tier: number): DemoPerson['teams'] => [{ team: 'after-sales', tier }];
const everywhere: DemoPerson['teams'] = DEMO_TEAMS.map(({ id }) => ({ team: id, tier: USUAL_TIERS }));
const early = (...off: number[]): Shift => ({ from: 9, to: 17, off });
const late = (...off: number[]): Shift => ({ from: 13, to: 21, off });

/** The sign-ins that the documentation names. */
const SIGN_INS: readonly DemoPerson[] = [
  {
    email: 'agent@demo',
    name: '赵小满',
    roles: ['agent'],
    skills: EVERYTHING,
    lang: 'zh-CN',
    teams: desk(1),
  },
  {
    email: 'agent2@demo',
    name: 'Ella Marsh',
    roles: ['agent'],
    skills: EVERYTHING,
    lang: 'en',
    teams: desk(1),
  },
  {
    email: 'lead@demo',
    name: '顾若岚',
    roles: ['lead'],
    skills: EVERYTHING,
    lang: 'zh-CN',
    teams: everywhere,
  },
  { email: 'designer@demo', name: 'Iris Holm', roles: ['designer'], skills: [], lang: 'en', teams: [] },
  { email: 'manager@demo', name: '韩以宁', roles: ['manager'], skills: [], lang: 'zh-CN', teams: everywhere },
  {
    email: 'admin@demo',
    name: 'Nora Vance',
    roles: ['admin'],
    skills: EVERYTHING,
    lang: 'en',
    teams: everywhere,
  },
];

type Row = [email: string, name: string, lang: Lang, teams: DemoPerson['teams'], shift: Shift, pace: number];
const worker = ([email, name, lang, teams, shift, pace]: Row): DemoPerson => ({
  email: `${email}@demo`,
  name,
  roles: teams.some((t) => t.tier === USUAL_TIERS) ? ['lead'] : ['agent'],
  skills: EVERYTHING,
  lang,
  teams,
  shift,
  pace,
});
const at = (team: string, tier: number): DemoPerson['teams'] => [{ team, tier }];

/** Those who did the work of the last days. All invented. */
const WORKERS: readonly DemoPerson[] = (
  [
    ['lin.ruoxi', '林若溪', 'zh-CN', desk(1), early(2, 3), 0.85],
    ['zhou.yifan', '周一帆', 'zh-CN', desk(1), early(0, 6), 1.05],
    ['tao.xiaoyu', '陶小雨', 'zh-CN', desk(1), early(4, 5), 1.1],
    ['hana.keller', 'Hana Keller', 'en', desk(1), late(1, 2), 0.95],
    ['he.jiashu', '何嘉树', 'zh-CN', desk(1), late(3, 4), 0.9],
    ['noah.lindgren', 'Noah Lindgren', 'en', desk(1), late(0, 5), 1.35],
    ['bai.yunqi', '白云绮', 'zh-CN', desk(1), late(6, 1), 1],
    ['shen.zhiyuan', '沈知远', 'zh-CN', desk(2), early(0, 1), 1],
    ['clara.winter', 'Clara Winter', 'en', desk(2), late(3, 4), 0.9],
    ['fang.mulan', '方木兰', 'zh-CN', everywhere, { from: 10, to: 19, off: [0] }, 0.9],
    ['jonas.reed', 'Jonas Reed', 'en', everywhere, { from: 12, to: 21, off: [3, 4] }, 1.1],
    ['ma.xiaochuan', '马晓川', 'zh-CN', at('logistics', 2), { from: 9, to: 18, off: [6] }, 1],
    ['owen.farrow', 'Owen Farrow', 'en', at('logistics', 1), { from: 10, to: 19, off: [1, 2] }, 1.1],
    ['tian.dayong', '田大勇', 'zh-CN', at('warehouse', 1), { from: 9, to: 18, off: [0, 6] }, 1.1],
    ['song.mei', '宋小梅', 'zh-CN', at('warehouse', 2), { from: 9, to: 18, off: [0, 6] }, 0.9],
    ['lu.qing', '陆青禾', 'zh-CN', at('quality', 2), { from: 9, to: 18, off: [0] }, 1],
  ] satisfies Row[]
).map(worker);

export const DEMO_PEOPLE: readonly DemoPerson[] = [...SIGN_INS, ...WORKERS];
