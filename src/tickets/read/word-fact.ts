import type { Priority } from '../../engine/model.js';
import { say, type Lang, type Text } from '../../engine/text.js';
import type { EscalationRecord, TicketFact } from '../model/model.js';

const PRIORITY: Record<Priority, Text> = {
  low: { en: 'low', 'zh-CN': '低' },
  normal: { en: 'normal', 'zh-CN': '普通' },
  high: { en: 'high', 'zh-CN': '高' },
  urgent: { en: 'urgent', 'zh-CN': '紧急' },
};

/** What an event did beside moving the ticket, in words. `titleOf` names a step. */
export function wordFact(
  fact: TicketFact,
  escalation: EscalationRecord | null,
  titleOf: (step: string) => Text,
  lang: Lang,
): string {
  return say(word(fact, escalation, titleOf), lang);
}

function word(fact: TicketFact, escalation: EscalationRecord | null, titleOf: (step: string) => Text): Text {
  switch (fact.type) {
    case 'reply':
      return { en: `Sent to the customer: ${fact.text.en}`, 'zh-CN': `已发送给买家：${fact.text['zh-CN']}` };
    case 'note':
      return { en: `Internal note: ${fact.text.en}`, 'zh-CN': `内部备注：${fact.text['zh-CN']}` };
    case 'tag':
      return wordTags(fact.add, fact.remove);
    case 'route':
      return wordRoute(fact);
    case 'escalate':
      return wordEscalation(fact, escalation);
    case 'set-priority': {
      const { en, 'zh-CN': zh } = PRIORITY[fact.priority];
      return { en: `Priority set to ${en}`, 'zh-CN': `优先级调整为${zh}` };
    }
    case 'pause-clock':
      return { en: 'Clock paused', 'zh-CN': '暂停计时' };
    case 'resume-clock':
      return { en: 'Clock running again', 'zh-CN': '恢复计时' };
    case 'sla': {
      const { en, 'zh-CN': zh } = titleOf(fact.step);
      return fact.state === 'warned'
        ? { en: `Time is running out in “${en}”`, 'zh-CN': `“${zh}”即将超时` }
        : { en: `Overdue in “${en}”`, 'zh-CN': `“${zh}”已超时` };
    }
    case 'acted-in': {
      const { en, 'zh-CN': zh } = titleOf(fact.step);
      return { en: `In step “${en}”`, 'zh-CN': `在步骤“${zh}”中操作` };
    }
    case 'take-over': {
      const { en, 'zh-CN': zh } = titleOf(fact.step);
      return { en: `“${en}” taken over as a lead`, 'zh-CN': `组长接管“${zh}”` };
    }
    case 'on-behalf':
      return fact.ownCase
        ? {
            en: 'Entered for the customer by the person who works on this case',
            'zh-CN': '由本单处理人代买家录入',
          }
        : { en: 'Entered for the customer', 'zh-CN': '代买家录入' };
    case 'braked':
      return {
        en: 'Clocks and calls moved this ticket on and on with nobody in between: it is slowed down',
        'zh-CN': '计时与自动调用在无人处理的情况下反复推动本单，已减速',
      };
    case 'stored':
      return wordStored(fact.values);
  }
}

function wordStored(values: Extract<TicketFact, { type: 'stored' }>['values']): Text {
  const listed = Object.entries(values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return { en: `Stored: ${listed.join(', ')}`, 'zh-CN': `已保存：${listed.join('，')}` };
}

function wordTags(add: string[], remove: string[]): Text {
  const en = [
    ...(add.length > 0 ? [`Tagged ${add.join(', ')}`] : []),
    ...(remove.length > 0 ? [`Tag removed: ${remove.join(', ')}`] : []),
  ];
  const zh = [
    ...(add.length > 0 ? [`添加标签：${add.join('、')}`] : []),
    ...(remove.length > 0 ? [`移除标签：${remove.join('、')}`] : []),
  ];
  return { en: en.join('; '), 'zh-CN': zh.join('；') };
}

function wordRoute({ team, tier, skills }: Extract<TicketFact, { type: 'route' }>): Text {
  const en = [
    ...(team === null ? [] : [`team ${team}`]),
    ...(tier === null ? [] : [`tier ${String(tier)}`]),
    ...(skills === null ? [] : [`skills ${skills.join(', ') || '–'}`]),
  ];
  const zh = [
    ...(team === null ? [] : [`团队 ${team}`]),
    ...(tier === null ? [] : [`${String(tier)} 线`]),
    ...(skills === null ? [] : [`技能 ${skills.join('、') || '–'}`]),
  ];
  return { en: `Routed to ${en.join(', ')}`, 'zh-CN': `转派至${zh.join('，')}` };
}

function wordEscalation(
  fact: Extract<TicketFact, { type: 'escalate' }>,
  escalation: EscalationRecord | null,
): Text {
  if (fact.moved === false)
    return { en: 'No escalation: it is at that tier already', 'zh-CN': '未升级：已处于该层级或更高层级' };
  const team = escalation?.toTeam ?? fact.team ?? '–';
  const tier = String(escalation?.toTier ?? fact.tier ?? '–');
  const { reason } = fact;
  return {
    en: `Escalated to team ${team}, tier ${tier}${reason === null ? '' : `: ${reason.en}`}`,
    'zh-CN': `升级至团队 ${team} ${tier} 线${reason === null ? '' : `：${reason['zh-CN']}`}`,
  };
}
