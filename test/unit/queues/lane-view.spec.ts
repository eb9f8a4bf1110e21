import { describe, expect, it } from '@jest/globals';
import { lanePlace, readLanePlace } from '../../../src/queues/jobs.js';
import type { LanePlace } from '../../../src/queues/jobs.js';
import { LaneView } from '../../../src/queues/lanes/lane-view.js';
import type { HandedPlace } from '../../../src/queues/lanes/lane-view.js';
import fc from '../../support/fast-check.js';

const DAY = Date.UTC(2026, 10, 16);
const place = (ticketId: number, minute: number): LanePlace =>
  lanePlace({ ticketId: String(ticketId), visitNo: 1, dueAt: DAY + minute * 60_000 });
const idOf = (handed: LanePlace | null): string | undefined => handed?.ticketId;

/** The queue of one lane, as many processes share it, and a clock that they share too. */
class Queue {
  jobs: LanePlace[] = [];
  looks = 0;
  now = 0;

  put(...places: LanePlace[]): void {
    for (const one of places) if (!this.jobs.some(({ jobId }) => jobId === one.jobId)) this.jobs.push(one);
    this.jobs = this.jobs.toSorted((a, b) => a.dueMinute - b.dueMinute);
  }

  remove(places: readonly LanePlace[]): void {
    this.jobs = this.jobs.filter(({ jobId }) => !places.some((one) => one.jobId === jobId));
  }

  /** One process' view of it; what it drops leaves the queue when `sweep` is called. */
  view(): { view: LaneView; sweep: () => void } {
    let dropped: LanePlace[] = [];
    const view = new LaneView(
      (count) => {
        this.looks += 1;
        return Promise.resolve(this.jobs.slice(0, count));
      },
      (one) => dropped.push(one),
      () => this.now,
    );
    const sweep = (): void => {
      this.remove(dropped);
      view.forget(dropped);
      dropped = [];
    };
    return { view, sweep };
  }
}

const any = (): boolean => true;

describe('the id of a job in a lane', () => {
  it('says its place, and nothing else is one', () => {
    const one = place(42, 7);
    expect(readLanePlace(one.jobId)).toEqual(one);
    for (const id of ['', '42', 'effect-1', 'visit-1-2', 'visit-1-2-3-4', 'visit-x-1-2', 'visit-1-1--2'])
      expect(readLanePlace(id)).toBeNull();
  });
});

