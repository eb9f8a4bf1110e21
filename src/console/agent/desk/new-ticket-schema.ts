import type { Schema } from '../../kit/schema-form/model';

/** The words of the form in the reader's language. */
export interface CaseWords {
  subject: string;
  channel: string;
  channels: Record<string, string>;
  customer: string;
  customerId: string;
  customerName: string;
  customerTier: string;
  tiers: Record<string, string>;
  priority: string;
  priorities: Record<string, string>;
  lang: string;
  body: string;
  data: string;
}

/**
 * What opening a ticket asks for: who and how, and the SOP's intake form as `data`. Its answers are the request.
 * `maySetPriority`: only then the priority and the customer's standing are asked; for others the SOP's rules decide.
 */
export function caseSchema(intake: Schema | null, words: CaseWords, maySetPriority: boolean): Schema {
  const { $defs, ...form } = intake ?? {};
  const asks = Array.isArray(form['required']) && form['required'].length > 0;
  return {
    type: 'object',
    required: ['customer', 'subject', 'channel', 'lang', ...(asks ? ['data'] : [])],
    ...($defs === undefined ? {} : { $defs }),
    properties: {
      customer: {
        type: 'object',
        title: words.customer,
        required: ['id'],
        properties: {
          id: { type: 'string', maxLength: 100, title: words.customerId, minLength: 1 },
          name: { type: 'string', maxLength: 100, title: words.customerName },
          ...(maySetPriority ? { tier: choice(words.customerTier, words.tiers) } : {}),
        },
      },
      channel: choice(words.channel, words.channels),
      lang: choice(words.lang, { 'zh-CN': '中文', en: 'English' }),
      ...(maySetPriority ? { priority: choice(words.priority, words.priorities) } : {}),
      subject: { type: 'string', maxLength: 500, minLength: 1, title: words.subject, pattern: '\\S' },
      ...(intake === null ? {} : { data: { title: words.data, ...form } }),
      body: { type: 'string', maxLength: 20_000, title: words.body },
    },
  };
}

function choice(title: string, values: Record<string, string>): Schema {
  return { type: 'string', title, enum: Object.keys(values), 'x-enum-titles': values };
}
