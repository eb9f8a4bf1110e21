import { Document } from 'yaml';

export interface NewSop {
  id: string;
  en: string;
  zh: string;
  team: string;
}

/** What an id of an SOP may be, as the format says it. */
const ID = /^[a-z][a-z0-9-]{0,63}$/;

export function isSopId(id: string): boolean {
  return ID.test(id);
}

/** An id out of an English title: "Change of address" → `change-of-address`. */
export function idFromTitle(title: string): string {
  return title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 64)
    .replace(/-$/, '');
}

/**
 * The text that a new SOP begins with: small, without findings, and with the three things that nearly every SOP has: a
 * step for a person, a wait for the customer, an end.
 */
export function newSopYaml({ id, en, zh, team }: NewSop): string {
  const doc = new Document({
    id,
    initial: 'handle',
    context: { details: '' },
    meta: {
      title: { en, 'zh-CN': zh },
      description: {
        en: `How tickets of the kind “${en}” are handled.`,
        'zh-CN': `“${zh}”类工单的处理流程。`,
      },
      ...{ owner: team, team, tier: 1 },
      intake: {
        form: {
          type: 'object',
          properties: {
            details: { type: 'string', maxLength: 2000, 'x-title': { en: 'Request', 'zh-CN': '买家诉求' } },
          },
        },
      },
      context: {
        type: 'object',
        properties: { details: { type: 'string', 'x-title': { en: 'Request', 'zh-CN': '买家诉求' } } },
      },
      sla: { firstResponse: 'PT30M', resolve: 'PT16H', clock: 'business' },
      ...{ reopenAt: 'handle', fcrWindow: 'P7D' },
    },
    states: {
      handle: {
        on: {
          RESOLVE: {
            target: 'resolved',
            meta: { title: { en: 'Resolved', 'zh-CN': '已解决' }, tone: 'primary' },
          },
          ASK_CUSTOMER: {
            target: 'waiting-for-customer',
            meta: { title: { en: 'Ask the customer', 'zh-CN': '向买家了解情况' } },
          },
        },
        meta: {
          kind: 'human',
          title: { en: 'Handle the request', 'zh-CN': '处理诉求' },
          instructions: {
            en: 'What is to be done here, and by which rules.',
            'zh-CN': '在此说明处理方法和规则。',
          },
          sla: { within: 'PT4H', clock: 'business' },
        },
      },
      'waiting-for-customer': {
        entry: { type: 'pause-clock' },
        exit: { type: 'resume-clock' },
        on: {
          CUSTOMER_MESSAGE: { target: 'handle' },
          RESUME: {
            target: 'handle',
            meta: { title: { en: 'Go on without waiting', 'zh-CN': '不再等待，继续处理' } },
          },
        },
        after: { P3D: { target: 'no-answer' } },
        meta: {
          kind: 'waits-for-customer',
          title: { en: 'Waiting for the customer', 'zh-CN': '等待买家回复' },
        },
      },
      resolved: {
        type: 'final',
        meta: { outcome: 'resolved', title: { en: 'Resolved', 'zh-CN': '已解决' } },
      },
      'no-answer': {
        type: 'final',
        meta: { outcome: 'no-answer', title: { en: 'No answer from the customer', 'zh-CN': '买家未回复' } },
      },
    },
  });
  return doc.toString({ lineWidth: 0 });
}
