import { describe, expect, test } from '@jest/globals';
import { focusComposer, insertReply, offerComposer } from '../../../src/console/agent/around/composer';
import {
  afterSending,
  EMPTY_DRAFT,
  insertAt,
  keyFor,
  openDraft,
  textOf,
  withText,
} from '../../../src/console/agent/around/composer-draft';

describe('a quick reply that is put into a message', () => {
  test('stands alone in an empty box, with the caret behind it', () => {
    expect(insertAt('', { start: 0, end: 0 }, '您好')).toEqual({ text: '您好', caret: 2 });
  });
  test('stands on a line of its own between what was typed before and behind the caret', () => {
    const { text, caret } = insertAt('beforebehind', { start: 6, end: 6 }, 'reply');
    expect(text).toBe('before\nreply\nbehind');
    expect(text.slice(0, caret)).toBe('before\nreply');
  });
  test('takes the place of what was marked and doubles no line break', () => {
    expect(insertAt('a\nold\nb', { start: 2, end: 5 }, 'new').text).toBe('a\nnew\nb');
  });
  test('goes to the box that is on the page, and only while it is there', () => {
    const seen: string[] = [];
    const box = (name: string) => ({
      insert: (text: string) => seen.push(`${name}:${text}`),
      focus: (mode: string) => seen.push(`${name}>${mode}`),
    });
    expect(insertReply('nobody')).toBe(false);
    const leave = offerComposer(box('first'));
    expect(insertReply('hello')).toBe(true);
    const leaveSecond = offerComposer(box('second'));
    // The page changes to another ticket: the old box goes after the new one has come.
    leave();
    expect(focusComposer('note')).toBe(true);
    leaveSecond();
    expect(focusComposer('reply')).toBe(false);
    expect(seen).toEqual(['first:hello', 'second>note']);
  });
});

describe('what was typed', () => {
  const draft = withText(withText(EMPTY_DRAFT, 'to the customer'), 'for us', 'note');

  test('is kept apart for the customer and for colleagues', () => {
    expect(textOf(draft)).toBe('to the customer');
    expect(textOf(draft, 'note')).toBe('for us');
  });
  test('goes when it has arrived, and the note beside it stays', () => {
    const after = afterSending(draft, 'reply', 'to the customer');
    expect(textOf(after)).toBe('');
    expect(textOf(after, 'note')).toBe('for us');
  });
  test('stays when more was typed while the message was on its way', () => {
    const more = withText(draft, 'to the customer, and more');
    expect(textOf(afterSending(more, 'reply', 'to the customer'))).toBe('to the customer, and more');
  });
});

describe('the key under which a message is sent', () => {
  const tried = { ...EMPTY_DRAFT, tried: { mode: 'reply' as const, body: 'hello', key: 'k1' } };
  const newKey = (): string => 'k2';

  test('is the same for a second try with the same text, so that it arrives once', () => {
    expect(keyFor(tried, 'hello', newKey)).toBe('k1');
  });
  test('is new for another text, and for another reader', () => {
    expect(keyFor(tried, 'hello!', newKey)).toBe('k2');
    expect(keyFor({ ...tried, mode: 'note' }, 'hello', newKey)).toBe('k2');
    expect(keyFor(afterSending(tried, 'reply', 'hello'), 'hello', newKey)).toBe('k2');
  });
});

describe('who may not write to the customer', () => {
  test('begins with a note, and what was typed for the customer is kept', () => {
    const draft = withText(EMPTY_DRAFT, 'Dear customer');
    const closed = openDraft(draft, false);
    expect([closed.mode, textOf(closed), textOf(closed, 'reply')]).toEqual(['note', '', 'Dear customer']);
    expect(openDraft(draft, true)).toBe(draft);
    expect(openDraft({ ...draft, mode: 'heard' }, false).mode).toBe('heard');
  });
});
