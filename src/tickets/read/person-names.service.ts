import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Database } from '../../database/database.service.js';

/** For how long a name that was changed by another process may be shown as it was. */
const FRESH_MS = 30_000;

/** The names of the people that tickets speak of. All are kept, because answers of the hot way cannot wait for them. */
@Injectable()
export class PersonNames implements OnApplicationBootstrap {
  private names = new Map<string, string>();
  private readAt = -Infinity;
  private reading: Promise<void> | null = null;
  /** Ids that belong to nobody; asking again would not help. */
  private readonly nobodies = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // A start without a database is for others to judge; names are read again when they are needed.
    await this.read().catch(() => undefined);
  }

  /** Waits until the names of these people are known, as far as they exist. */
  async know(ids: Iterable<string | null>): Promise<void> {
    const wanted = [...ids].filter((id) => id !== null);
    const missing = (): string[] => wanted.filter((id) => !this.names.has(id) && !this.nobodies.has(id));
    // A reading that was under way may have begun before the person was there.
    if (missing().length > 0) await this.read();
    if (missing().length > 0) await this.read();
    for (const id of missing()) this.nobodies.add(id);
  }

  /** Null for somebody who is not known yet, or nobody; then, and when what is known is old, it is read again. */
  nameOf(id: string | null): string | null {
    if (id === null) return null;
    const name = this.names.get(id) ?? null;
    if (this.nobodies.has(id)) return null;
    if (name === null || Math.abs(this.clock.now() - this.readAt) > FRESH_MS)
      this.read().catch(() => undefined);
    return name;
  }

  private read(): Promise<void> {
    this.reading ??= this.readNow().finally(() => {
      this.reading = null;
    });
    return this.reading;
  }

  private async readNow(): Promise<void> {
    const readAt = this.clock.now();
    const rows = await this.database.query<{ id: string; name: string }>(
      'tickets-names',
      'select id::text as id, name from users',
      [],
    );
    this.names = new Map(rows.map(({ id, name }) => [id, name]));
    this.readAt = readAt;
  }
}
