/** Callers that are remembered at most; of more, those that asked least lately are forgotten. */
const MOST_KEYS = 20_000;
/** Part of what a minute allows that may come at once. */
const AT_ONCE = 1 / 3;
const MINUTE_MS = 60_000;

interface Bucket {
  left: number;
  at: number;
}

/** Token buckets: each caller has a store that a request takes from, and that fills up again by the minute. */
export class Buckets {
  private readonly all = new Map<string, Bucket>();
  private readonly size: number;
  private readonly perMs: number;

  constructor(perMinute: number) {
    this.size = Math.max(1, Math.floor(perMinute * AT_ONCE));
    this.perMs = perMinute / MINUTE_MS;
  }

  /** Takes one; 0, or the time in ms after which there is one again. A clock that went back fills nothing. */
  take(key: string, now: number): number {
    const bucket = this.all.get(key) ?? { left: this.size, at: now };
    bucket.left = Math.min(this.size, bucket.left + Math.max(0, now - bucket.at) * this.perMs);
    bucket.at = now;
    this.all.delete(key);
    this.all.set(key, bucket);
    if (this.all.size > MOST_KEYS) this.forgetOldest();
    if (bucket.left < 1) return Math.ceil((1 - bucket.left) / this.perMs);
    bucket.left -= 1;
    return 0;
  }

  private forgetOldest(): void {
    for (const key of this.all.keys()) {
      this.all.delete(key);
      return;
    }
  }
}
