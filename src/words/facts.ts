import type { Lang, Text } from '../engine/common/text.js';
import { wordPriority } from './priorities.js';

/** What an event may do beside moving its ticket. */
export const FACT_TYPES = [
  'reply',
  'note',
  'tag',
  'route',
  'escalate',
  'set-priority',
  'pause-clock',
  'resume-clock',
  'sla',
  'acted-in',
  'take-over',
  'went-up',
  'on-behalf',
  'braked',
  'stored',
] as const;

/** Such a fact with its texts in one language; which fields there are depends on `type`. */
export interface ToldFact {
  type: (typeof FACT_TYPES)[number];
  text?: string;
  add?: string[];
  remove?: string[];
  team?: string | null;
  tier?: number | null;
  skills?: string[] | null;
  moved?: boolean;
  priority?: string;
  state?: string;
  step?: string | null;
  from?: string | null;
  approval?: boolean;
  ownCase?: boolean;
}

/** For whom it is worded, and how they call what it names by an id. */
export interface FactNames {
  lang: Lang;
  teamOf: (team: string) => string;
  skillOf: (skill: string) => string;
  titleOf: (step: string) => string;
  /** Null: we do not know that person. */
  nameOf: (userId: string) => string | null;
}

/** The words for facts: history, story, trials of an SOP and whatever else tells them draw from here. */
export const FACT_TEXTS = {
  sent: { en: 'Sent to the customer by the SOP', 'zh-CN': '流程自动发送给买家' },
  note: { en: 'Internal note by the SOP', 'zh-CN': '流程自动备注' },
  said: { en: '{{label}}: {{text}}', 'zh-CN': '{{label}}：{{text}}' },
  tagsAdded: { en: 'Tagged {{tags}}', 'zh-CN': '添加标签：{{tags}}' },
  tagsRemoved: { en: 'Tags removed: {{tags}}', 'zh-CN': '移除标签：{{tags}}' },
  routed: { en: 'Routed to {{place}}', 'zh-CN': '分派至{{place}}' },
  tier: { en: 'tier {{tier}}', 'zh-CN': '{{tier}} 线' },
  skills: { en: 'skills {{skills}}', 'zh-CN': '技能 {{skills}}' },
  escalated: { en: 'Escalated to {{team}}, tier {{tier}}', 'zh-CN': '已升级至{{team}}（{{tier}} 线）' },
  approvalAsked: {
    en: 'For approval by {{team}}, tier {{tier}}',
    'zh-CN': '提交{{team}}（{{tier}} 线）审批',
  },
  notMoved: {
    en: 'Not escalated: it was at that tier or above already',
    'zh-CN': '未升级：已处于该层级或更高层级',
  },
  priorityNow: { en: 'Priority is now {{priority}}', 'zh-CN': '优先级调整为“{{priority}}”' },
  clockPaused: { en: 'Clock stopped', 'zh-CN': '暂停计时' },
  clockResumed: { en: 'Clock running again', 'zh-CN': '恢复计时' },
  slaWarned: { en: 'Time is running out in “{{step}}”', 'zh-CN': '“{{step}}”即将超时' },
  slaBreached: { en: 'Overdue in “{{step}}”', 'zh-CN': '“{{step}}”已超时' },
  actedIn: { en: 'In step “{{step}}”', 'zh-CN': '所在步骤：“{{step}}”' },
  asLead: { en: 'Took over “{{step}}” as a lead', 'zh-CN': '以组长身份接管“{{step}}”' },
  asLeadFrom: {
    en: 'Took over “{{step}}” as a lead from {{from}}',
    'zh-CN': '以组长身份从{{from}}处接管“{{step}}”',
  },
  somebody: { en: 'Somebody', 'zh-CN': '某位同事' },
  onBehalf: { en: 'Done for the customer', 'zh-CN': '代买家操作' },
  onBehalfOwn: {
    en: 'Done for the customer by somebody who works on this very case',
    'zh-CN': '由本单处理人代买家操作',
  },
  braked: {
    en: 'Clocks and calls moved it on and on with nobody in between: slowed down from here on',
    'zh-CN': '计时与自动调用在无人处理的情况下反复推动本单，已减速',
  },
} as const satisfies Record<string, Text>;

type Say = (key: keyof typeof FACT_TEXTS, values?: Record<string, string | number>) => string;

/** The words of one fact in a language. */
export function factSayer(lang: Lang): Say {
  return (key, values = {}) =>
    FACT_TEXTS[key][lang].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** A fact in words; empty for what the data of the ticket shows by themselves. */
export function wordFact(fact: ToldFact, names: FactNames): string {
  const say = factSayer(names.lang);
  const { team, tier, text = '' } = fact;
  const place = { team: names.teamOf(team ?? ''), tier: tier ?? '' };
  const step = names.titleOf(fact.step ?? '');
  switch (fact.type) {
    case 'reply':
      return say('said', { label: say('sent'), text });
    case 'note':
      return say('said', { label: say('note'), text });
    case 'tag':
      return wordTags(fact, names.lang, say);
    case 'route':
      return say('routed', { place: wordPlace(fact, names, say) });
    case 'escalate':
      return fact.moved === false ? say('notMoved') : say('escalated', place);
    case 'went-up':
      return say(fact.approval === true ? 'approvalAsked' : 'escalated', place);
    case 'set-priority':
      return say('priorityNow', { priority: wordPriority(fact.priority ?? '', names.lang) });
    case 'pause-clock':
      return say('clockPaused');
    case 'resume-clock':
      return say('clockResumed');
    case 'sla':
      return say(fact.state === 'warned' ? 'slaWarned' : 'slaBreached', { step });
    case 'acted-in':
      return say('actedIn', { step });
    case 'take-over':
      if (!fact.from) return say('asLead', { step });
      return say('asLeadFrom', { step, from: names.nameOf(fact.from) ?? say('somebody') });
    case 'on-behalf':
      return say(fact.ownCase === true ? 'onBehalfOwn' : 'onBehalf');
    case 'braked':
      return say('braked');
    case 'stored':
      return '';
  }
}

function listOf(items: string[], lang: Lang): string {
  return items.join(lang === 'en' ? ', ' : '、');
}

function wordTags({ add = [], remove = [] }: ToldFact, lang: Lang, say: Say): string {
  const parts = [
    ...(add.length > 0 ? [say('tagsAdded', { tags: listOf(add, lang) })] : []),
    ...(remove.length > 0 ? [say('tagsRemoved', { tags: listOf(remove, lang) })] : []),
  ];
  return parts.join(lang === 'en' ? '; ' : '；');
}

function wordPlace({ team, tier, skills }: ToldFact, { lang, teamOf, skillOf }: FactNames, say: Say): string {
  const parts = [
    ...(team ? [teamOf(team)] : []),
    ...(typeof tier === 'number' ? [say('tier', { tier })] : []),
    ...(skills && skills.length > 0 ? [say('skills', { skills: listOf(skills.map(skillOf), lang) })] : []),
  ];
  return listOf(parts, lang);
}
