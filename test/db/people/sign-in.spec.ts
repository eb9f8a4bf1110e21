import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import {
  ExpiredToken,
  TooManyTries,
  Unauthenticated,
  WrongCredentials,
} from '../../../src/people/access-problems.js';
import type { Person } from '../../../src/people/model.js';
import type { PeopleRig } from './people-rig.js';
import { HOUR, MINUTE, TTL, newUser, openPeople } from './people-rig.js';

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
      'stepwise',
      '10.0.0.1',
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
    const tokens = await Promise.all(
      [other.here, other.there].map((process) => process.sessions.issue(lin.id, 0, other.clock.now())),
    );
    for (const { accessToken } of tokens) {
      expect(await other.here.sessions.read(accessToken)).toMatchObject({ userId: lin.id });
      await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(Unauthenticated);
    }
    await other.close();
  });

  it('a wrong password, an unknown address and a deactivated user get the same answer', async () => {
    const off = await rig.here.people.createUser(newUser('off@demo'));
    await rig.here.users.change(off.id, { active: false });
    const tries = [
      ['lin@demo', 'wrong'],
      ['nobody@demo', 'stepwise'],
      ['off@demo', 'stepwise'],
      ['', ''],
    ] as const;
    for (const [email, password] of tries) {
      const refused = rig.here.signIns.signIn(email, password, '10.0.0.2');
      await expect(refused).rejects.toThrow(WrongCredentials);
    }
  });

  it('a token ends at its time, in a process that has seen it and in one that has not', async () => {
    const { accessToken } = await rig.here.signIns.signIn('lin@demo', 'stepwise', '10.0.0.1');
    await rig.here.sessions.read(accessToken);
    rig.clock.pass(TTL - 1_000);
    await rig.here.sessions.read(accessToken);
    rig.clock.pass(1_000);
    await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
    await expect(rig.there.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
  });

  it('a session can be renewed, but not beyond twelve hours', async () => {
    const began = rig.clock.now();
    let { accessToken } = await rig.here.signIns.signIn('lin@demo', 'stepwise', '10.0.0.1');
    for (;;) {
      const session = await rig.here.sessions.read(accessToken);
      expect(session.signedInAt).toBe(began);
      expect(session.expiresAt).toBeLessThanOrEqual(began + 12 * HOUR);
      if (session.expiresAt === began + 12 * HOUR) break;
      rig.clock.pass(TTL - MINUTE);
      ({ accessToken } = await rig.here.signIns.renew(lin.id, session.signedInAt));
    }
    rig.clock.pass(TTL);
    await expect(rig.here.sessions.read(accessToken)).rejects.toThrow(ExpiredToken);
  });

  it('nothing that we did not sign is a token', async () => {
    const { accessToken } = await rig.here.signIns.signIn('lin@demo', 'stepwise', '10.0.0.1');
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

  it('signing out ends the sessions of before, not those of afterwards', async () => {
    const before = await rig.here.sessions.read(
      (await rig.here.signIns.signIn('lin@demo', 'stepwise', '10.0.0.1')).accessToken,
    );
    await rig.there.people.person(lin.id);
    await rig.here.signIns.signOut(lin.id);
    expect((await rig.here.accounts.account(lin.id))?.generation).toBe(before.generation + 1);
    // The other process has an older picture of the user and must not sign with it.
    const after = await rig.there.signIns.signIn('lin@demo', 'stepwise', '10.0.0.1');
    expect((await rig.there.sessions.read(after.accessToken)).generation).toBe(before.generation + 1);
  });

  it('a new password ends all sessions, and the old one fits no more', async () => {
    const { id } = await rig.here.people.createUser(newUser('fresh@demo'));
    await rig.here.users.setPassword(id, 'another one');
    expect((await rig.here.accounts.account(id))?.generation).toBe(1);
    await expect(rig.here.signIns.signIn('fresh@demo', 'stepwise', '10.0.0.1')).rejects.toThrow(
      WrongCredentials,
    );
    await rig.here.signIns.signIn('fresh@demo', 'another one', '10.0.0.1');
  });
});

describe('too many failed tries', () => {
  let rig: PeopleRig;
  beforeAll(async () => {
    rig = await openPeople();
    for (const name of ['a', 'b', 'c', 'd']) await rig.here.people.createUser(newUser(`${name}@demo`));
  });
  afterAll(() => rig.close());

  const fail = (email: string, ip: string, process = rig.here): Promise<unknown> =>
    process.signIns.signIn(email, 'wrong', ip).then(
      () => 'in',
      (error: Error) => error,
    );

  it('after ten the address is closed for that place, in every process, and says how long', async () => {
    for (let i = 0; i < 10; i += 1) expect(await fail('a@demo', '10.1.0.1')).toBeInstanceOf(WrongCredentials);
    const refused = await fail('a@demo', '10.1.0.1', rig.there);
    expect(refused).toBeInstanceOf(TooManyTries);
    const wait = Number((refused as TooManyTries).headers['retry-after']);
    expect(wait).toBeGreaterThan(840);
    expect(wait).toBeLessThanOrEqual(900);
    // The right password does not help there, but from elsewhere, and others are not hindered.
    await expect(rig.here.signIns.signIn('A@demo', 'stepwise', '10.1.0.1')).rejects.toThrow(TooManyTries);
    await rig.here.signIns.signIn('a@demo', 'stepwise', '10.1.0.2');
    await rig.here.signIns.signIn('b@demo', 'stepwise', '10.1.0.1');
  });

  it('an unknown address is closed in the same way', async () => {
    for (let i = 0; i < 10; i += 1)
      expect(await fail('nobody@demo', '10.1.0.3')).toBeInstanceOf(WrongCredentials);
    expect(await fail('nobody@demo', '10.1.0.3')).toBeInstanceOf(TooManyTries);
  });

  it('a success sets the count back', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let i = 0; i < 9; i += 1)
        expect(await fail('b@demo', '10.1.0.4')).toBeInstanceOf(WrongCredentials);
      await rig.here.signIns.signIn('b@demo', 'stepwise', '10.1.0.4');
    }
  });

  it('forty at once get no more than ten tries', async () => {
    const results = await Promise.all(Array.from({ length: 40 }, () => fail('c@demo', '10.1.0.5')));
    expect(results.filter((r) => r instanceof WrongCredentials)).toHaveLength(10);
    expect(results.filter((r) => r instanceof TooManyTries)).toHaveLength(30);
  });

  it('any number of right ones at once, and in a row, are let in', async () => {
    const right = Array.from({ length: 40 }, () => rig.here.signIns.signIn('d@demo', 'stepwise', '10.1.0.6'));
    expect(await Promise.all(right)).toHaveLength(40);
    for (let i = 0; i < 80; i += 1) await rig.here.signIns.signIn('d@demo', 'stepwise', '10.1.0.6');
  });

  it('a place that tries many addresses is closed after a hundred', async () => {
    const results = await Promise.all(
      Array.from({ length: 120 }, (_, i) => fail(`guess${i}@demo`, '10.1.0.7')),
    );
    expect(results.filter((r) => r instanceof TooManyTries)).toHaveLength(20);
    expect(await fail('fresh-guess@demo', '10.1.0.7')).toBeInstanceOf(TooManyTries);
    expect(await fail('fresh-guess@demo', '10.1.0.8')).toBeInstanceOf(WrongCredentials);
  });
});
