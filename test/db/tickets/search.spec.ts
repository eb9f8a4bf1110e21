import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../../src/people/common/model.js';
import type { Applied, Command } from '../../../src/tickets/model/model.js';
import { queryHits, queryTickets } from '../../../src/tickets/read/ticket-filter.js';
import { TicketLists } from '../../../src/tickets/read/ticket-lists.service.js';
import { SearchRefill } from '../../../src/tickets/search/search-refill.service.js';
import { START } from '../../support/small-world.js';
import { openDoorRoom } from './door-room.js';

const room = openDoorRoom();
const sql = (text: string, ...values: unknown[]) => room.w.database.pool.query(text, values);
const refill = () => room.app.app.get(SearchRefill, { strict: false }).tick();

const find = async (q: string, person: Person = room.w.ann, limit = 50): Promise<string[]> => {
  const lists = room.app.app.get(TicketLists, { strict: false });
  return (await lists.tickets(person, { q, limit }, 'en')).items.map(({ id }) => id);
};
const open = async (reason: string, more: { subject?: string; name?: string; body?: string } = {}) => {
  const { ticket } = await room.w.tickets.open(
    {
      sop: 'small',
      subject: more.subject ?? 'A question',
      body: more.body,
      customer: { id: 'c9', name: more.name ?? 'Kim' },
      data: { reason },
    },
    { actor: { kind: 'customer', id: 'c9' }, now: START },
  );
  return ticket.id;
};
const say = (id: string, body: string, more: Partial<Command> = {}): Promise<Applied> =>
  room.w.act(room.w.ann, id, { type: 'message', from: 'agent', body, internal: false, ...more } as Command);
const claim = (id: string, visitNo = 1): Promise<Applied> =>
  room.w.act(room.w.ann, id, { type: 'claim', visitNo, userId: room.w.ann.id, leaseMs: 300_000 });

/** What is done while a transaction with this statement is open. */
const whileOpen = async (statement: string, id: string, act: () => Promise<void>): Promise<void> => {
  const client = await room.w.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(statement, [id]);
    await act();
    await client.query('commit');
  } finally {
    client.release();
  }
};

describe('a ticket is found', () => {
  it('by its subject, customer, data and messages, also by words of several of them', async () => {
    const id = await open('ORD-700111', {
      subject: 'Broken teapot',
      name: '欧阳小雪',
      body: '茶壶碎了，电话 139-7766-5544',
    });
    await claim(id);
    await say(id, 'We send a new lid', { internal: true });
    for (const q of [
      'teapot',
      '小雪',
      '700111',
      '7001',
      '茶壶碎了',
      '13977665544',
      'lid',
      'teapot 小雪 700111 lid',
    ])
      expect([q, await find(q)]).toEqual([q, [id]]);
    expect(await find('teapot saucer')).toEqual([]);
  });

  it('by data from the moment on at which it has them', async () => {
    const id = await open('hasty');
    await claim(id);
    expect(await find('424')).toEqual([]);
    await room.w.event(room.w.ann, id, 'APPROVE', { amount: 424.2 });
    expect(await find('424')).toEqual([id]);
  });

  it('by its number: alone with # , first without it, and of others no part of a page is lost', async () => {
    const [first] = [await open('a'), await open('b')];
    await sql('update tickets set id = 901560, version = version + 1 where id = $1', first);
    const others = [await open('call 901560'), await open('call 901560')];
    expect(await find('#901560')).toEqual(['901560']);
    expect(await find('＃９０１５６０ hasty')).toEqual([]);
    expect(await find('901560')).toEqual(['901560', ...[...others].reverse()]);
    const lists = room.app.app.get(TicketLists, { strict: false });
    const page = await lists.tickets(room.w.ann, { q: '901560', limit: 2 }, 'en');
    expect(page.items.map(({ id }) => id)).toEqual(['901560', others[1]]);
    const next = { q: '901560', limit: 2, cursor: page.nextCursor ?? '' };
    const rest = await lists.tickets(room.w.ann, next, 'en');
    expect(rest.items.map(({ id }) => id)).toEqual([others[0]]);
  });

  it('only by those who may see it', async () => {
    const id = await open('secret-handshake');
    expect(await find('handshake')).toEqual([id]);
    expect(await find(`#${id}`, room.w.lab)).toEqual([]);
    expect(await find(id, room.w.lab)).toEqual([]);
    expect(await find('handshake', room.w.lab)).toEqual([]);
  });

  it('each of two that are merged by its own words', async () => {
    const [child, target] = [await open('merge-child'), await open('merge-target')];
    const options = room.w.by(room.w.sue, START);
    await room.w.tickets.applyToPair(child, target, { type: 'merge', confirmed: true }, options);
    expect([await find('merge child'), await find('merge target')]).toEqual([[child], [target]]);
  });
});

