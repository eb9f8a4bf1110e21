import { describe, expect, it } from '@jest/globals';
import { isClosing, layClosings } from '../../../../src/tickets/closing/closing.js';
import { readText } from '../../../../src/tickets/closing/closing-readings.js';
import { readSentences } from './closing-sentences/read-sentences.js';

/** Definition section 1. */
const RECOGNISED = 0.95;
const SWALLOWED = 0.01;

describe('a message that only closes the conversation', () => {
  describe.each(['en', 'zh'] as const)('in %s', (language) => {
    it.each(['built', 'held back', 'later'] as const)('is recognised, of those %s', (part) => {
      const closings = readSentences(language, 'closings', part);
      const missed = closings.filter((body) => !isClosing(body));
      expect(closings.length).toBeGreaterThan(75);
      expect(missed.length <= (1 - RECOGNISED) * closings.length ? [] : missed).toEqual([]);
    });

    it.each(['built', 'held back', 'later'] as const)('is nothing that goes on, of those %s', (part) => {
      const followUps = readSentences(language, 'follow-ups', part);
      const swallowed = followUps.filter((body) => isClosing(body));
      expect(followUps.length).toBeGreaterThan(part === 'later' ? 60 : 150);
      expect(swallowed.length <= SWALLOWED * followUps.length ? [] : swallowed).toEqual([]);
    });
  });

  it.each([
    ['Thanks, Wolfgang', ['Wolfgang Ritter']],
    ['Thank you!\nZbigniew', ['zbigniew']],
    ['好的，谢谢。诸葛小亮', ['诸葛小亮']],
    ['欧阳老师辛苦了', []],
  ])('may hold the names of those who write to each other: %s', (body, names) => {
    expect(isClosing(body, names)).toBe(true);
  });

  it.each(['Thanks, Wolfgang', '好的，谢谢。诸葛小亮', 'Thanks, refund', 'Thanks\nCancel'])(
    'holds no word that nobody knows: %s',
    (body) => {
      expect(isClosing(body)).toBe(false);
    },
  );

  it.each([
    '',
    '   ',
    '...',
    '!!!',
    'Hi',
    'Hello Anna',
    'Good morning',
    '您好',
    '老板好',
    '亲',
    '你好，王老师',
  ])('is no greeting and no silence: "%s"', (body) => {
    expect(isClosing(body)).toBe(false);
  });

  it.each([
    ['退货，谢谢', '谢谢'],
    ['谢谢，处理', '谢谢处理得很快'],
    ['发货，快', '发货很快'],
    ['好 快 退', '好快'],
  ])('is read sentence by sentence: "%s" is none, "%s" is one', (goesOn, closes) => {
    expect(isClosing(goesOn)).toBe(false);
    expect(isClosing(closes)).toBe(true);
  });

  it.each(['Thanks?', '谢谢？', 'ok ❓', '好的?', 'Great ???'])('asks nothing: %s', (body) => {
    expect(isClosing(body)).toBe(false);
  });

  it('is judged, however long and repetitive the text is', () => {
    expect(isClosing('ok '.repeat(20_000))).toBe(false);
    expect(isClosing(`${'好'.repeat(79)}q`)).toBe(false);
    // Each sign can be read in two ways; a pattern that tries them all would take years.
    expect(isClosing(`${'嗯'.repeat(28)}，行吧`)).toBe(false);
    expect(isClosing(`${'嗯'.repeat(70)}，行吧`)).toBe(false);
    expect(isClosing('嗯'.repeat(80))).toBe(true);
  });

  it.each(['very ', 'thank you so much ', '真的很', '谢谢你的', '👍', '[', ':)', '- ', 'a'])(
    'costs as much as it is long: "%s" again and again',
    (part) => {
      const looksAt = (signs: number): number => {
        const net = layClosings();
        const text = readText(part.repeat(300).slice(0, signs), { words: net.words, names: new Set() });
        if (text !== null) net.covers(text);
        return net.looks;
      };
      expect(looksAt(300)).toBeLessThan(100_000);
      expect(looksAt(300)).toBeLessThanOrEqual(3 * looksAt(150) + 1_000);
    },
  );
});
