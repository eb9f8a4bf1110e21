import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { BackupRefused, damaged } from './backup-problems.js';
import {
  END_OF_ROWS,
  FORMAT,
  FORMAT_VERSION,
  type BackupHeader,
  type EndLine,
  type TableLine,
} from './format.js';

const NEWLINE = 10;
/** A line of our own is never longer; what is, is no backup. */
const LINE_LIMIT = 4 * 1024 * 1024;
/** No row of ours comes near; what is longer is no backup, and no server would take it. */
const ROW_LIMIT = 256 * 1024 * 1024;
const END_INSIDE = Buffer.concat([Buffer.from('\n'), END_OF_ROWS]);

/** Reads a backup from front to end, once. Everything it answers may still be wrong until `readNext` answered the end. */
export class BackupReader {
  private readonly file;
  private readonly chunks: AsyncIterator<Buffer, undefined>;
  private readonly hash = createHash('sha256');
  private rest: Buffer = Buffer.alloc(0);
  private isOver = false;

  constructor(path: string) {
    this.file = createReadStream(path);
    const unzipped = createGunzip();
    this.file.on('error', (error) => unzipped.destroy(error));
    this.chunks = this.file.pipe(unzipped)[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  }

  /** Throws BackupRefused for what is no backup, or one of a program to come. */
  async readHeader(): Promise<BackupHeader> {
    const header = (await this.readLine()) as Partial<BackupHeader>;
    if (header.format !== FORMAT || !Array.isArray(header.migrations)) {
      throw new BackupRefused('The file is not a backup of Stepwise.', '该文件不是 Stepwise 的备份。');
    }
    if (header.version !== FORMAT_VERSION) {
      throw new BackupRefused(
        'The backup was written by a newer version of Stepwise; restore it with that one.',
        '该备份由更新版本的 Stepwise 生成，请使用该版本恢复。',
      );
    }
    if (!isHeader(header)) throw damaged('its first line is incomplete', '首行不完整');
    return header;
  }

  /** The next table, whose rows must then be read, or the end, which has been verified. */
  async readNext(): Promise<TableLine | EndLine> {
    const before = this.hash.copy();
    const line = (await this.readLine()) as Partial<TableLine & EndLine>;
    if (isTable(line)) return line;
    if (!isEnd(line)) throw damaged('a line is unknown', '存在无法识别的行');
    if (before.digest('hex') !== line.sha256) throw damaged('its checksum is another', '校验和不符');
    if (this.rest.length > 0 || (await this.fill()))
      throw damaged('it goes on after its end', '结尾之后仍有内容');
    return line;
  }

  /** The rows of the table that was named last, as COPY takes them; a long one in several parts. */
  async *readRows(): AsyncGenerator<Buffer> {
    // So much of the row under way was given out already.
    let begun = 0;
    for (;;) {
      while (begun === 0 && this.rest.length < END_OF_ROWS.length) await this.need();
      if (begun === 0 && this.rest.subarray(0, END_OF_ROWS.length).equals(END_OF_ROWS)) {
        this.take(END_OF_ROWS.length);
        return;
      }
      const first = this.rest.indexOf(NEWLINE);
      begun += first < 0 ? this.rest.length : first;
      if (begun > ROW_LIMIT) throw damaged('a row is too long', '某一行数据过长');
      if (first < 0) {
        if (this.rest.length > 0) yield this.take(this.rest.length);
        await this.need();
        continue;
      }
      const end = this.rest.indexOf(END_INSIDE);
      yield this.take((end < 0 ? this.rest.lastIndexOf(NEWLINE) : end) + 1);
      begun = 0;
    }
  }

  close(): void {
    this.file.destroy();
  }

  private async readLine(): Promise<object> {
    let end = this.rest.indexOf(NEWLINE);
    while (end < 0) {
      if (this.rest.length > LINE_LIMIT) throw damaged('a line is too long', '某一行过长');
      await this.need();
      end = this.rest.indexOf(NEWLINE);
    }
    try {
      const value: unknown = JSON.parse(this.take(end + 1).toString('utf8'));
      if (typeof value === 'object' && value !== null) return value;
    } catch {
      // Told below.
    }
    throw damaged('a line cannot be read', '某一行无法读取');
  }

  private take(length: number): Buffer {
    const taken = this.rest.subarray(0, length);
    this.rest = this.rest.subarray(length);
    this.hash.update(taken);
    return taken;
  }

  private async need(): Promise<void> {
    if (!(await this.fill())) throw damaged('it ends too early', '内容不完整');
  }

  /** False at the end of the file. */
  private async fill(): Promise<boolean> {
    if (this.isOver) return false;
    try {
      const { value } = await this.chunks.next();
      this.isOver = value === undefined;
      if (value !== undefined) this.rest = Buffer.concat([this.rest, value]);
      return !this.isOver;
    } catch (error) {
      throw wordReadError(error);
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function isHeader(line: Partial<BackupHeader>): line is BackupHeader {
  const migrations: unknown[] = line.migrations ?? [];
  return (
    migrations.every((one) => isRecord(one) && isText(one['name']) && isText(one['checksum'])) &&
    isText(line.at) &&
    isRecord(line.sequences) &&
    Object.values(line.sequences).every((last) => isText(last) && /^-?\d{1,19}$/u.test(last))
  );
}

function isTable(line: Partial<TableLine>): line is TableLine {
  return isText(line.table) && Array.isArray(line.columns) && line.columns.every(isText);
}

function isEnd(line: Partial<EndLine>): line is EndLine {
  return (
    line.end === true &&
    isText(line.sha256) &&
    isRecord(line.rows) &&
    Object.values(line.rows).every((count) => Number.isInteger(count))
  );
}

function wordReadError(error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return damaged('it ends too early', '内容不完整');
  if (code?.startsWith('Z_')) return damaged(`it cannot be unpacked (${message})`, `无法解压(${message})`);
  if (code === undefined) return error;
  return new BackupRefused(`The backup cannot be read (${code}).`, `无法读取备份文件(${code})。`);
}
