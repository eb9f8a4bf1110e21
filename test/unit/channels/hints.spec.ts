import { describe, expect, it } from '@jest/globals';
import { packHints, unpackHints } from '../../../src/channels/live/hint-texts.js';
import { eventsFor, hintOf, joinHints } from '../../../src/channels/live/hints.js';
import type { Hint, TicketHint } from '../../../src/channels/live/hints.js';
import type { Person, Role } from '../../../src/people/common/model.js';
import type { OpenVisit, Ticket } from '../../../src/tickets/model/model.js';

const person = (roles: Role[], teams: string[], tier = 1, skills: string[] = []): Person => ({
  id: `${roles.join()} of ${teams.join()}`,
  email: 'x@test',
  name: 'X',
  roles,
  skills,
  lang: 'en',
  teams: teams.map((team) => ({ team, tier })),
});
const visit = (more: Partial<OpenVisit> = {}): OpenVisit =>
  ({
    no: 1,
    step: 'a',
    kind: 'human',
    team: 'desk',
    tier: 1,
    skills: [],
    holder: null,
    dueAt: 100,
    ...more,
  }) as OpenVisit;
const ticket = (more: Partial<Ticket> = {}): Ticket =>
  ({
    id: '7',
    version: 1,
    team: 'desk',
    status: 'open',
    assignee: null,
    updatedAt: 1_000,
    openedBy: { kind: 'customer', id: 'c1', name: 'Kim' },
    openVisits: [visit()],
    sla: { resolveDueAt: 500 },
    ...more,
  }) as Ticket;
const names = (who: Person, ...hints: Hint[]): string[] => eventsFor(who, hints).map(({ event }) => event);

describe('what a change is to others', () => {
  it('a new ticket changes the lane in which it waits', () => {
    expect(hintOf(null, ticket())).toEqual({
      kind: 'ticket',
      id: '7',
      version: 1,
      team: 'desk',
      status: 'open',
      assignee: null,
      at: 1_000,
      openedBy: { kind: 'customer', id: 'c1' },
      seenBy: ['desk'],
      sawIt: [],
      lanes: [{ team: 'desk', tier: 1, skills: [] }],
      people: [],
    });
  });

  it('a claim changes the lane and what its holder has, a note neither', () => {
    const taken = ticket({ version: 2, openVisits: [visit({ holder: 'ann' })] });
    expect(hintOf(ticket(), taken)).toMatchObject({ lanes: [{ team: 'desk' }], people: ['ann'] });
    expect(hintOf(taken, { ...taken, version: 3 })).toMatchObject({ lanes: [], people: [] });
  });

  it('a take-over concerns the one who lost it and the one who has it', () => {
    const before = ticket({ openVisits: [visit({ holder: 'ann' })] });
    const after = ticket({ version: 2, openVisits: [visit({ holder: 'ben' })] });
    expect(hintOf(before, after).people.sort()).toEqual(['ann', 'ben']);
  });

  it('another due time changes the lane, the end of a ticket too', () => {
    expect(hintOf(ticket(), ticket({ openVisits: [visit({ dueAt: 200 })] })).lanes).toHaveLength(2);
    expect(hintOf(ticket(), ticket({ status: 'resolved', openVisits: [] })).lanes).toHaveLength(1);
  });

  it('two hints of one ticket, in any order, are one with what is newest', () => {
    const first = hintOf(null, ticket());
    const second = hintOf(
      ticket(),
      ticket({ version: 2, team: 'lab', openVisits: [visit({ team: 'lab' })] }),
    );
    for (const joined of [joinHints(first, second), joinHints(second, first)]) {
      expect(joined).toMatchObject({ version: 2, seenBy: ['lab'], sawIt: ['desk'] });
      expect(joined.lanes).toHaveLength(3);
    }
  });
});

describe('who hears what', () => {
  const moved = hintOf(ticket(), ticket({ version: 2, team: 'lab', openVisits: [visit({ team: 'lab' })] }));

  it('those who see a ticket hear of it, those who saw it hear that it is gone, others nothing', () => {
    expect(names(person(['agent'], ['lab']), moved)).toEqual(['ticket', 'desk']);
    expect(names(person(['agent'], ['desk']), moved)).toEqual(['ticket-gone', 'desk']);
    const opener = person(['agent'], ['desk']);
    expect(names(opener, { ...moved, openedBy: { kind: 'agent', id: opener.id } })).toEqual([
      'ticket',
      'desk',
    ]);
    expect(names(person(['agent'], ['other']), moved)).toEqual([]);
    expect(names(person(['designer'], ['lab']), moved)).toEqual([]);
    expect(names(person(['manager'], []), moved)).toEqual(['ticket', 'desk']);
  });

  it('a lane beyond tier or skills is nothing to an agent, but to their lead', () => {
    const hint = hintOf(null, ticket({ openVisits: [visit({ tier: 2, skills: ['refunds'] })] }));
    expect(names(person(['agent'], ['desk'], 1, ['refunds']), hint)).toEqual(['ticket']);
    expect(names(person(['agent'], ['desk'], 2, []), hint)).toEqual(['ticket']);
    expect(names(person(['agent'], ['desk'], 2, ['refunds']), hint)).toEqual(['ticket', 'desk']);
    expect(names(person(['lead'], ['desk'], 1, []), hint)).toEqual(['ticket', 'desk']);
  });

  it('each thing once, and who came to work only to those who lead', () => {
    const hints: Hint[] = [
      hintOf(null, ticket()),
      hintOf(ticket(), ticket({ version: 2 })),
      { kind: 'people' },
      { kind: 'people' },
      { kind: 'sop', id: 'a', version: 1 },
      { kind: 'sop', id: 'a', version: 1 },
    ];
    expect(names(person(['agent'], ['desk']), ...hints)).toEqual(['ticket', 'desk', 'sops', 'people']);
    const came: Hint = { kind: 'presence', teams: ['desk'] };
    expect(names(person(['agent'], ['desk']), came)).toEqual([]);
    expect(names(person(['lead'], ['desk']), came)).toEqual(['desk']);
    expect(names(person(['lead'], ['lab']), came)).toEqual([]);
  });
});

describe('hints between processes', () => {
  const many = Array.from({ length: 500 }, (_, n): TicketHint => ({
    ...hintOf(null, ticket()),
    id: String(n),
  }));

  it('fit into notifications, and arrive whole and in order', () => {
    const texts = packHints('me', many);
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) expect(Buffer.byteLength(text)).toBeLessThan(8_000);
    expect(texts.flatMap((text) => unpackHints('you', text))).toEqual(many);
  });

  it('are not heard by the process that sent them', () => {
    expect(packHints('me', many).flatMap((text) => unpackHints('me', text))).toEqual([]);
    expect(unpackHints('me', '{"hints":[{"kind":"people"}]}')).toEqual([{ kind: 'people' }]);
  });

  it('one that is too large becomes a call to look again, and what is not ours is left alone', () => {
    const large = { ...hintOf(null, ticket()), people: Array.from({ length: 400 }, () => '客'.repeat(12)) };
    expect(packHints('me', [large]).flatMap((text) => unpackHints('you', text))).toEqual([
      { kind: 'resync' },
    ]);
    for (const text of ['', 'x', '{}', 'null', '{"hints":1}']) expect(unpackHints('me', text)).toEqual([]);
  });
});
