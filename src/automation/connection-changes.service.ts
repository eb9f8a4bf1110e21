import { createHash } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { ConnectionConfig } from '../config-connections.js';
import { Config } from '../config.js';
import { Database } from '../database/database.service.js';

const SETTING = 'connections-seen';

/** A connection as it may be written down: of its headers the names only. */
type Seen = Omit<ConnectionConfig, 'headers'> & { headers: string[] };

/** Connections stand in the environment: what is other there than at the start before goes into the record. */
@Injectable()
export class ConnectionChanges implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly audit: Audit,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = Object.fromEntries(
      Object.entries(this.config.connections).map(([name, connection]) => [name, withoutSecrets(connection)]),
    );
    const { rowCount } = await this.database.pool.query(
      'select from settings where key = $1 and value = $2::jsonb',
      [SETTING, JSON.stringify(now)],
    );
    if (rowCount === 0) await this.database.together(() => this.note(now));
  }

  private async note(now: Record<string, Seen>): Promise<void> {
    // Several processes may start at once; the row makes them take turns.
    const [row] = await this.database.query<{ value: Record<string, Seen> }>(
      'connections-seen',
      `insert into settings as s (key, value) values ($1, '{}') on conflict (key) do update set value = s.value
       returning value`,
      [SETTING],
    );
    const before = row?.value ?? {};
    await this.database.query(
      'connections-see',
      'update settings set value = $2::jsonb where key = $1 returning 1',
      [SETTING, JSON.stringify(now)],
    );
    for (const name of [...new Set([...Object.keys(before), ...Object.keys(now)])].sort()) {
      if (sorted(before[name]) === sorted(now[name])) continue;
      await this.audit.write({
        actorKind: 'system',
        actorId: 'environment',
        act: 'connection.changed',
        outcome: 'done',
        about: { kind: 'connection', id: name },
        data: { before: before[name] ?? null, after: now[name] ?? null },
      });
    }
  }
}

function withoutSecrets({ headers, baseUrl, ...rest }: ConnectionConfig): Seen {
  // The rest of an address may be a secret too, as with hooks; whether it changed is seen.
  const { origin, pathname, search } = new URL(baseUrl);
  const digest = createHash('sha256').update(`${pathname}${search}`).digest('hex').slice(0, 12);
  return { ...rest, baseUrl: `${origin}/… (${digest})`, headers: Object.keys(headers ?? {}).sort() };
}

/** Two that say the same are the same text, whatever order PostgreSQL keeps their keys in. */
function sorted(connection: Seen | undefined): string {
  return JSON.stringify(Object.entries(connection ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
