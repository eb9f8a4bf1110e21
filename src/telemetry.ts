/**
 * What the server tells about itself, as a contract: operators build searches, alerts and dashboards on these words and
 * names. A change here is a change of an interface.
 */

/** Log lines of the process. Facts stand in fixed places; nothing in them names a customer. */
export const logLines = {
  /** Once, when the server takes requests. */
  ready: (url: string, ms: number) => `Stepwise is ready at ${url} after ${ms} ms`,
  /** A request ended in an error of ours; the stack follows. The answer carries the same id. */
  requestFailed: (id: string, method: string, path: string) => `Request failed ${id} ${method} ${path}`,
  migrated: (names: string[]) => `Migrations applied: ${names.join(', ')}`,
  /** Hints between processes: the connection that carries them is gone, or is back. */
  liveAway: (reason: string) => `Live hints are not carried for now: ${reason}`,
  liveBack: () => 'Live hints are carried again',
  /** The PostgreSQL that is on board went although nobody stopped it (a full disk, a kill), and is back. */
  embeddedGone: () => 'The embedded PostgreSQL is gone; it is started again as soon as it can be',
  embeddedBack: () => 'The embedded PostgreSQL is back',
  backupWritten: (path: string, bytes: number, ms: number) =>
    `Backup written: ${path}, ${bytes} bytes after ${ms} ms`,
  backupUnrecorded: (reason: string) => `The backup stands, but not in the record of who did what: ${reason}`,
  backupFailed: (reason: string) => `Backup failed and will be tried again: ${reason}`,
  stopping: (signal: string) => `Stopping on ${signal}: no new work, what is under way is finished`,
  stopped: (ms: number) => `Stopped after ${ms} ms`,
  stopTookTooLong: (ms: number) => `Not everything ended within ${ms} ms; leaving`,
} as const;

/** Metrics at GET /metrics, beside the usual ones of the process. */
export const metricNames = {
  http: {
    name: 'stepwise_http_request_seconds',
    help: 'Time from a request to its answer, by method, route pattern and status',
  },
  waiting: { name: 'stepwise_waiting_visits', help: 'Visits that wait for a person now, by team and tier' },
  leases: { name: 'stepwise_leases', help: 'Visits that a person holds now' },
  outbox: { name: 'stepwise_outbox_unqueued', help: 'Effects that are not in a queue yet' },
  undone: { name: 'stepwise_outbox_undone', help: 'Effects that are not accounted for yet' },
  timers: { name: 'stepwise_timers_overdue', help: 'Timers past their time that have not fired' },
  backupAt: {
    name: 'stepwise_backup_succeeded_at_seconds',
    help: 'When the newest scheduled backup was made (Unix time); 0: never',
  },
  backupFailures: {
    name: 'stepwise_backup_failures',
    help: 'Scheduled backups that failed in a row since the last that did not',
  },
  database: { name: 'stepwise_database_connections', help: 'Connections of the pool, by state' },
} as const;
