import { RowWriter, WRITERS, type WriteValue } from './row-writer.js';

/** A table's rows as PostgreSQL keeps them: the number of their type, and its columns in their order. */
export interface RowType {
  table: string;
  type: number;
  columns: readonly { name: string; type: number }[];
}

/**
 * What stands in the columns of a row, by their names: made of a `part` (a visit, a message) of what is written as
 * one (a command). Null and undefined are NULL; instants are ms since 1970. Columns that are not named are NULL.
 */
export type Columns<Part, Whole> = Readonly<Record<string, (part: Part, whole: Whole) => unknown>>;

/** What a row is made of. A part that is null makes a row that is NULL. */
export interface Source<Part, Whole> {
  part: Part;
  whole: Whole;
}

/** The program writes a column that the table does not have, or whose type it cannot send. */
export class UnknownColumn extends Error {
  override readonly name = 'UnknownColumn';
}

interface Field {
  type: number;
  write: WriteValue;
  /** Null: the column is left to the table. */
  value: ((part: never, whole: never) => unknown) | null;
}

/** Says how rows of a table become one parameter: an array of its row type, in PostgreSQL's binary form. */
export class RowArrays<Part, Whole> {
  private readonly fields: readonly Field[];
  /** What the last array took; the next one is probably as long. */
  private usual = 1_024;

  /** @throws UnknownColumn */
  constructor(
    private readonly rowType: RowType,
    columns: Columns<Part, Whole>,
  ) {
    const { table } = rowType;
    const missing = Object.keys(columns).find((name) => rowType.columns.every((one) => one.name !== name));
    if (missing !== undefined) throw new UnknownColumn(`The table ${table} has no column ${missing}.`);
    this.fields = rowType.columns.map(({ name, type }) => {
      const value = columns[name] ?? null;
      const write = WRITERS.get(type);
      if (value !== null && write === undefined)
        throw new UnknownColumn(
          `The column ${name} of ${table} is of a type that is not sent (${String(type)}).`,
        );
      return { type, value, write: write ?? refuse };
    });
  }

  /** @throws UnsendableValue for a value that its column cannot hold. */
  encode(rows: readonly Source<Part, Whole>[]): Buffer {
    const out = new RowWriter(this.usual);
    out.int32(rows.length === 0 ? 0 : 1);
    out.int32(0);
    out.int32(this.rowType.type);
    if (rows.length > 0) {
      out.int32(rows.length);
      out.int32(1);
    }
    for (const row of rows) this.encodeRow(out, row);
    this.usual = out.length + out.length / 4;
    return out.end();
  }

  private encodeRow(out: RowWriter, { part, whole }: Source<Part, Whole>): void {
    if (part === null) return out.int32(-1);
    const begin = out.open();
    out.int32(this.fields.length);
    for (const { type, write, value } of this.fields) {
      out.int32(type);
      const it = value?.(part as never, whole as never) ?? null;
      if (it === null) out.int32(-1);
      else write(out, it);
    }
    out.close(begin);
  }
}

function refuse(): never {
  throw new UnknownColumn('A column without a value is not written.');
}
