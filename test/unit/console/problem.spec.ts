import { describe, expect, it } from '@jest/globals';
import { ApiProblem, readWait, secondsLeft, takenBack } from '../../../src/console/api/problem';

describe('a wait that the server asks for', () => {
  const wait = readWait('5', 10_000);

  it('counts down in whole seconds, and is over when none is left', () => {
    expect([10_000, 10_001, 14_000, 14_999, 15_000, 99_000].map((now) => secondsLeft(wait, now))).toEqual([
      5, 5, 1, 1, 0, 0,
    ]);
  });

  it('is never longer than it was asked for, however old the time is that it is looked at with', () => {
    expect(secondsLeft(wait, 0)).toBe(5);
  });

  it('is none where the answer says nothing of use', () => {
    for (const header of [null, '', 'Fri, 27 Nov 2026 01:00:00 GMT', '-3', '0'])
      expect(readWait(header, 10_000)).toBeNull();
    expect(secondsLeft(null, 10_000)).toBe(0);
  });

  it('holds only for too many tries, not for a server that is away', () => {
    expect(new ApiProblem(429, {}, wait).wait).toEqual({ from: 10_000, until: 15_000 });
    expect(new ApiProblem(503, {}, wait).wait).toBeNull();
  });
});

describe('a call that its person took back', () => {
  it('is known as such, and as nothing whose outcome is unknown', () => {
    const { isTakenBack, isUnknown } = takenBack(403);
    expect({ isTakenBack, isUnknown }).toEqual({ isTakenBack: true, isUnknown: false });
    const refused = new ApiProblem(403, { type: 'urn:stepwise:problem:reauthentication-required' });
    expect(refused.isTakenBack).toBe(false);
  });
});

describe('what the server finds wrong with a field', () => {
  const told = (message: string): string | undefined =>
    new ApiProblem(422, { errors: [{ pointer: '/x', message }] }).errors[0]?.message;

  it('is a sentence of its own', () => {
    expect(told('must be a text')).toBe('This must be a text.');
    expect(told('is required')).toBe('This is required.');
    expect(told('there is no team "x"')).toBe('There is no team "x".');
    expect(told('为必填项')).toBe('此项为必填项');
  });

  it('stays as it is when it is one already', () => {
    expect(told('This name is not allowed here.')).toBe('This name is not allowed here.');
    expect(told('必须是文本')).toBe('必须是文本');
  });
});