describe('what a process sees of a lane', () => {
  it('is not read again for each visit that is handed out', async () => {
    const queue = new Queue();
    queue.put(...Array.from({ length: 100 }, (_, n) => place(n, n)));
    const { view } = queue.view();
    const got = [];
    for (let n = 0; n < 50; n++) got.push(idOf(await view.first(any)));
    expect(got).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
    expect(queue.looks).toBe(1);
  });

  it('has an end, however many are put into it at once, and hides nobody behind that', async () => {
    const queue = new Queue();
    const { view, sweep } = queue.view();
    expect(await view.first(any)).toBeNull();
    const many = Array.from({ length: 200_000 }, (_, n) => place(n, 200_000 - n));
    queue.jobs = many.toReversed();
    // Each into its place in a line without an end would take longer than a test may.
    view.add(many);
    const got = [];
    for (let n = 0; n < 700; n++) {
      const handed = await view.first(any);
      got.push(idOf(handed));
      handed?.drop();
      if (n % 100 === 99) sweep();
    }
    expect(got).toEqual(Array.from({ length: 700 }, (_, n) => String(199_999 - n)));
  });

  it('shows what was put in while it looked, but not what was claimed by then', async () => {
    const queue = new Queue();
    const { view } = queue.view();
    await view.first(any);
    queue.now = 1_000;
    const looking = view.first(any);
    const [one, other] = [place(1, 1), place(2, 2)];
    queue.put(one, other);
    view.add([one, other]);
    const first = await looking;
    first?.drop();
    expect([idOf(first), idOf(await view.first(any))]).toEqual(['1', '2']);
  });

  it('is at most a quarter of a second old', async () => {
    const queue = new Queue();
    queue.put(place(1, 10), place(2, 20));
    const { view } = queue.view();
    (await view.first(any))?.putBack();
    // By another process.
    queue.put(place(3, 5));
    queue.now = 99;
    const soon = await view.first(any);
    expect(idOf(soon)).toBe('1');
    soon?.putBack();
    queue.now = 251;
    expect(idOf(await view.first(any))).toBe('3');
  });

  it('is refreshed aside while it is used', async () => {
    const queue = new Queue();
    queue.put(place(1, 10), place(2, 20));
    const { view } = queue.view();
    (await view.first(any))?.putBack();
    queue.put(place(3, 5));
    queue.now = 120;
    const first = await view.first(any);
    expect(idOf(first)).toBe('1');
    first?.putBack();
    expect(idOf(await view.first(any))).toBe('3');
  });

  it('holds what this process adds at once, at its place', async () => {
    const queue = new Queue();
    queue.put(place(1, 10), place(2, 20));
    const { view } = queue.view();
    (await view.first(any))?.putBack();
    for (const one of [place(3, 15), place(4, 5), place(5, 30)]) {
      queue.put(one);
      view.add([one]);
    }
    const got = [];
    for (let n = 0; n < 6; n++) got.push(idOf(await view.first(any)));
    expect(got).toEqual(['4', '1', '3', '2', '5', undefined]);
  });

  it('never misses what stands in the queue, however old it is', async () => {
    const queue = new Queue();
    const { view } = queue.view();
    expect(await view.first(any)).toBeNull();
    queue.put(place(1, 1));
    expect(idOf(await view.first(any))).toBe('1');
    // In the hand of somebody here.
    expect(await view.first(any)).toBeNull();
  });

  it('lasts until the front that was seen is used up, also when all of it is still being removed', async () => {
    const queue = new Queue();
    queue.put(...Array.from({ length: 1_000 }, (_, n) => place(n, n)));
    const { view, sweep } = queue.view();
    for (let n = 0; n < 1_000; n++) {
      const handed = await view.first(any);
      expect(idOf(handed)).toBe(String(n));
      handed?.drop();
      if (n % 400 === 399) sweep();
    }
    expect(await view.first(any)).toBeNull();
  });

  it('shows a visit again that came back under the same name while its job was being removed', async () => {
    const queue = new Queue();
    queue.put(place(1, 1));
    const { view, sweep } = queue.view();
    (await view.first(any))?.drop();
    expect(await view.first(any)).toBeNull();
    view.add([place(1, 1)]);
    const again = await view.first(any);
    expect(idOf(again)).toBe('1');
    again?.putBack();
    sweep();
    queue.put(place(1, 1));
    queue.now = 300;
    expect(idOf(await view.first(any))).toBe('1');
  });

  it('by any number of processes: all that waits is handed out in the end', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('put' as const), minute: fc.nat(60), here: fc.boolean() }),
      fc.record({ do: fc.constant('claim' as const), by: fc.nat(2), fails: fc.boolean() }),
      fc.record({ do: fc.constant('sweep' as const), by: fc.nat(2) }),
      fc.record({ do: fc.constant('pass' as const), ms: fc.nat(300) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const queue = new Queue();
        const processes = [queue.view(), queue.view(), queue.view()];
        const [first] = processes;
        const waiting = new Set<string>();
        let count = 0;
        const claim = ({ view }: { view: LaneView }, fails: boolean): Promise<HandedPlace | null> =>
          view.first(any).then((handed) => {
            if (handed && fails) handed.putBack();
            else if (handed) {
              waiting.delete(handed.ticketId);
              handed.drop();
            }
            return handed;
          });
        for (const one of steps) {
          if (one.do === 'put') {
            const added = place((count += 1), one.minute);
            waiting.add(added.ticketId);
            queue.put(added);
            if (one.here) first?.view.add([added]);
          } else if (one.do === 'pass') queue.now += one.ms;
          else if (one.do === 'sweep') processes[one.by]?.sweep();
          else {
            const process = processes[one.by];
            if (process) await claim(process, one.fails);
          }
        }
        // Whatever is left is found by one of them, without any time passing.
        const last = processes[2];
        for (let n = 0; last && n <= 2 * count; n++) await claim(last, false);
        expect([...waiting]).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
