import { describe, expect, it } from '@jest/globals';
import type { Ticket } from '../../../../src/tickets/model/model.js';
import { RecentTickets } from '../../../../src/tickets/door/recent-tickets.js';

const ticket = (id: string, status: Ticket['status'] = 'open') => ({ id, status }) as Ticket;

describe('the tickets that a process remembers', () => {
  it('are the open ones that it wrote last', () => {
    const recent = new RecentTickets(2);
    for (const id of ['1', '2', '3']) recent.remember(ticket(id));
    expect(['1', '2', '3'].map((id) => recent.recall(id)?.id)).toEqual([undefined, '2', '3']);
    recent.remember(ticket('2'));
    recent.remember(ticket('4'));
    expect(['2', '3', '4'].map((id) => recent.recall(id)?.id)).toEqual(['2', undefined, '4']);
  });

  it('are forgotten when they end, and when they turn out to have moved on', () => {
    const recent = new RecentTickets(5);
    recent.remember(ticket('1'));
    recent.remember(ticket('1', 'resolved'));
    recent.remember(ticket('2'));
    recent.forget('2');
    expect([recent.recall('1'), recent.recall('2')]).toEqual([undefined, undefined]);
  });
});
