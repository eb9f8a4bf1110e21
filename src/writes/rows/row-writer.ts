/** Seconds between PostgreSQL's epoch (2000) and the one of `Date`, in ms. */
const EPOCH_MS = 946_684_800_000;
const INT_MAX = 2 ** 31 - 1;

/** A value that its column cannot hold. Nothing was sent. */
export class UnsendableValue extends Error {
  override readonly name = 'UnsendableValue';
  constructor(what: string, value: unknown) {
    super(`${what}: ${String(value).slice(0, 100)}`);
  }
}

/** Bytes of a binary parameter, in the order of the network. Grows as needed. */
export class RowWriter {
  private bytes: Buffer;
  private at = 0;

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(expected);
  }

  get length(): number {
    return this.at;
  }

  /** What was written. */
  end(): Buffer {
    return this.bytes.subarray(0, this.at);
  }

  int32(value: number): void {
    this.room(4);
    this.at = this.bytes.writeInt32BE(value, this.at);
  }

  /** Keeps the place of a length, which `close` fills in. */
  open(): number {
    this.int32(0);
    return this.at;
  }

  close(begin: number): void {
    this.bytes.writeInt32BE(this.at - begin, begin - 4);
  }

  int64(value: number): void {
    this.room(8);
    const high = Math.floor(value / 2 ** 32);
    this.at = this.bytes.writeInt32BE(high, this.at);
    this.at = this.bytes.writeUInt32BE(value - high * 2 ** 32, this.at);
  }

  bigint64(value: bigint): void {
    this.room(8);
    this.at = this.bytes.writeBigInt64BE(value, this.at);
  }

  byte(value: number): void {
    this.room(1);
    this.at = this.bytes.writeUInt8(value, this.at);
  }

  hex(digits: string): void {
    this.room(digits.length / 2);
    this.at += this.bytes.write(digits, this.at, 'hex');
  }

  text(value: string): void {
    // One unit of UTF-16 takes three bytes at most.
    this.room(value.length * 3);
    this.at += this.bytes.write(value, this.at, 'utf8');
  }

  private room(bytes: number): void {
    if (this.at + bytes <= this.bytes.length) return;
    const wider = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.at + bytes));
    this.bytes.copy(wider, 0, 0, this.at);
    this.bytes = wider;
  }
}

/** Writes one value that is not null, with its length before it. */
export type WriteValue = (out: RowWriter, value: unknown) => void;

const writeText: WriteValue = (out, value) => {
  if (typeof value !== 'string' || !value.isWellFormed()) throw new UnsendableValue('this is no text', value);
  const begin = out.open();
  out.text(value);
  out.close(begin);
};

const writeUuid: WriteValue = (out, value) => {
  const digits = typeof value === 'string' ? value.replaceAll('-', '') : '';
  if (!/^[0-9a-f]{32}$/i.test(digits)) throw new UnsendableValue('this is no UUID', value);
  out.int32(16);
  out.hex(digits);
};

/** Bytes are written down as hex. */
const writeBytes: WriteValue = (out, value) => {
  if (typeof value !== 'string' || !/^(?:[0-9a-f]{2})*$/.test(value))
    throw new UnsendableValue('these are no bytes', value);
  out.int32(value.length / 2);
  out.hex(value);
};

/** Arrays have their dimensions before their elements: one, or none when they are empty. */
function arrayOf(elementType: number, write: WriteValue): WriteValue {
  return (out, value) => {
    if (!Array.isArray(value)) throw new UnsendableValue('this is no list', value);
    const begin = out.open();
    out.int32(value.length === 0 ? 0 : 1);
    out.int32(0);
    out.int32(elementType);
    if (value.length > 0) {
      out.int32(value.length);
      out.int32(1);
      for (const element of value) write(out, element);
    }
    out.close(begin);
  };
}

const isLong = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^-?\d{1,19}$/.test(value) &&
  BigInt.asIntN(64, BigInt(value)) === BigInt(value);

const TEXT = 25;
const UUID = 2950;
const writeJson =
  (isBinary: boolean): WriteValue =>
  (out, value) => {
    const begin = out.open();
    if (isBinary) out.byte(1);
    out.text(JSON.stringify(value));
    out.close(begin);
  };

/** How the values of a type of PostgreSQL, by its number, are sent. */
export const WRITERS: ReadonlyMap<number, WriteValue> = new Map<number, WriteValue>([
  [
    16,
    (out, value) => {
      out.int32(1);
      out.byte(value === true ? 1 : 0);
    },
  ],
  [
    20,
    (out, value) => {
      const number = Number(value);
      const isExact = Number.isSafeInteger(number);
      if (!isExact && !isLong(value)) throw new UnsendableValue('this is no whole number of 64 bits', value);
      out.int32(8);
      if (isExact) out.int64(number);
      else out.bigint64(BigInt(value as string));
    },
  ],
  [
    23,
    (out, value) => {
      if (!Number.isInteger(value) || Math.abs(value as number) > INT_MAX)
        throw new UnsendableValue('this is no whole number of 32 bits', value);
      out.int32(4);
      out.int32(value as number);
    },
  ],
  [17, writeBytes],
  [TEXT, writeText],
  [UUID, writeUuid],
  [1009, arrayOf(TEXT, writeText)],
  [2951, arrayOf(UUID, writeUuid)],
  [114, writeJson(false)],
  [3802, writeJson(true)],
  [
    1184,
    (out, value) => {
      // ms since 1970, as everywhere; sent as microseconds.
      const ms = Math.trunc(Number(value)) - EPOCH_MS;
      if (Number.isNaN(new Date(Number(value)).getTime()))
        throw new UnsendableValue('this is no instant', value);
      out.int32(8);
      const micros = ms * 1_000;
      if (Number.isSafeInteger(micros)) out.int64(micros);
      else out.bigint64(BigInt(ms) * 1_000n);
    },
  ],
]);
