/**
 * Chance that is a pure function of a name: the sandbox shop and the demo world look like life
 * and still give the same answer to the same question, in every process and after every restart.
 */

/** FNV-1a over the text with a final avalanche, so that neighbouring ids do not look alike. 32 bits, unsigned. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A number in [0, 1) that belongs to `id` and `what` for ever. */
export function drawOf(id: string, what: string): number {
  return hashText(`${what}\u0000${id}`) / 0x1_0000_0000;
}

/** A whole number in [0, below) that belongs to `id` and `what`; `below` must be at least 1. */
export function drawInt(id: string, what: string, below: number): number {
  return Math.floor(drawOf(id, what) * below);
}

/** One of the options by its weight; the last one when rounding leaves nothing. Throws without options. */
export function drawWeighted<T>(draw: number, options: readonly (readonly [T, number])[]): T {
  const total = options.reduce((sum, [, weight]) => sum + weight, 0);
  let left = draw * total;
  for (const [option, weight] of options) {
    left -= weight;
    if (left < 0) return option;
  }
  const last = options.at(-1);
  if (last === undefined) throw new RangeError('a draw needs at least one option');
  return last[0];
}
