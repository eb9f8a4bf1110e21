import type { JsonObject } from '../engine/common/model.js';
import type { OpenVisit, Ticket } from '../tickets/model/model.js';
import { notYours } from '../words/problem-kinds.js';
import { performAct } from './acts.js';
import type { Scene, Stage } from './scene.js';
import { Agenda, type Todo } from './agenda.js';
import type { Chance } from './chance.js';
import { isRefused } from './door.js';
import { planVisit, touchTime } from './plan-visit.js';
import { refundedBy } from './refundable.js';
import { whenAwake } from './rhythm.js';
import type { Colleague, Waiting } from './staff.js';
import type { Story } from './stories.js';

const MINUTE = 60_000;
const SECOND = 1_000;
const NOBODY: ReadonlySet<string> = new Set();

/**
 * One ticket of the demo world with everybody around it: what happens next is decided here and done through the
 * door. Cases know nothing of each other, so those that are due at the same time can run at the same time.
 */
export class Case implements Scene {
  ticket: Ticket | null = null;
  /** When its ticket was resolved (the last time); null while it is not. */
  endedAt: number | null = null;
  /** The answers of the intake form; a sequel begins with the same. */
  data: JsonObject | null = null;
  readonly taken = new Map<string, number>();
  private readonly agenda = new Agenda();
  /** Per visit, for whom (or what) its next act was planned. */
  private readonly planned = new Map<number, string>();
  /** Per visit, who was refused when they wanted to take it. */
  private readonly barred = new Map<number, Set<string>>();
  private clock = 0;

  constructor(
    readonly story: Story,
    readonly chance: Chance,
    readonly stage: Stage,
  ) {
    this.plan({ at: story.at, act: 'open' });
    if (story.patience !== Infinity) this.plan({ at: this.nudgeAfter(story.at, 1), act: 'nudge', nth: 1 });
    if (story.changesMind) this.plan({ at: story.at + chance.int(2, 15) * MINUTE, act: 'cancel' });
  }

  /** When something happens next; Infinity when nothing will. */
  get nextAt(): number {
    return this.next()?.at ?? Infinity;
  }

  /** Adds something to what is going to happen. */
  plan(todo: Todo): void {
    this.agenda.add(todo);
  }

  /** Lives until just before `end`. */
  async runUntil(end: number): Promise<void> {
    for (let todo = this.next(); todo !== null && todo.at < end; todo = this.next()) await this.perform(todo);
  }

  /** Opens the ticket: cases do this one after the other, so that numbers are given in order of time. */
  async open(): Promise<void> {
    const todo = this.next();
    if (todo?.act === 'open') await this.perform(todo);
  }

  /** The visits that wait for a person and that nobody is on the way to. */
  waiting(): Waiting[] {
    const { ticket } = this;
    if (ticket?.status !== 'open') return [];
    return ticket.openVisits
      .filter((v) => v.kind === 'human' && v.holder === null && !this.isPromised(v))
      .map(({ no, team, tier, skills, dueAt, enteredAt, since }) => ({
        index: this.story.index,
        visitNo: no,
        team,
        tier,
        skills,
        dueAt: dueAt ?? enteredAt,
        since,
        notFor: this.barred.get(no) ?? NOBODY,
      }));
  }

  /** Who holds something of the ticket or is on the way to it, one entry for each visit. */
  holders(): string[] {
    return (this.ticket?.openVisits ?? []).flatMap((v) => {
      const coming = this.planned.get(v.no)?.split(' ')[1];
      const busy = v.holder ?? coming;
      return busy === undefined ? [] : [busy];
    });
  }

  /** Somebody is going to take the visit at `at`. */
  promise(visitNo: number, person: Colleague, at: number): void {
    this.planned.set(visitNo, `claim ${person.id}`);
    this.plan({ act: 'claim', at, visitNo, person });
  }

  /** Hears of what was done to its ticket together with another one. */
  hear(ticket: Ticket, now: number): void {
    this.clock = Math.max(this.clock, now);
    this.settle(ticket, now);
  }

  private isPromised(visit: OpenVisit): boolean {
    return this.planned.get(visit.no)?.startsWith('claim ') ?? false;
  }

  private next(): Todo | null {
    const first = this.agenda.peek();
    let timer: Todo | null = null;
    for (const [id, { seq, dueAt }] of Object.entries(this.ticket?.state.timers ?? {}))
      if (timer === null || dueAt < timer.at) timer = { act: 'timer', at: dueAt, id, seq };
    return timer !== null && (first === null || timer.at <= first.at) ? timer : first;
  }

  private async perform(todo: Todo): Promise<void> {
    this.agenda.remove(todo);
    // Two things never happen to one ticket in the same millisecond.
    const now = Math.max(todo.at, this.clock + 1);
    this.clock = now;
    if (todo.act === 'claim') this.planned.delete(todo.visitNo);
    const after = await performAct(this, todo, now);
    if (after === null) return;
    if (!isRefused(after)) return this.settle(after, now);
    const { refused } = this.stage;
    const slug = `${todo.act} ${after.refused}`;
    refused.set(slug, (refused.get(slug) ?? 0) + 1);
    if (todo.act === 'claim' && after.refused.includes(notYours.slug))
      this.barred.set(todo.visitNo, new Set(this.barred.get(todo.visitNo)).add(todo.person.id));
    // A person tries once more a little later, by another way; the rest is dropped.
    if (todo.act === 'decide')
      this.plan({ ...todo, at: now + touchTime(todo.person, 'after-sales', this.chance) });
    if (todo.act === 'timer') throw new Error(`a due timer was refused: ${todo.id} ${after.refused}`);
  }

  /** What follows from the new state of the ticket: who works on what until when, who answers when. */
  private settle(ticket: Ticket, now: number): void {
    const before = this.ticket;
    this.ticket = ticket;
    for (const visit of ticket.openVisits) {
      const wanted = visit.holder === null ? visit.kind : `held ${visit.holder}`;
      const planned = this.planned.get(visit.no);
      if (planned === wanted || (visit.holder === null && this.isPromised(visit))) continue;
      this.planned.set(visit.no, wanted);
      for (const todo of planVisit(visit, ticket, this, now)) this.plan(todo);
    }
    for (const [id, seq] of Object.entries(ticket.state.calls))
      if (before?.state.calls[id] !== seq)
        this.plan({ act: 'call', at: now + Math.floor(this.chance.around(0.8, 0.5) * SECOND), id, seq });
    if (ticket.status === 'resolved' && before?.status !== 'resolved') this.end(ticket, now);
    if (ticket.status === 'open') this.endedAt = null;
  }

  private end(ticket: Ticket, now: number): void {
    this.endedAt = now;
    if (this.story.refunded !== null) this.story.refunded += refundedBy(ticket);
    this.agenda.drop((todo) => todo.act === 'nudge' || todo.act === 'cancel');
    if (this.chance.happens(0.3))
      this.plan({ act: 'thanks', at: Math.floor(now + this.chance.around(6, 1) * MINUTE) });
    const { comebackAfter } = this.story;
    if (comebackAfter !== null && ticket.reopenings === 0)
      this.plan({ act: 'comeback', at: whenAwake(this.chance, Math.floor(now + comebackAfter)) });
  }

  /** When the customer loses patience for the nth time: each time it takes three times as long. */
  private nudgeAfter(now: number, nth: number): number {
    return whenAwake(this.chance, Math.floor(now + this.story.patience * 3 ** (nth - 1) * MINUTE));
  }
}
