import { describe, expect, it } from '@jest/globals';
import { isClosing } from '../../../../src/tickets/decide/closing.js';

describe('a message that only closes the conversation', () => {
  it.each([
    'Thanks!',
    'ok, thank you very much',
    '好的，谢谢',
    '收到了，谢谢您！',
    '嗯嗯好的',
    'Great, thanks 👍',
    '辛苦了～',
  ])('is "%s"', (body) => {
    expect(isClosing(body)).toBe(true);
  });

  it.each([
    'Thanks, but the refund has not arrived',
    '谢谢，可是钱还没到',
    'ok?? where is my parcel',
    '',
    '好的，那什么时候发货？',
  ])('is not "%s"', (body) => {
    expect(isClosing(body)).toBe(false);
  });

  it('is judged, however long and repetitive the text is', () => {
    expect(isClosing('ok '.repeat(20_000))).toBe(false);
    expect(isClosing(`${'好'.repeat(79)}x`)).toBe(false);
    // Each sign can be read in two ways; a pattern that tries them all would take years.
    expect(isClosing(`${'嗯'.repeat(28)}，行吧`)).toBe(false);
    expect(isClosing(`${'嗯'.repeat(70)}，行吧`)).toBe(false);
    expect(isClosing('嗯'.repeat(80))).toBe(true);
  });
});
