import type { Stage } from './scene.js';
import { Case } from './case.js';
import { Chance } from './chance.js';
import { whenAwake } from './rhythm.js';
import type { Waiting } from './staff.js';
import { planSequel, planStories, type Story } from './stories.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Cases live side by side for so long, then people look up and take the next ticket. */
const WINDOW = 2 * MINUTE;
/** A person who is free takes the next ticket within this time. */
const REACTION = 50_000;
/** People look into the lanes at least this often while something waits. */
const LOOK = 10 * MINUTE;
/** In the last hours the desk leaves a backlog for those who try the program. */
const HANDOVER = 3 * 60 * MINUTE;

export interface WorldPlan {
  seed: number;
  /** How many customers write; second tickets about the same issue come on top. */
  tickets: number;
  days: number;
  /** The end of the world, ms. */
  now: number;
}

/** A case and what of it concerns others, as of the last time it was looked at. */
interface Entry {
  one: Case;
  nextAt: number;
  waiting: Waiting[];
  holders: string[];
  /** Its sequels that depend on how it went have been planned. */
  followed: { twin: boolean; repeat: boolean; merge: boolean };
}

/**
 * The last days of a shop as a discrete-event simulation. Time goes by in windows of two minutes: within one, the cases
 * that are due live side by side (each with chance of its own), at its end people who are free take what is due
 * first. Nothing depends on which of the cases is quicker in real time, so the same plan gives the same world.
 */
export class World {
  /** By index, in the order in which they were planned. */
  private readonly entries = new Map<number, Entry>();
  /** Those in which something is open or still to come. */
  private readonly live = new Set<Entry>();
  private readonly desk: Chance;
  private readonly begin: number;
  private merges: { at: number; twin: Entry; into: Entry }[] = [];
  private opened = 0;

  constructor(
    private readonly plan: WorldPlan,
    private readonly stage: Stage,
  ) {
    const { seed, tickets, days, now } = plan;
    this.desk = new Chance(seed, 'desk');
    this.begin = now - days * DAY;
    for (const story of planStories(seed, tickets, this.begin, now, this.backlog)) this.add(story);
  }

  /** How many waiting visits are left for those who try the program. */
  private get backlog(): number {
    return Math.min(45, Math.ceil(this.plan.tickets / 20));
  }

  /** Lives through all of it; `report` hears how far the time is (0 to 1) and how many tickets were opened. */
  async run(report: (share: number, opened: number) => void): Promise<void> {
    const { now } = this.plan;
    for (let from = this.soonest(); from < now;) {
      const end = Math.min(now, (Math.floor(from / WINDOW) + 1) * WINDOW);
      this.stage.door.tellTime(end);
      for (const entry of await this.liveUntil(end)) this.follow(entry, end);
      await this.merge(end);
      const waiting = [...this.live].flatMap((entry) => entry.waiting);
      const left = waiting.length - this.assign(end, waiting);
      report((end - this.begin) / (now - this.begin), this.opened);
      const look = left > 0 ? (Math.floor(end / LOOK) + 1) * LOOK : Infinity;
      from = Math.max(end, Math.min(this.soonest(), look));
    }
    report(1, this.opened);
  }

  private add(story: Story, parent?: Entry): Entry {
    const one = new Case(story, new Chance(this.plan.seed, `case ${String(story.index)}`), this.stage);
    if (parent !== undefined) one.data = parent.one.data;
    const followed = { twin: false, repeat: false, merge: false };
    const entry = { one, nextAt: one.nextAt, waiting: [], holders: [], followed };
    this.entries.set(story.index, entry);
    this.live.add(entry);
    return entry;
  }

  private soonest(): number {
    let soonest = Infinity;
    for (const { nextAt } of this.live) if (nextAt < soonest) soonest = nextAt;
    return soonest;
  }

