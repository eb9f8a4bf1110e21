import { describe, expect, it } from '@jest/globals';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();

const BLANKS = ['', '   ', '\u3000\u3000', '\u200b\u200d\ufeff', '\n\r\n\t', '\u2800', '\u3164'];

describe('a text that is asked for', () => {
  it.each(BLANKS)('is refused when it is blank, at every door: %j', async (blank) => {
    const { id } = await room.openSmall();
    const at = (path: string) => `/tickets/${id}/${path}`;
    const asked: [path: string, body: object, pointer: string][] = [
      [at('messages'), { from: 'agent', body: blank }, '/body'],
      [at('messages'), { from: 'agent', body: blank, internal: true }, '/body'],
      [at('priority'), { priority: 'high', reason: blank }, '/reason'],
      [at('cancel'), { reason: blank }, '/reason'],
      [at('reopen'), { reason: blank }, '/reason'],
      [at('escalate'), { reason: blank }, '/reason'],
      [at('hand-back'), { reason: blank }, '/reason'],
      [at('transfer'), { reason: blank, to: { team: 'lab' } }, '/reason'],
      [`/desk/${id}/release`, { reason: blank }, '/reason'],
      [`/desk/${id}/take`, { reason: blank }, '/reason'],
      ['/tickets', { sop: 'small', subject: blank, customer: { id: 'c' } }, '/subject'],
      ['/tickets', { sop: 'small', subject: 'x', customer: { id: blank } }, '/customer/id'],
      ['/tickets', { sop: 'small', subject: 'x', customer: { id: 'c' }, body: blank }, '/body'],
      [
        '/tickets',
        { sop: 'small', subject: 'x', customer: { id: 'c' }, data: { reason: blank } },
        '/data/reason',
      ],
    ];
    for (const [path, body, pointer] of asked) {
      const answer = await room.post(room.sue, path, body);
      expect([path, answer.status, answer.body.errors.map((e) => e.pointer)]).toEqual([path, 422, [pointer]]);
    }
  });

  it('may have blanks around what it says', async () => {
    const { id } = await room.openSmall();
    const said = { from: 'agent', body: '\u3000Hello\u200b\n', internal: true };
    expect((await room.post(room.ann, `/tickets/${id}/messages`, said)).status).toBeLessThan(300);
  });
});

describe('a number that would be rounded', () => {
  it('is refused with its place, in both languages, and as a text it is taken', async () => {
    const send = (data: string, lang = 'en') =>
      room.app.http
        .post('/api/tickets')
        .set({
          authorization: `Bearer ${room.ann}`,
          'content-type': 'application/json',
          'accept-language': lang,
        })
        .send(`{"sop":"small","subject":"x","customer":{"id":"c"},"data":${data}}`);
    const refused = await send('{"reason":"late","amount": 9007199254740993 }');
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [
        {
          pointer: '/data/amount',
          message:
            'is a whole number of more than 9007199254740991, which would be rounded; send it as a text',
        },
      ],
    ]);
    const inChinese = await send('{"reason":"late","amount":-90071992547409931}', 'zh-CN');
    expect(inChinese.body.errors[0].message).toContain('会被舍入');
    expect((await send('{"reason":"9007199254740993","amount":9007199254740991}')).status).toBe(201);
  });
});
