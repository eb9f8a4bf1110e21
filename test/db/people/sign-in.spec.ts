import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import {
  ExpiredToken,
  Unauthenticated,
  WrongCredentials,
} from '../../../src/people/access/access-problems.js';
import type { Person } from '../../../src/people/common/model.js';
import type { PeopleRig } from './people-rig.js';
import { HOUR, MINUTE, TTL, at, newUser, openPeople } from './people-rig.js';

describe('signing in', () => {
  let rig: PeopleRig;
  let lin: Person;
  beforeAll(async () => {
    rig = await openPeople();
    lin = await rig.here.people.createUser(newUser('lin@demo'));
  });
  afterAll(() => rig.close());

  it('gives a token that any process reads', async () => {
    const { accessToken, expiresAt, user } = await rig.here.signIns.signIn(
      'Lin@demo',
      'long-enough',
      at('10.0.0.1'),
    );
    expect(user).toEqual(lin);
    expect(expiresAt).toBe(rig.clock.now() + TTL);
    expect(await rig.there.sessions.read(accessToken)).toMatchObject({
      userId: lin.id,
      generation: 0,
      expiresAt,
    });
  });

  it('the secret is made once, also when many processes begin at once', async () => {
    const other = await openPeople();
    const { id } = await other.here.people.createUser(newUser('lin@demo'));
    const tokens = await Promise.all(
      [other.here, other.there].map((process) => process.sessions.begin(id, 0, at('10.0.0.1'))),
    );
    for (const { accessToken } of tokens) {
      expect(await other.here.sessions.read(accessToken)).toMatchObject({ userId: id });
      await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(Unauthenticated);
    }
    await other.close();
  });

  it('a wrong password, an unknown address and a deactivated user get the same answer', async () => {
    const off = await rig.here.people.createUser(newUser('off@demo'));
    await rig.here.users.change(off.id, { active: false });
    const tries = [
      ['lin@demo', 'wrong'],
      ['nobody@demo', 'long-enough'],
      ['off@demo', 'long-enough'],
      ['', ''],
    ] as const;
    for (const [email, password] of tries) {
      const refused = rig.here.signIns.signIn(email, password, at('10.0.0.2'));
      await expect(refused).rejects.toThrow(WrongCredentials);
    }
  });

  it('a token ends at its time, in a process that has seen it and in one that has not', async () => {
    const { accessToken } = await rig.here.signIns.signIn('lin@demo', 'long-enough', at('10.0.0.1'));
    await rig.here.sessions.read(accessToken);
    rig.clock.pass(TTL - 1_000);
    await rig.here.sessions.read(accessToken);
    rig.clock.pass(1_000);
    await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
    await expect(rig.there.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
  });

  it('a session can be renewed, but not beyond twelve hours', async () => {
    const began = rig.clock.now();
    let { accessToken } = await rig.here.signIns.signIn('lin@demo', 'long-enough', at('10.0.0.1'));
    for (;;) {
      const session = await rig.here.sessions.read(accessToken);
      expect(session.signedInAt).toBe(began);
      expect(session.expiresAt).toBeLessThanOrEqual(began + 12 * HOUR);
      if (session.expiresAt === began + 12 * HOUR) break;
      rig.clock.pass(TTL - MINUTE);
      ({ accessToken } = await rig.here.signIns.renew(session));
    }
    rig.clock.pass(TTL);
    await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
  });

  it('nothing that we did not sign is a token', async () => {
    const { accessToken } = await rig.here.signIns.signIn('lin@demo', 'long-enough', at('10.0.0.1'));
    const [head = '', body = '', signature = ''] = accessToken.split('.');
    const claims = decodeJwt(accessToken);
    const otherUser = Buffer.from(JSON.stringify({ ...claims, gen: 1 })).toString('base64url');
    const unsecured = new UnsecuredJWT(claims).encode();
    const otherKey = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32));
    const garbage = [
      '',
      '.',
      '..',
      'x',
      `${head}.${body}.`,
      `${head}.${body}`,
      `${head}.${otherUser}.${signature}`,
    ];
    for (const token of [...garbage, unsecured, otherKey, '😀.😀.😀', 'a'.repeat(10_000)]) {
      await expect(rig.here.sessions.read(token)).rejects.toThrow(Unauthenticated);
    }
    await rig.there.sessions.read(accessToken);
  });

  it('signing out everywhere ends the sessions of before, not those of afterwards', async () => {
    const before = await rig.here.sessions.read(
      (await rig.here.signIns.signIn('lin@demo', 'long-enough', at('10.0.0.1'))).accessToken,
    );
    await rig.there.people.person(lin.id);
    await rig.here.users.endSessions(lin.id);
    expect((await rig.here.accounts.account(lin.id))?.generation).toBe(before.generation + 1);
    // The other process has an older picture of the user and must not sign with it.
    const after = await rig.there.signIns.signIn('lin@demo', 'long-enough', at('10.0.0.1'));
    expect((await rig.there.sessions.read(after.accessToken)).generation).toBe(before.generation + 1);
  });

  it('a new password ends all sessions, and the old one fits no more', async () => {
    const { id } = await rig.here.people.createUser(newUser('fresh@demo'));
    await rig.here.users.setPassword(id, 'another long word', { expired: true });
    expect((await rig.here.accounts.account(id))?.generation).toBe(1);
    await expect(rig.here.signIns.signIn('fresh@demo', 'long-enough', at('10.0.0.1'))).rejects.toThrow(
      WrongCredentials,
    );
    await rig.here.signIns.signIn('fresh@demo', 'another long word', at('10.0.0.1'));
  });
});
