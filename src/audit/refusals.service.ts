import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock.js';
import type { AuditEntry } from './acts.js';
import { Audit } from './audit.service.js';

/** Of what is the same there is one row in this time; the next one says how many there were. */
const ONCE_IN_MS = 60_000;
/** So many different things one person, or one address, has rows for at a time; the rest are counted together. */
const MOST_PER_SOURCE = 20;
/** So many are kept apart in all; strangers with many addresses are counted together. */
const MOST = 5_000;
const LOOK_MS = 15_000;

interface Tally {
  source: string;
  /** As it is written when there were more. */
  entry: AuditEntry;
  since: number;
  count: number;
}

/**
 * What was refused goes into the record, but never floods it: the first is written at once, those that are the same
 * within a minute are counted and become one row. Who guesses passwords, or walks through tickets of others, leaves a
 * row for each account or ticket until there are too many, then one with their number.
 */
@Injectable()
export class Refusals implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Refusals');
  private readonly tallies = new Map<string, Tally>();
  private readonly perSource = new Map<string, number>();
  private looking: NodeJS.Timeout | undefined;
  private lookedAt = 0;

  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const look = (): void => void this.writeCounted(this.clock.now());
    this.looking = setInterval(look, LOOK_MS).unref();
  }

  /** Resolves when it stands, or is counted. */
  async note(entry: AuditEntry): Promise<void> {
    const now = this.clock.now();
    // Whoever is refused does not wait for the rows of others.
    if (Math.abs(now - this.lookedAt) >= 1_000) void this.writeCounted(now);
    const { key, source, kept } = this.placeOf(entry);
    const tally = this.tallies.get(key);
    if (tally !== undefined) {
      tally.count += 1;
      return;
    }
    this.tallies.set(key, { source, entry: kept, since: now, count: 0 });
    this.perSource.set(source, (this.perSource.get(source) ?? 0) + 1);
    await this.audit.note(kept);
  }

  /** Writes what was counted in minutes that are over. Never throws: what cannot be written stays counted. */
  async writeCounted(now: number): Promise<void> {
    this.lookedAt = now;
    const over = [...this.tallies].filter(([, { since }]) => Math.abs(now - since) >= ONCE_IN_MS);
    await this.write(over, now);
  }

  /** What was counted is not lost with the process. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.looking);
    await this.write([...this.tallies], this.clock.now());
  }

  private async write(over: [string, Tally][], now: number): Promise<void> {
    await Promise.all(
      over.map(async ([key, tally]) => {
        const { entry, since, count, source } = tally;
        if (count === 0) {
          this.forget(key, source);
          return;
        }
        // The row of this minute; the next one comes after it.
        [tally.since, tally.count] = [now, 0];
        const data = { ...entry.data, count, since: new Date(since).toISOString() };
        try {
          await this.audit.note({ ...entry, data });
        } catch (error) {
          // They are counted until they stand.
          [tally.since, tally.count] = [since, tally.count + count];
          this.log.error(`Refusals that were counted could not be written: ${String(error)}`);
        }
      }),
    );
  }

  private forget(key: string, source: string): void {
    this.tallies.delete(key);
    const left = (this.perSource.get(source) ?? 1) - 1;
    if (left > 0) this.perSource.set(source, left);
    else this.perSource.delete(source);
  }

  /** Under what it is counted, and what a row for it can still say. */
  private placeOf(entry: AuditEntry): { key: string; source: string; kept: AuditEntry } {
    const { act, actorId, about, tickets, data, personal } = entry;
    const source = actorId ?? personal?.['address'] ?? 'nowhere';
    const what = JSON.stringify([act, about, tickets, personal?.['email'], data?.['problem']]);
    const key = `${source} ${what}`;
    if (this.tallies.has(key)) return { key, source, kept: entry };
    if (this.tallies.size >= MOST) {
      const kept = { ...entry, actorId: null, actorKind: 'anonymous' as const, personal: undefined };
      return { key: `* ${act}`, source: '*', kept: withoutDetail(kept) };
    }
    if ((this.perSource.get(source) ?? 0) < MOST_PER_SOURCE) return { key, source, kept: entry };
    return { key: `${source} ${act}`, source, kept: withoutDetail(entry) };
  }
}

/** A row that stands for many different ones. */
function withoutDetail(entry: AuditEntry): AuditEntry {
  const { address } = entry.personal ?? {};
  return {
    ...entry,
    about: undefined,
    tickets: undefined,
    data: { ...entry.data, various: true },
    personal: address === undefined ? undefined : { address },
  };
}
