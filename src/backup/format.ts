/**
 * A backup is a gzip file of lines: the header, then for each table its name and columns, its rows as PostgreSQL's
 * COPY writes them as text, and `\.`; at the end the numbers of rows and the SHA-256 of all that stands before.
 */
export const FORMAT = 'stepwise-backup';
export const FORMAT_VERSION = 1;
export const END_OF_ROWS = Buffer.from('\\.\n');

export interface AppliedMigration {
  name: string;
  checksum: string;
}

export interface BackupHeader {
  format: typeof FORMAT;
  version: number;
  /** When the snapshot was taken (ISO 8601). */
  at: string;
  /** Version of the server it came from; for people only, since rows as text fit every major version. */
  postgres: string;
  migrations: AppliedMigration[];
  /** Last number given out by each sequence. */
  sequences: Record<string, string>;
}

export interface TableLine {
  table: string;
  columns: string[];
}

export interface EndLine {
  end: true;
  /** Number of rows by table. */
  rows: Record<string, number>;
  sha256: string;
}

/** A name as SQL takes it, whatever it is made of. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The statement that copies a table out or in. */
export function copyOf({ table, columns }: TableLine, direction: 'to stdout' | 'from stdin'): string {
  return `copy ${quoteName(table)} (${columns.map(quoteName).join(', ')}) ${direction}`;
}
