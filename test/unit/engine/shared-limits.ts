import type { AdvanceInput, HttpCall, Reservation } from '../../../src/engine/index.js';

interface Use {
  request: string;
  reserves: Reservation[];
  state: 'reserved' | 'unknown' | 'done';
}

const REFUSED = ['http-4xx', 'unknown-connection', 'forbidden-address', 'limit-reached'];

/** The sums that tickets share, kept as the database keeps them: ordered calls reserve, refused ones give back. */
export class SharedLimits {
  private readonly used = new Map<string, number>();

  readonly read: NonNullable<AdvanceInput['limits']> = (limit, key) => this.used.get(`${limit} ${key}`) ?? 0;

  add({ limit, key, amount }: Reservation, times = 1): void {
    this.used.set(`${limit} ${key}`, this.read(limit, key) + times * amount);
  }
}

/** What the calls of one ticket have used up. */
export class TicketUses {
  private readonly uses = new Map<string, Use[]>();

  constructor(private readonly limits: SharedLimits) {}

  /** What does not fit; null when the call may be made, which is then accounted for. */
  order({ id, request, reserves }: HttpCall): Reservation | null {
    const uses = this.uses.get(id) ?? [];
    const again = uses.find((use) => use.state === 'unknown' && use.request === JSON.stringify(request));
    if (again) {
      again.state = 'reserved';
      return null;
    }
    const over = reserves.find((r) => this.limits.read(r.limit, r.key) + r.amount > r.most + 1e-9);
    if (over) return over;
    reserves.forEach((r) => this.limits.add(r));
    this.uses.set(id, [...uses, { request: JSON.stringify(request), reserves, state: 'reserved' }]);
    return null;
  }

  /** The call has come to an end: with an answer (`code` null), or an error. */
  settle(id: string, code: string | null): void {
    const use = this.uses.get(id)?.find(({ state }) => state === 'reserved');
    if (!use) return;
    use.state = code === null || REFUSED.includes(code) ? 'done' : 'unknown';
    if (code !== null && use.state === 'done') use.reserves.forEach((r) => this.limits.add(r, -1));
  }
}
