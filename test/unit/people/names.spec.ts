import { describe, expect, it } from '@jest/globals';
import { readName, skeletonOf } from '../../../src/people/names/names.js';

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
  ])('%s and %s may be taken for each other', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  it.each([
    ['Ann Lee', 'Anna Lee'],
    ['林小雨', '林小雪'],
    ['Bob', 'Rob'],
  ])('%s and %s may not', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });
});
