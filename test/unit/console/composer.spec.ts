import { describe, expect, test } from '@jest/globals';
import { focusComposer, insertReply, offerComposer } from '../../../src/console/agent/around/composer';
import {
  afterSending,
  EMPTY_DRAFT,
  hasArrived,
  insertAt,
  keyFor,
  openDraft,
  textOf,
  withText,
} from '../../../src/console/agent/around/composer-draft';
import { keyOfTry } from '../../../src/console/agent/desk/new-ticket-key';

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
  test('stays the same for another text while nobody knows about the one before, so the server refuses it', () => {
    const unknown = { ...tried, tried: { ...tried.tried, isUnknown: true } };
    expect(keyFor(unknown, 'hello!', newKey)).toBe('k1');
    expect(keyFor({ ...unknown, mode: 'note' }, 'hello!', newKey)).toBe('k2');
  });
  test('is new for another text, and for another reader', () => {
    expect(keyFor(tried, 'hello!', newKey)).toBe('k2');
    expect(keyFor({ ...tried, mode: 'note' }, 'hello', newKey)).toBe('k2');
    expect(keyFor(afterSending(tried, 'reply', 'hello'), 'hello', newKey)).toBe('k2');
  });
});

describe('a message whose answer was lost', () => {
  const me = { kind: 'agent', id: 'u-me' };
  const tried = (mode: 'reply' | 'note' | 'heard', after?: number) => ({
    ...EMPTY_DRAFT,
    tried: { mode, body: '您好', key: 'k1', isUnknown: true, ...(after === undefined ? {} : { after }) },
  });
  const seen = { seq: 8, body: '您好', internal: false, from: 'agent', author: me, recordedBy: null };

  test('has arrived when the conversation shows it', () => {
    expect(hasArrived(tried('reply', 7), [seen], 'u-me')).toBe(true);
    expect(hasArrived(tried('note', 7), [{ ...seen, internal: true }], 'u-me')).toBe(true);
    const heard = { ...seen, from: 'customer', author: { kind: 'customer', id: '' }, recordedBy: me };
    expect(hasArrived(tried('heard', 7), [heard], 'u-me')).toBe(true);
  });
  test('has not when another, an older or somebody else’s message reads the same', () => {
    const others = [
      { ...seen, seq: 7 },
      { ...seen, internal: true },
      { ...seen, body: '您好！' },
      { ...seen, author: { kind: 'agent', id: 'u-lin' } },
      { ...seen, from: 'customer' },
    ];
    expect(hasArrived(tried('reply', 7), others, 'u-me')).toBe(false);
    expect(hasArrived(tried('heard', 7), [seen], 'u-me')).toBe(false);
  });
  test('is not looked for when no message was known at that time, or none was tried', () => {
    expect(hasArrived(tried('reply'), [seen], 'u-me')).toBe(false);
    expect(hasArrived(EMPTY_DRAFT, [seen], 'u-me')).toBe(false);
  });
});

describe('the key under which a ticket is opened', () => {
  const makeKey = (): string => 'k2';

  test('is the same for the same case, and for another one while nobody knows about the first', () => {
    expect(keyOfTry(null, 'a', makeKey)).toBe('k2');
    expect(keyOfTry({ said: 'a', key: 'k1' }, 'a', makeKey)).toBe('k1');
    expect(keyOfTry({ said: 'a', key: 'k1' }, 'b', makeKey)).toBe('k2');
    expect(keyOfTry({ said: 'a', key: 'k1', isUnknown: true }, 'b', makeKey)).toBe('k1');
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
