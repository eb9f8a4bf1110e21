import type { LanePlace } from '../jobs.js';

/** What a process sees of a lane is looked at again after so long, so it is never older than half a second (ms). */
const FRESH_MS = 100;
const STALE_MS = 250;
/** So many jobs at the front of a lane are looked at, besides those that are being dealt with. */
const FRONT = 128;
/** With fewer left in sight the next look begins before they run out. */
const LOW = 48;

/** A visit that somebody in this process is just claiming. */
export interface HandedPlace extends LanePlace {
  /** It was claimed, or does not wait any more: nobody is to see it again. */
  drop(): void;
  /** It waits on, at its place. */
  putBack(): void;
}

interface Glance {
  /** Those that were being removed before it began are gone for certain. */
  removed: string[];
  /** Added by this process meanwhile: it may have missed them. */
  added: readonly LanePlace[];
  /** More were added than are told here. */
  isCut: boolean;
}

/**
 * What this process knows of the front of one lane: jobs as its queue has them, in their order, without those that this
 * process has dealt with. Nobody holds a job: two processes may hand out the same one, and the first claim written wins.
 */
export class LaneView {
  private places: LanePlace[] = [];
  private seenAt = Number.NEGATIVE_INFINITY;
  /** Nothing waits behind what was seen. */
  private isWhole = false;
  private readonly handed = new Set<string>();
  /** Dealt with, and still in the queue, as far as this process knows. */
  private readonly dropped = new Map<string, 'here' | 'removed'>();
  private looking: { glance: Glance; done: Promise<void> } | null = null;

  /** `look` answers the first jobs of the queue; `drop` hears of each job that is to leave it; `now` only ever grows (ms). */
  constructor(
    private readonly look: (count: number) => Promise<LanePlace[]>,
    private readonly drop: (place: LanePlace) => void,
    private readonly now: () => number,
  ) {}

  /** The first job that is nobody's yet and that `passes`; null when there is none, not even in a look that begins now. */
  async first(passes: (place: LanePlace) => boolean): Promise<HandedPlace | null> {
    const age = this.now() - this.seenAt;
    if (age > STALE_MS) await this.glance();
    else if (age > FRESH_MS) this.glanceAside();
    const place = this.find(passes) ?? (await this.findAnew(passes));
    if (place === undefined) return null;
    const { jobId } = place;
    this.handed.add(jobId);
    return {
      ...place,
      drop: () => {
        this.handed.delete(jobId);
        this.dropped.set(jobId, 'here');
        this.places = this.places.filter((one) => one.jobId !== jobId);
        this.drop(place);
      },
      putBack: () => this.handed.delete(jobId),
    };
  }

  /** This process has put jobs into the queue: they are seen at once. */
  add(places: readonly LanePlace[]): void {
    for (const { jobId } of places) this.dropped.delete(jobId);
    const front = frontOf(places);
    if (this.looking) this.looking.glance.added = [...this.looking.glance.added, ...front];
    for (const place of front) this.insert(place);
    if (front.length === places.length) return;
    this.isWhole = false;
    if (this.looking) this.looking.glance.isCut = true;
  }

  /** The jobs have left the queue. */
  forget(places: readonly LanePlace[]): void {
    for (const { jobId } of places) if (this.dropped.has(jobId)) this.dropped.set(jobId, 'removed');
  }

  private find(passes: (place: LanePlace) => boolean): LanePlace | undefined {
    let free = 0;
    let found: LanePlace | undefined;
    for (const place of this.places) {
      if (this.handed.has(place.jobId)) continue;
      free += 1;
      if (found === undefined && passes(place)) found = place;
      if (free >= LOW && found !== undefined) return found;
    }
    if (found !== undefined && !this.isWhole) this.glanceAside();
    return found;
  }

  private async findAnew(passes: (place: LanePlace) => boolean): Promise<LanePlace | undefined> {
    // A look that is under way may have begun too early.
    await this.looking?.done;
    await this.glance();
    return this.find(passes);
  }

  private glanceAside(): void {
    // Whoever has to look will hear of the fault.
    this.glance().catch(() => undefined);
  }

  private glance(): Promise<void> {
    if (this.looking) return this.looking.done;
    const removed = [...this.dropped].filter(([, state]) => state === 'removed').map(([id]) => id);
    const glance: Glance = { removed, added: [], isCut: false };
    const done = this.see(glance).finally(() => {
      this.looking = null;
    });
    this.looking = { glance, done };
    return done;
  }

  private async see(glance: Glance): Promise<void> {
    const at = this.now();
    const count = FRONT + this.handed.size + this.dropped.size;
    const places = await this.look(count);
    const { removed, added, isCut } = glance;
    for (const id of removed) if (this.dropped.get(id) === 'removed') this.dropped.delete(id);
    this.isWhole = places.length < count && !isCut;
    this.places = places.filter(({ jobId }) => !this.dropped.has(jobId));
    this.seenAt = at;
    for (const place of added) if (!this.dropped.has(place.jobId)) this.insert(place);
  }

  private insert(place: LanePlace): void {
    if (this.places.some(({ jobId }) => jobId === place.jobId)) return;
    const after = this.places.findIndex(({ dueMinute }) => dueMinute > place.dueMinute);
    if (after >= 0) this.places.splice(after, 0, place);
    else if (this.isWhole) this.places.push(place);
    // However many wait, what is held of a lane, and gone through for each claim, has an end.
    const most = 2 * FRONT + this.handed.size + this.dropped.size;
    if (this.places.length <= most) return;
    this.places.length = most;
    this.isWhole = false;
  }
}

/** The first of some places; all of them where they are few. */
function frontOf(places: readonly LanePlace[]): readonly LanePlace[] {
  if (places.length <= FRONT) return places;
  return [...places].sort((one, other) => one.dueMinute - other.dueMinute).slice(0, FRONT);
}
