import { describe, expect, it } from '@jest/globals';
import { aboutTicket, withFacts } from '../../../src/log/context.js';
import { openLog } from '../../../src/log/log.js';
import { NestLogger } from '../../../src/log/nest-logger.js';
import { scrub } from '../../../src/log/scrub.js';

function write(work: (log: NestLogger) => void, more: { readable?: boolean; level?: 'warn' } = {}): string {
  let text = '';
  const out = { write: (line: string): void => void (text += line) };
  work(new NestLogger(openLog({ level: 'info', readable: false, ...more, out })));
  return text;
}
const objects = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('is one JSON object a line, with time, level, process and room', () => {
    const [line] = objects(write((log) => log.warn('It is late', 'Ticker')));
    expect(line).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      room: 'Ticker',
      msg: 'It is late',
    });
  });

  it('is for reading at a terminal', () => {
    const text = write((log) => log.warn('It is late', 'Ticker'), { readable: true });
    expect(text).toMatch(/^\[[\d:.]+\] WARN: Ticker: It is late\n$/);
  });

  it('says in the course of what', () => {
    const text = write((log) =>
      withFacts(
        () => ({ requestId: 'r1', personId: 'p1' }),
        () => aboutTicket('7', () => log.log('x')),
      ),
    );
    expect(objects(text)).toMatchObject([{ requestId: 'r1', personId: 'p1', ticketId: '7' }]);
  });

  it('leaves out what is below its level, and what Nest chats', () => {
    expect(write((log) => log.log('x', 'Boot'), { level: 'warn' })).toBe('');
    expect(write((log) => log.log('x', 'RoutesResolver'))).toBe('');
  });

  it('keeps the stack of an error beside its message', () => {
    const error = new Error('broke');
    expect(objects(write((log) => log.error(error, 'Boot')))).toMatchObject([
      { msg: 'broke', stack: error.stack, room: 'Boot' },
    ]);
    expect(objects(write((log) => log.error('Failed', error.stack, 'Boot')))).toMatchObject([
      { msg: 'Failed', stack: error.stack, room: 'Boot' },
    ]);
  });

  it.each([
    ['cannot reach postgresql://app:s3cret@db:5432/x', 'cannot reach postgresql://…@db:5432/x'],
    ['authorization: Bearer abcdefgh.1234', 'authorization: Bearer …'],
    ['token eyJhbGciOiJI.eyJzdWIiOiIx.c2lnbmF0 is old', 'token … is old'],
    ['Key (email)=(ada@shop.example) exists', 'Key (email)=(…@…) exists'],
    ['call 13812345678 back', 'call 1… back'],
    [
      'Request failed 0199c3b2-7c1e-7000-8000-13812345678a GET /api',
      'Request failed 0199c3b2-7c1e-7000-8000-13812345678a GET /api',
    ],
  ])('never says: %s', (text, written) => {
    expect(scrub(text)).toBe(written);
    expect(objects(write((log) => log.error(text)))).toMatchObject([{ msg: written }]);
  });
});
