import fc from '../../support/fast-check.js';
import type { WorldTicket, WorldVisit } from './world.js';
import { NOW } from './world.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const SINGLE = ['triage', 'approval', 'asking'] as const;

/** What a ticket does next: a stay in a step, or both regions of the fork side by side; 0 hours: passed through. */
const move = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ step: fc.constantFrom(...SINGLE), hours: fc.integer({ min: 0, max: 9 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ left: fc.integer({ min: 1, max: 9 }), right: fc.integer({ min: 1, max: 9 }) }),
  },
);
const journey = fc.record({
  moves: fc.array(move, { minLength: 1, maxLength: 6 }),
  /** The last stay goes on. */
  open: fc.boolean(),
  /** The ticket begins again after this many moves, an hour later. */
  again: fc.option(fc.integer({ min: 1, max: 5 })),
  age: fc.integer({ min: 20, max: 25 }),
});
type Journey = typeof journey extends fc.Arbitrary<infer T> ? T : never;
const EVENTS = ['after P3D', 'APPROVE', 'REJECT'] as const;

/** A ticket that went that way, and how it went from step to step, as those who sent it know. */
export class Walk {
  readonly visits: WorldVisit[] = [];
  readonly flows: string[] = [];
  private at: number;
  private before: WorldVisit[] = [];

  constructor(
    private readonly id: number,
    private readonly createdAt: number,
  ) {
    this.at = createdAt;
  }

  take({ moves, open, again }: Journey): WorldTicket {
    moves.forEach((one, index) => {
      if (index === again) this.beginAgain();
      const last = index === moves.length - 1;
      if ('step' in one) this.before = [this.stay(one.step, one.hours, last && open, this.before, [])];
      else this.before = this.fork(one.left, one.right, index);
    });
    this.endAll();
    return {
      id: this.id,
      sop: 'small',
      version: 1,
      team: 'desk',
      channel: 'chat',
      issue: '',
      createdAt: this.createdAt,
      firstResponseDueAt: this.createdAt + HOUR,
      events: [],
      visits: this.visits,
    };
  }

  private beginAgain(): void {
    this.endAll();
    this.before = [];
    this.at += HOUR;
  }

  private endAll(): void {
    for (const v of this.before) if (v.exitedAt !== null) this.flows.push(`${v.step} ${v.leftBy} null`);
  }

  /** The quicker region waits in its end until both are done; then the next step follows the two that ended. */
  private fork(left: number, right: number, seq: number): WorldVisit[] {
    const { at, before } = this;
    const regionOf = (region: string) => [{ fork: 'both', region, seq }];
    const ends = (['left', 'right'] as const).map((region) => {
      const hours = region === 'left' ? left : right;
      this.at = at;
      return this.stay(`both.${region}.work`, hours, false, before, regionOf(region));
    });
    const end = at + Math.max(left, right) * HOUR;
    const last = ends.map((v, i) => {
      if (v.exitedAt === end) return v;
      const region = i === 0 ? 'left' : 'right';
      this.at = v.exitedAt ?? end;
      const hours = (end - this.at) / HOUR;
      return this.stay(`both.${region}.done`, hours, false, [v], regionOf(region));
    });
    this.at = end;
    return last;
  }

  private stay(
    step: string,
    hours: number,
    open: boolean,
    before: WorldVisit[],
    regions: WorldVisit['regions'],
  ): WorldVisit {
    for (const v of before) this.flows.push(`${v.step} ${v.leftBy} ${step}`);
    if (before.length === 0)
      this.flows.push(`null ${this.at === this.createdAt ? 'opened' : 'reopened'} ${step}`);
    const no = this.visits.length + 1;
    const visit: WorldVisit = {
      no,
      step,
      kind: step.endsWith('done') ? 'joined' : step === 'asking' ? 'waits-for-customer' : 'human',
      enteredAt: this.at,
      exitedAt: open ? null : this.at + hours * HOUR,
      leftBy: EVENTS[no % EVENTS.length] ?? 'APPROVE',
      parts: { queue: hours * HOUR, touch: 0, customer: 0, external: 0, offShift: 0, join: 0 },
      team: 'desk',
      slaDueAt: null,
      slaBreached: false,
      escalated: false,
      failed: false,
      policy: false,
      regions,
    };
    this.visits.push(visit);
    this.at += hours * HOUR;
    return visit;
  }
}

/** Up to twelve tickets that went from step to step, and how. */
export const walks: fc.Arbitrary<{ world: WorldTicket[]; flows: string[] }> = fc
  .array(journey, { minLength: 1, maxLength: 12 })
  .map((journeys) => {
    const all = journeys.map((one, i) => ({ one, walk: new Walk(i + 1, NOW - one.age * DAY) }));
    const world = all.map(({ one, walk }) => walk.take(one));
    return { world, flows: all.flatMap(({ walk }) => walk.flows) };
  });
