import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check.js';
import {
  ACTS,
  actorOf,
  may,
  maySee,
  reachOf,
  rolesFor,
  seesOpenedBy,
} from '../../../src/people/access/access.js';
import type { Act } from '../../../src/people/access/access.js';
import type { Membership, Person, Role } from '../../../src/people/common/model.js';
import { ROLES } from '../../../src/people/common/model.js';

const somebody = (roles: Role[], teams: Membership[] = []): Person => ({
  id: '0b6f7a3e-3f0c-4f57-9f0a-0d3f0a1c2b3d',
  email: 'lin@shop.example',
  name: 'Lin',
  roles,
  skills: [],
  lang: 'en',
  teams,
});
const inTeam = (...teams: string[]): Membership[] => teams.map((team) => ({ team, tier: 1 }));
const acts = (role: Role): Act[] => ACTS.filter((act) => may(somebody([role]), act));

describe('who may do what', () => {
  it('the administrator may everything', () => {
    expect(acts('admin')).toEqual(ACTS);
  });

  it('an agent handles tickets and reads SOPs, and nothing else', () => {
    expect(acts('agent')).toEqual([
      'tickets.read',
      'tickets.open',
      'tickets.advance',
      'tickets.message',
      'tickets.escalate',
      'tickets.hand-back',
      'tickets.transfer',
      'tickets.reopen',
      'desk.next',
      'desk.hold',
      'desk.take',
      'sops.read',
      'teams.read',
      'skills.read',
      'profile.self',
    ]);
  });

  it('a lead may all that an agent may, and cancel, merge, prioritise, take over, and see the board, figures and people', () => {
    const more = acts('lead').filter((act) => !acts('agent').includes(act));
    expect(acts('agent').filter((act) => !acts('lead').includes(act))).toEqual([]);
    expect(more).toEqual([
      'tickets.cancel',
      'tickets.merge',
      'tickets.prioritise',
      'desk.take-over',
      'desk.board',
      'metrics.read',
      'metrics.steps',
      'people.read',
    ]);
  });

  it('a designer works on SOPs and sees no ticket', () => {
    expect(acts('designer').some((act) => act.startsWith('tickets.') || act.startsWith('desk.'))).toBe(false);
    expect(acts('designer')).toEqual(
      expect.arrayContaining(['sops.read', 'sops.check', 'sops.draft', 'sops.publish', 'metrics.steps']),
    );
  });

  it('a manager steers tickets but does not handle them', () => {
    expect(acts('manager').filter((act) => act.startsWith('tickets.'))).toEqual([
      'tickets.read',
      'tickets.prioritise',
    ]);
  });

  it('only the administrator manages people and connections, and reads the record', () => {
    const others = ROLES.filter((role) => role !== 'admin').flatMap(acts);
    const own = ACTS.filter((act) => !others.includes(act));
    expect(own).toEqual(['people.manage', 'connections.manage', 'audit.read']);
  });

  it('only the administrator manages people', () => {
    expect(rolesFor('people.manage')).toEqual(['admin']);
  });

  it('rolesFor names exactly those roles that may', () => {
    for (const act of ACTS) expect(rolesFor(act)).toEqual(ROLES.filter((role) => may(somebody([role]), act)));
  });

  it('somebody without a role may nothing, and further roles only add', () => {
    expect(ACTS.filter((act) => may(somebody([]), act))).toEqual([]);
    fc.assert(
      fc.property(fc.subarray([...ROLES]), fc.constantFrom(...ACTS), (roles, act) => {
        expect(may(somebody(roles), act)).toBe(roles.some((role) => may(somebody([role]), act)));
      }),
    );
  });
});

describe('who sees which ticket', () => {
  const ticket = {
    team: 'after-sales',
    openVisits: [{ team: 'quality' }, { team: 'warehouse' }],
    openedBy: { kind: 'customer', id: 'c1' },
  };

  it.each<[Role, string[], boolean]>([
    ['agent', ['after-sales'], true],
    ['agent', ['warehouse'], true],
    ['lead', ['quality', 'logistics'], true],
    ['agent', ['logistics'], false],
    ['lead', [], false],
    ['designer', ['after-sales'], false],
    ['manager', [], true],
    ['admin', [], true],
  ])('%s of %j: %s', (role, teams, seen) => {
    expect(maySee(somebody([role], inTeam(...teams)), ticket)).toBe(seen);
  });

  it('a team whose visit has ended sees the ticket no more', () => {
    expect(maySee(somebody(['agent'], inTeam('quality')), { ...ticket, openVisits: [] })).toBe(false);
  });

  it.each<[Role, boolean]>([
    ['agent', true],
    ['lead', true],
    ['designer', false],
  ])('%s who opened it goes on seeing it wherever it went: %s', (role, seen) => {
    const opener = somebody([role], inTeam('logistics'));
    expect(maySee(opener, { ...ticket, openedBy: { kind: 'agent', id: opener.id } })).toBe(seen);
    expect(seesOpenedBy(opener)).toBe(seen ? opener.id : null);
  });

  it('somebody with the same id who is no agent did not open it as this person', () => {
    const agent = somebody(['agent'], inTeam('logistics'));
    expect(maySee(agent, { ...ticket, openedBy: { kind: 'customer', id: agent.id } })).toBe(false);
    expect(maySee(agent, { ...ticket, openedBy: { kind: 'agent', id: 'another' } })).toBe(false);
  });

  it('nobody without a role sees anything', () => {
    expect(maySee(somebody([], inTeam('after-sales')), ticket)).toBe(false);
  });
});

describe('what somebody may do at desks', () => {
  it.each<[Role[], string[], string[], boolean]>([
    [['agent'], ['quality'], [], false],
    [['lead'], ['quality'], ['quality'], false],
    [['admin'], ['quality'], ['quality'], false],
    [['manager'], [], [], true],
    [['designer'], [], [], false],
    [['manager', 'agent'], ['quality'], [], true],
    [[], [], [], false],
  ])('%j in the team quality works for %j, leads %j, is a manager: %s', (roles, works, leads, isManager) => {
    const person = { ...somebody(roles, [{ team: 'quality', tier: 2 }]), skills: ['zh'] };
    expect(reachOf(person)).toEqual({
      userId: person.id,
      teams: works.map((team) => ({ team, tier: 2 })),
      skills: ['zh'],
      leads,
      isManager,
    });
  });

  it('an administrator in no team leads none', () => {
    expect(reachOf(somebody(['admin']))).toMatchObject({ teams: [], leads: [] });
  });
});

describe('a person as the actor of an event', () => {
  const lin = somebody(
    ['agent', 'lead'],
    [
      { team: 'after-sales', tier: 1 },
      { team: 'quality', tier: 3 },
    ],
  );

  it('acts with the tier in the team asked for, otherwise with the highest', () => {
    expect(actorOf(lin, 'after-sales')).toEqual({
      kind: 'agent',
      id: lin.id,
      name: 'Lin',
      roles: ['agent', 'lead'],
      tier: 1,
    });
    expect(actorOf(lin).tier).toBe(3);
  });

  it('has no tier in a team that is not theirs', () => {
    expect(actorOf(lin, 'logistics')).not.toHaveProperty('tier');
    expect(actorOf(somebody(['admin']))).not.toHaveProperty('tier');
  });
});
