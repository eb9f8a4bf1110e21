import { describe, expect, it } from '@jest/globals';
import { messageTerms, ticketTerms } from '../../../../src/tickets/search/terms.js';
import { readWords } from '../../../../src/tickets/search/words.js';

const ticket = {
  id: '15608',
  subject: 'Café refund: parcel is late',
  customer: { id: 'C-20871', name: '王小雨 José' },
  data: {
    orderId: 'ORD-654321',
    amount: 12.5,
    contact: { phone: '+86 138 0013 8000' },
    parcels: ['SF1034567890'],
  },
};
const rows = [
  ticketTerms(ticket),
  messageTerms('15608', ['您好，申请退款，电话 13912345678', 'Thanks, the ＷＡＴＣＨ arrived']),
  messageTerms('15608', ['内部备注：已联系仓库']),
];
const finds = (text: string): boolean => {
  const wanted = readWords(text);
  return (
    wanted?.words.every((terms) => rows.some((row) => terms.every((term) => row.includes(term)))) ?? true
  );
};

describe('a ticket is found by', () => {
  it.each([
    ['a word of its subject', 'refund'],
    ['the beginning of one', 'ref'],
    ['without the accent', 'cafe jose'],
    ['with one that it does not have', 'réfund'],
    ['in capitals', 'REFUND'],
    ['in full-width letters', 'ｒｅｆｕｎｄ'],
    ['its number among other words', '15608 refund'],
    ['its order', 'ORD-654321'],
    ['its order without the prefix', '654321'],
    ['a part of its order', '4321'],
    ['a part in full-width digits', '４３２１'],
    ['its parcel', 'sf1034567890'],
    ['its parcel as far as it is known', 'SF10345'],
    ['its parcel without letters', '1034567890'],
    ['a telephone in one piece', '13800138000'],
    ['in groups', '138 0013 8000'],
    ['in groups with hyphens', '138-0013-8000'],
    ['as from abroad', '+86 138 0013 8000'],
    ['as from abroad, in one piece', '0086-13800138000'],
    ['the end of a telephone', '5678'],
    ['a name', '王小雨'],
    ['a part of a name', '小雨'],
    ['a surname', '王'],
    ["the customer's id", 'c-20871'],
    ['words of several places', '退款 王小雨 refund'],
    ['a note', '联系仓库'],
    ['a word that was written full-width', 'watch'],
    ['words with what cannot be seen', '退\u200b款\u00adrefund'],
    ['words apart by a full-width blank', '退款\u3000refund'],
    ['words among signs', '“退款”，refund!'],
  ])('%s', (_, text) => expect(finds(text)).toBe(true));

  it.each([
    ['one word of two that is nowhere', 'refund chair'],
    ['another order', '654322'],
    ['too short a part of a number', '321'],
    ['a pair of Han that is not there', '退货'],
    ['half a word of a message', 'arriv'],
  ])('not by %s', (_, text) => expect(finds(text)).toBe(false));
});

describe('a question', () => {
  it.each(['', '   ', '\u3000', '\u200b\u200d', '\n\t'])('that is blank asks for nothing: %j', (text) =>
    expect(readWords(text)).toBeNull(),
  );

  it('of signs only asks for something that is nowhere', () => {
    expect(readWords('？！ #')).toEqual({ words: [], numbers: [], maybeNumber: null });
  });

  it('may name a ticket by its number, also full-width, alone or with words', () => {
    expect(readWords('＃１５６０')).toEqual({ words: [], numbers: ['1560'], maybeNumber: null });
    expect(readWords('#7 退款')).toEqual({ words: [['退款']], numbers: ['7'], maybeNumber: null });
    expect(readWords('1560')).toEqual({ words: [['1560']], numbers: [], maybeNumber: '1560' });
    expect(readWords('15608')?.maybeNumber).toBe('15608');
    expect(readWords('1560 退款')?.maybeNumber).toBeNull();
  });
});

describe('terms', () => {
  it('are bounded, whole characters, and storable', () => {
    const long = messageTerms('15608', ['𐐀'.repeat(500), 'a'.repeat(20_000), '1'.repeat(20_000)]);
    expect(Math.max(...long.map((term) => [...term].length))).toBeLessThanOrEqual(64);
    expect(long.filter((term) => /\p{Surrogate}/u.test(term))).toEqual([]);
  });

  it('of a ticket are found for numbers also beside a story without end', () => {
    const data = { story: '很长的故事'.repeat(10_000), orderId: 'ORD-777888' };
    expect(ticketTerms({ ...ticket, data })).toContain('7788');
  });
});