  /**
   * The cases that were due. New tickets are opened one after the other, so that numbers follow time; those about one
   * order take turns, because they share what is left of its payment.
   */
  private async liveUntil(end: number): Promise<Entry[]> {
    const due = [...this.live].filter((entry) => entry.nextAt < end);
    const fresh = due.filter(({ one }) => one.ticket === null).sort((a, b) => a.nextAt - b.nextAt);
    const opened = (async () => {
      for (const { one } of fresh) await one.open();
    })();
    this.opened += fresh.length;
    const byOrder = new Map<string, Case[]>();
    for (const { one } of due) {
      const { id } = one.story.order;
      byOrder.set(id, [...(byOrder.get(id) ?? []), one]);
    }
    const runAll = async (cases: Case[]): Promise<void> => {
      for (const one of cases) {
        if (one.ticket === null) await opened;
        await one.runUntil(end);
      }
    };
    await Promise.all([opened, ...[...byOrder.values()].map(runAll)]);
    return due;
  }

  /** Notes what became of a case, and plans what comes of that. */
  private follow(entry: Entry, end: number): void {
    this.refresh(entry, end);
    const { one, followed } = entry;
    const { story, ticket, endedAt } = one;
    if (ticket === null) return;
    if (story.twinAfter !== null && !followed.twin) {
      followed.twin = true;
      this.addSequel(entry, 'twin', Math.max(end, Math.floor(story.at + story.twinAfter)));
    }
    if (story.repeatAfter !== null && endedAt !== null && !followed.repeat) {
      followed.repeat = true;
      const at = whenAwake(this.desk, Math.floor(endedAt + story.repeatAfter));
      this.addSequel(entry, 'repeat', Math.max(end, at));
    }
    const first = story.twinOf === null ? undefined : this.entries.get(story.twinOf);
    if (first === undefined) return;
    if (!followed.merge) {
      followed.merge = true;
      this.merges.push({ at: end + this.desk.int(4, 25) * MINUTE, twin: entry, into: first });
    }
  }

  private addSequel(entry: Entry, kind: 'twin' | 'repeat', at: number): void {
    if (at < this.plan.now) this.add(planSequel(entry.one.story, this.entries.size, at, kind), entry);
  }

  /**
   * A lead merges a second ticket into the first while both are open and nobody works on the second; at night it waits
   * for the morning. Both change at once, so it happens between two windows, when no case lives.
   */
  private async merge(end: number): Promise<void> {
    const due = this.merges.filter((merge) => merge.at < end);
    this.merges = this.merges.filter((merge) => merge.at >= end);
    for (const { twin, into } of due) {
      const [child, target] = [twin.one.ticket, into.one.ticket];
      if (target?.status !== 'open' || child?.status !== 'open') continue;
      if (child.openVisits.some((visit) => visit.holder !== null)) continue;
      const person = this.stage.staff.onDuty('after-sales', 3, end, this.desk);
      const merged = person && (await this.stage.door.merge(child.id, target.id, person, end));
      // Nobody is there, or another system is just being asked: later.
      if (merged === null) {
        this.merges.push({ at: end + 30 * MINUTE, twin, into });
        continue;
      }
      const [after, onto] = merged;
      twin.one.hear(after, end);
      into.one.hear(onto, end);
      this.refresh(twin, end);
      this.refresh(into, end);
    }
  }

  /** Gives waiting visits to people who are free; how many. */
  private assign(end: number, waiting: readonly Waiting[]): number {
    const keep = end > this.plan.now - HANDOVER ? this.backlog : 0;
    const assigned = this.stage.staff.assign(end, REACTION, waiting, keep, this.desk);
    for (const { waiting: visit, person, at } of assigned) {
      const entry = this.entries.get(visit.index);
      if (entry === undefined) continue;
      entry.one.promise(visit.visitNo, person, at);
      this.refresh(entry, end);
    }
    return assigned.length;
  }

  private refresh(entry: Entry, at: number): void {
    const { one } = entry;
    const holders = one.holders();
    for (const id of entry.holders) this.stage.staff.changeHolds(id, -1, at);
    for (const id of holders) this.stage.staff.changeHolds(id, 1, at);
    entry.holders = holders;
    entry.waiting = one.waiting();
    entry.nextAt = one.nextAt;
    if (entry.nextAt === Infinity && entry.waiting.length === 0 && one.ticket?.status !== 'open')
      this.live.delete(entry);
    else this.live.add(entry);
  }
}