describe('a question', () => {
  it('that is blank shows all, of signs only nothing, and has an end', async () => {
    await open('x');
    expect((await find('\u3000 \u200b')).length).toBeGreaterThan(0);
    expect(await find('？！')).toEqual([]);
    await expect(find('a b c d e f g h i j k l m')).rejects.toMatchObject({
      errors: [{ pointer: '/q', message: { en: 'must be at most 12 words' } }],
    });
  });
});

describe('what was erased', () => {
  it('is not found from that moment on, and the rest of the ticket still is', async () => {
    const id = await open('erase-me', { body: 'my card number is 99887766, 张无忌' });
    await claim(id);
    await say(id, 'thanks for the saxophone');
    expect(await find('99887766 saxophone')).toEqual([id]);
    await sql('select erase_message(id) from messages where ticket_id = $1 and seq = 1', id);
    expect(await find('9988')).toEqual([]);
    expect(await termsLike('9988')).toBe(0);
    expect(await refill()).toBe(1);
    expect([await find('9988'), await find('无忌'), await find('saxophone erase')]).toEqual([[], [], [id]]);
    expect(await refill()).toBe(0);
  });

  it('by hand in the ticket itself neither', async () => {
    const id = await open('by-hand', { subject: 'Zebra', name: 'Quentin' });
    expect(await find('zebra quentin')).toEqual([id]);
    await sql(
      `update tickets set subject = 'Horse', customer = jsonb_set(customer, '{name}', '"–"') where id = $1`,
      id,
    );
    expect([await find('zebra'), await find('quentin'), await termsLike('zebra')]).toEqual([[], [], 0]);
    await refill();
    expect([await find('horse hand'), await find('zebra')]).toEqual([[id], []]);
  });

  it('at this moment is waited for by whoever makes terms, and does not come back', async () => {
    const id = await open('race', { body: 'xylophone' });
    await sql('insert into search_stale values ($1)', id);
    await whileOpen('select erase_message(id) from messages where ticket_id = $1', id, async () => {
      expect(await refill()).toBe(0);
    });
    await refill();
    expect([await find('xylophone'), await find('race')]).toEqual([[], [id]]);
  });

  const termsLike = async (part: string): Promise<number> => {
    const { rows } = await sql(
      `select count(*)::int as count from search_terms where exists (select from unnest(terms) t where t like $1)`,
      `%${part}%`,
    );
    return (rows[0] as { count: number }).count;
  };
});

describe('tickets from before there were terms', () => {
  it('get them in pieces, each of which stands, and none twice', async () => {
    const ids = [await open('old-one', { body: 'trombone' }), await open('old-two')];
    await sql('delete from search_terms');
    await sql('insert into search_stale select id from tickets');
    expect(await find('trombone')).toEqual([]);
    await sql('insert into search_stale values (999999999)');
    const { rows } = await sql('select count(*)::int as count from tickets');
    expect(await refill()).toBe((rows[0] as { count: number }).count);
    expect([await find('trombone old'), await find('old two')]).toEqual([[ids[0]], [ids[1]]]);
    expect((await sql('select from search_stale')).rowCount).toBe(0);
  });

  it('and at work on one of them somebody is not held up, nor undone', async () => {
    const id = await open('busy', { body: 'cello' });
    await sql('insert into search_stale values ($1)', id);
    await whileOpen('select from tickets where id = $1 for update', id, async () => {
      expect(await refill()).toBe(0);
    });
    expect(await refill()).toBe(1);
    expect(await find('cello busy')).toEqual([id]);
  });
});

