import { gunzipSync } from 'node:zlib';

/** The plain files of a tar.gz archive: name → content. Understands the long names of GNU and pax archives. */
export function readTarGz(archive: Buffer): Map<string, Buffer> {
  const tar = gunzipSync(archive);
  const files = new Map<string, Buffer>();
  let longName: string | null = null;
  for (let at = 0; at + 512 <= tar.length;) {
    const header = tar.subarray(at, at + 512);
    if (header[0] === 0) break;
    const size = Number.parseInt(readField(header, 124, 12), 8) || 0;
    const kind = String.fromCharCode(header[156] ?? 0x30);
    const body = tar.subarray(at + 512, at + 512 + size);
    const prefix = readField(header, 345, 155);
    const shortName = (prefix ? `${prefix}/` : '') + readField(header, 0, 100);
    if (kind === 'L') longName = body.toString('utf8').replace(/\0.*$/s, '');
    else if (kind === 'x') longName = /\d+ path=([^\n]+)\n/.exec(body.toString('utf8'))?.[1] ?? null;
    else {
      if (kind === '0' || kind === '\0') files.set(longName ?? shortName, body);
      longName = null;
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

function readField(header: Buffer, start: number, length: number): string {
  return header
    .subarray(start, start + length)
    .toString('utf8')
    .replace(/\0.*$/s, '')
    .trim();
}
