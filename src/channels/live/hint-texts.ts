import type { Hint } from './hints.js';

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const LIMIT_BYTES = 7_800;

/** Writes hints as texts that notifications can carry; `from` names the process that sends them. */
export function packHints(from: string, hints: readonly Hint[]): string[] {
  const texts: string[] = [];
  const head = `{"from":${JSON.stringify(from)},"hints":[`;
  let parts: string[] = [];
  let bytes = head.length;
  const close = (): void => {
    if (parts.length > 0) texts.push(`${head}${parts.join(',')}]}`);
    parts = [];
    bytes = head.length;
  };
  for (const hint of hints) {
    let text = JSON.stringify(hint);
    // Nobody has that many skills; whoever does makes the others look for themselves.
    if (Buffer.byteLength(text) + head.length + 2 > LIMIT_BYTES) text = JSON.stringify({ kind: 'resync' });
    const size = Buffer.byteLength(text) + 1;
    if (bytes + size + 2 > LIMIT_BYTES) close();
    parts.push(text);
    bytes += size;
  }
  close();
  return texts;
}

/** The hints of a notification; none when this process sent it itself, or when it is not ours. */
export function unpackHints(self: string, text: string): Hint[] {
  try {
    const { from, hints } = JSON.parse(text) as { from?: string; hints: Hint[] };
    return from !== self && Array.isArray(hints) ? hints : [];
  } catch {
    return [];
  }
}
