import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NAUGHTY } from '../support/naughty.js';
import { itOnData } from '../support/test-data.js';
import { openHttpRoom } from './http-room.js';

const room = openHttpRoom();

/** Strings that are tried at the same time. */
const AT_ONCE = 8;

describe('bad input', () => {
  it('is named with its place and changes nothing: fields that do not exist, wrong types, missing ones', async () => {
    const bad = await room.post(room.ann, '/tickets', {
      sop: 'small',
      subject: 7,
      customer: { name: 'x', age: 3 },
      data: [],
      colour: 'red',
    });
    expect(bad.status).toBe(422);
    expect(bad.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(bad.body.errors.map((e) => e.pointer)).toEqual(
      expect.arrayContaining(['/subject', '/customer/id', '/customer/age', '/colour', '/data']),
    );
  });

  it('is told in words that are whole', async () => {
    const { body } = await room.post(room.ann, '/tickets', { sop: 7 }, { 'accept-language': 'en' });
    expect(body.errors).toContainEqual({ pointer: '/sop', message: 'must have at most 100 characters' });
    expect(JSON.stringify(body)).not.toContain('undefined');
  });

  it('may be no body at all, where none is needed, whatever content type is named', async () => {
    const answer = await room.app.http
      .post('/api/desk/next')
      .set({ authorization: `Bearer ${room.lab}`, 'content-type': 'application/json' });
    expect(answer.status).toBe(204);
  });

  it('as broken JSON, too large, of a wrong type, or endlessly nested is a 4xx problem', async () => {
    const send = (body: string, type = 'application/json') =>
      room.app.http
        .post('/api/tickets')
        .set({ authorization: `Bearer ${room.ann}`, 'content-type': type })
        .send(body);
    expect((await send('{"sop": "small",')).status).toBe(400);
    expect((await send(`{"subject":"${'x'.repeat(5_000_000)}"}`)).status).toBe(413);
    expect((await send('<a/>', 'application/xml')).status).toBe(415);
    const nested = `{"data":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}`;
    expect((await send(nested)).status).toBeLessThan(500);
    for (const body of [
      'null',
      '[]',
      '"x"',
      '7',
      '{"__proto__":{"sop":"small"}}',
      '{"constructor":{"prototype":1}}',
    ])
      expect((await send(body)).status).toBeGreaterThanOrEqual(400);
  });

  it.each([
    ['nested lists', '['.repeat(500_000) + ']'.repeat(500_000), 'is nested more than 64 levels deep'],
    ['lists nested halfway', '['.repeat(400_000), 'is nested more than 64 levels deep'],
    ['a list without end', `[${'{},'.repeat(300_000)}{}]`, 'holds more than 20000 values in all'],
    [
      'an object without end',
      `{${Array.from({ length: 80_000 }, (_, n) => `"k${String(n)}":1`).join(',')}}`,
      'has more than 1000 fields',
    ],
  ])('is refused before anything is made of it, at every door: %s', async (_, body, message) => {
    for (const [method, path] of [
      ['post', '/api/tickets'],
      ['patch', '/api/me'],
      ['post', '/api/desk/next'],
    ] as const) {
      const answer = await room.app.http[method](path)
        .set({
          authorization: `Bearer ${room.ann}`,
          'content-type': 'application/json',
          'accept-language': 'en',
        })
        .send(body);
      const { errors } = answer.body as { errors?: { message: string }[] };
      expect([path, answer.status, errors?.map((one) => one.message)]).toEqual([path, 422, [message]]);
    }
  });

  it('cannot poison objects or lists', async () => {
    const answer = await room.app.http
      .post('/api/tickets')
      .set({ authorization: `Bearer ${room.ann}`, 'content-type': 'application/json' })
      .send(
        '{"sop":"small","subject":"s","customer":{"id":"c"},"data":{"reason":"r","__proto__":{"polluted":1}}}',
      );
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('that is naughty is stored and given back as it was, or refused; never a 5xx', () =>
    tryAll(['', '\u0000', '😍', "' or 1=1 --", '\u202e', ...NAUGHTY]));

  itOnData(
    'so is the list of naughty strings',
    'naughty-strings/blns.json',
    (file) => tryAll(JSON.parse(readFileSync(file, 'utf8')) as string[]),
    300_000,
  );

  async function tryAll(strings: readonly string[]): Promise<void> {
    const { id } = await room.openSmall();
    // Some at once, as they come in life; the long list would take a busy machine minutes one by one.
    for (let from = 0; from < strings.length; from += AT_ONCE)
      await Promise.all(strings.slice(from, from + AT_ONCE).map((text) => tryOne(id, text)));
  }

  async function tryOne(id: string, text: string): Promise<void> {
    const opened = await room.post(room.ann, '/tickets', {
      sop: 'small',
      subject: text,
      customer: { id: text, name: text },
      data: { reason: text },
    });
    expect([201, 422]).toContain(opened.status);
    if (opened.status === 201) {
      expect(opened.body).toMatchObject({
        subject: text,
        customer: { id: text, name: text },
        data: { reason: text },
      });
      const back = await room.get(room.ann, `/tickets/${opened.body.id}`);
      expect(back.body['subject']).toBe(text);
    }
    for (const answer of [
      await room.post(room.ann, `/tickets/${id}/messages`, { from: 'customer', body: text }),
      await room.post(room.ann, `/tickets/${id}/events`, { type: text }),
      await room.get(room.ann, `/tickets?q=${encodeURIComponent(text)}&step=${encodeURIComponent(text)}`),
      await room.get(room.ann, `/tickets/${encodeURIComponent(text)}`),
    ])
      expect(answer.status).toBeLessThan(500);
  }
});