describe('a search among 60,000 messages', () => {
  it('reads no table from end to end, be the words rare or in every message', async () => {
    await sql(
      `insert into tickets select r.* from (select to_jsonb(t) as row from tickets t limit 1) one,
         generate_series(1000001, 1020000) n,
         jsonb_populate_record(null::tickets, row || jsonb_build_object('id', n)) r`,
    );
    await sql(
      `insert into search_terms
       select t.id, 10 + k, array['common', 'w' || t.id * 10 + k, 'm' || t.id % 50, 'k' || t.id % 8, case when t.id < 1004000 then 'early' end, '~11:' || (t.id >> 11), '~15:' || (t.id >> 15)]
       from tickets t, generate_series(1, 3) k where t.id > 1000000`,
    );
    await sql('vacuum analyze search_terms, tickets');
    for (const words of [
      ['w10047112'],
      ['w10047112', 'common'],
      ['common'],
      ['m7', 'common'],
      ['m7', 'nowhere'],
    ])
      expect([words, await tablesScanned(words)]).toEqual([words, []]);
    expect(await find('#1004711', room.w.sue)).toEqual(['1004711']);
  });

  it('lists them newest first, from page to page, also where few are new', async () => {
    const lists = room.app.app.get(TicketLists, { strict: false });
    for (const [q, which] of [
      ['m7', 'id % 50 = 7'],
      ['m7 common', 'id % 50 = 7'],
      // Of common words: hits of the first are cut off within one ticket's.
      ['early k3', 'id < 1004000 and id % 8 = 3'],
      ['early m7 common', 'id < 1004000 and id % 50 = 7'],
      ['early', 'id < 1004000'],
    ] as const) {
      const { rows } = await sql(`select id from tickets where id > 1000000 and ${which} order by id desc`);
      const found: string[] = [];
      for (let cursor: string | undefined; found.length < 500;) {
        const page = await lists.tickets(room.w.sue, { q, limit: 150, cursor }, 'en');
        found.push(...page.items.map(({ id }) => id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect([q, found]).toEqual([q, rows.slice(0, found.length).map((row) => (row as { id: string }).id)]);
      expect(found.length).toBeGreaterThanOrEqual(Math.min(rows.length, 500));
    }
    expect(await find('teapot', room.w.sue)).toHaveLength(1);
  });

  const tablesScanned = async (words: string[]): Promise<unknown[]> => {
    const ofHits = queryHits(words, { among: ['1000007', '1000057'] });
    const { rows: hits } = await sql(`explain (format json) ${ofHits.text}`, ...ofHits.values);
    const ofFew = queryHits(words, { most: 2_001 });
    // What stands in every row is found as soon in the table itself.
    const few = words.includes('common')
      ? []
      : await sql(`explain (format json) ${ofFew.text}`, ...ofFew.values);
    const wanted = { words: words.map((word) => [word]), numbers: [], maybeNumber: null };
    const query = queryTickets({ wanted, teams: null, limit: 50 });
    const { rows } = await sql(`explain (format json) ${query?.text ?? ''}`, ...(query?.values ?? []));
    const found: unknown[] = [];
    JSON.stringify([hits, few, rows], (_key, value: unknown) => {
      const node = value as { 'Node Type'?: string; 'Relation Name'?: string } | null;
      if (node?.['Node Type']?.includes('Seq Scan') === true) found.push(node['Relation Name']);
      return value;
    });
    return found;
  };
});
