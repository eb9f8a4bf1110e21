import { describe, expect, it } from '@jest/globals';
import { readName } from '../../../src/people/names/names.js';
import { skeletonOf } from '../../../src/people/common/skeletons.js';

describe('the name of a person', () => {
  it.each([
    ['  Ann   Lee ', 'Ann Lee'],
    ['Ann\u3000Lee\u00a0', 'Ann Lee'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['林小雨', '林小雨'],
    ["Siobhán O'Neil-Ba\u0300 Jr. 2nd", "Siobhán O'Neil-Bà Jr. 2nd"],
    ['Nguyễn Thị Hồng', 'Nguyễn Thị Hồng'],
    ['محمد', 'محمد'],
    ['สมชาย', 'สมชาย'],
    ['⼭田', '山田'],
    ['Ａｎｎ', 'Ann'],
    ['Adminah System-Kowalski', 'Adminah System-Kowalski'],
    ['Clockwell', 'Clockwell'],
    ['系统兰', '系统兰'],
    ['Kim (Admin)', 'Kim (Admin)'],
  ])('%j is kept as %j', (text, name) => {
    expect(readName(text)).toEqual({ name });
  });

  it.each([
    'Ann\u202eeeL',
    'Ann\u2066Lee\u2069',
    'Ann\u200fLee',
    'Ann\u200bLee',
    'Ann\u200dLee',
    'A\ufeffnn',
    'Ann\u0000',
    'Ann\nLee',
    'Ann\tLee',
    'Ann\u00adLee',
    'Ann\u3164',
    '\u2800',
    'Ann\ufe0f',
    'Ann\u{e0041}',
    'Ann\ue000',
    'Z\u0300\u0301\u0302\u0303\u0304\u0305',
    '',
    '   ',
    '...',
    'x'.repeat(121),
    ...[
      'System',
      'SYSTEM',
      'Ѕуѕtем',
      'Stepwise',
      'Stepvvise Support',
      'Admin',
      'Admin (Lead)',
      '[Admin]',
      'ᴀdmin',
    ],
    ...[
      'Admin 2',
      'Adrnin',
      'Customer',
      '系统',
      '系統',
      '系统管理员',
      '管理员（组长）',
      '客户',
      '【系统】',
      '系统 通知',
    ],
  ])('%j is refused in both languages', (text) => {
    expect(readName(text)).toEqual({
      fault: { en: expect.stringMatching(/^must/), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) },
    });
  });

  it.each([
    ['Ann Lee', 'ann lee'],
    ['Ann Lee', 'AnnLee'],
    ['Ann Lee', 'Ann-Lee.'],
    ['Ann Lee', 'Аnn Lее'],
    ['Ann Lee', 'Ａｎｎ Ｌｅｅ'],
    ['Ann Lee', 'Änn Léé'],
    ['Ill Bill', '1ll Bi11'],
    ['Bob Olson', 'B0b 0lson'],
    ['林小雨', '林 小雨'],
    ['MONA HUZ', 'ΜΟΝΑ ΗUΖ'],
    ['Yan', 'Υan'],
    ['Nina', 'Νina'],
    ['Soho', 'Տօհօ'],
    ['ADA', 'ᎪDᎪ'],
    ['Ada', 'ᴀdᴀ'],
    ['Ill', 'ǀǀǀ'],
    ['Sam', 'ꜱam'],
    ['Ada', 'ⒶⒹⒶ'],
    ['Ada', '🄰🄳🄰'],
    ['Ada', '🅐🅳🅐'],
    ['山田', '⼭田'],
    ['顾若岚', '顧若嵐'],
    ['顾若岚', '顾若嵐'],
    ['顾若岚', '顧若岚'],
    ['Martin', 'rnartin'],
    ['Walter', 'VValter'],
    ['Groß', 'Groβ'],
    ['Вера', 'Bepa'],
  ])('%s and %s may be taken for each other', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  it.each([
    ['Ann Lee', 'Anna Lee'],
    ['林小雨', '林小雪'],
    ['Bob', 'Rob'],
    ['王伟', '王玮'],
    ['Ольга', 'Олег'],
    ['Νίκος', 'Νίκη'],
  ])('%s and %s may not', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });
});
