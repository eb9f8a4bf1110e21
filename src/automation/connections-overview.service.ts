import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.service.js';
import { SopsService } from '../sops/sops.service.js';
import type { ConnectionCallsDto, ConnectionDto } from './connections.dto.js';
import { readFailure } from './connections-failures.js';
import { Connections } from './connections.service.js';
import { showUrl, usesOf, withoutSecrets } from './connections-use.js';
import type { ConnectionUse } from './connections-use.js';

const DAY_MS = 86_400_000;

interface CallsRow {
  name: string;
  calls: number;
  failed: number;
  underWay: number;
  lastAt: Date;
  lastFailed: boolean;
}
interface FailureRow {
  name: string;
  at: Date;
  code: string;
  message: string;
  ticketId: string;
}

const NO_CALLS: ConnectionCallsDto = {
  ...{ last24h: 0, failed: 0, underWay: 0 },
  ...{ lastAt: null, lastFailed: false, lastError: null },
};

/** The answer to a call is applied at the moment at which its effect is done. */
const RESULT = `left join history h on h.ticket_id = o.ticket_id and h.seq > o.seq and h.at = o.done_at
  and h.type = 'error.' || (o.payload->>'id')`;

const CALLS = `
  select o.payload->'request'->>'connection' as name, count(*)::int as calls, count(h.seq)::int as failed,
    (count(*) filter (where o.done_at is null))::int as "underWay", max(o.at) as "lastAt",
    coalesce((array_agg(h.seq is not null order by o.done_at desc, o.id desc) filter (where o.done_at is not null))[1],
      false) as "lastFailed"
  from outbox o ${RESULT}
  where o.kind = 'http' and o.at > $1 group by 1`;

const FAILURES = `
  select distinct on (1) o.payload->'request'->>'connection' as name, h.at, h.data->'error'->>'code' as code,
    h.data->'error'->>'message' as message, o.ticket_id::text as "ticketId"
  from outbox o ${RESULT}
  where o.kind = 'http' and o.at > $1 and h.seq is not null
  order by 1, h.at desc`;

/** What an administrator sees of connections. Secrets stay where they are. */
@Injectable()
export class ConnectionsOverview {
  constructor(
    private readonly database: Database,
    private readonly connections: Connections,
    private readonly sops: SopsService,
  ) {}

  /** All that are configured, and those that SOPs call although they are not; by name. */
  async list(now: number): Promise<ConnectionDto[]> {
    const [uses, calls] = await Promise.all([this.uses(), this.calls(now)]);
    const names = new Set([...this.connections.names(), ...uses.keys()]);
    return [...names].sort().map((name) => {
      const connection = this.connections.find(name);
      return {
        name,
        configured: connection !== null,
        baseUrl: connection === null ? null : showUrl(connection.baseUrl),
        timeoutMs: connection?.timeoutMs ?? null,
        allowPrivate: connection?.allowPrivate ?? false,
        methods: connection?.methods ?? null,
        paths: connection?.paths ?? null,
        headerNames: Object.keys(connection?.headers ?? {})
          .map((header) => header.toLowerCase())
          .sort(),
        usedBy: uses.get(name) ?? [],
        calls: calls.get(name) ?? NO_CALLS,
      };
    });
  }

  private async uses(): Promise<Map<string, ConnectionUse[]>> {
    const rows = await this.database.query<{ id: string; version: number }>(
      'connections-versions',
      `select sop_id as id, max(version) as version from sop_versions group by sop_id
       union select distinct sop_id, sop_version from tickets where status = 'open' order by 1, 2`,
    );
    const byName = new Map<string, ConnectionUse[]>();
    for (const { id, version } of rows) {
      for (const [name, use] of usesOf(await this.sops.compiled(id, version)))
        byName.set(name, [...(byName.get(name) ?? []), use]);
    }
    return byName;
  }

  private async calls(now: number): Promise<Map<string, ConnectionCallsDto>> {
    const since = [new Date(now - DAY_MS)];
    const [calls, failures] = await Promise.all([
      this.database.query<CallsRow>('connections-calls', CALLS, since),
      this.database.query<FailureRow>('connections-failures', FAILURES, since),
    ]);
    const last = new Map(failures.map((row) => [row.name, row]));
    return new Map(
      calls.map(({ name, calls: last24h, lastAt, ...counts }) => {
        const failure = last.get(name);
        const lastError = failure ? this.failureOf(failure) : null;
        return [name, { last24h, ...counts, lastAt: lastAt.toISOString(), lastError }];
      }),
    );
  }

  private failureOf({ name, at, code, message, ticketId }: FailureRow): ConnectionCallsDto['lastError'] {
    const connection = this.connections.find(name);
    const shown = connection === null ? message : withoutSecrets(message, connection);
    return { at: at.toISOString(), code, message: shown, ...readFailure(code, shown), ticketId };
  }
}
