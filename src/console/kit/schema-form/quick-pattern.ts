/** One sign or class of signs, and how often it may come. Groups, alternatives and references are not among them. */
const PIECE =
  /(?:\\[dDwWsS./^$*+?()[\]{}|\\-]|\[\^?(?:[^[\]\\]|\\[dDwWsS\\\]^-])+\]|[^\\^$.|?*+()[\]{}]|\.)(\?|\*|\+|\{(\d{1,3})(?:,(\d{0,3}))?\})?/y;
/** A text may be as long, so this is how often something without end may come. */
const ENDLESS = 20_000;
/** Ways in which a text can be read, at most: what a page does without being felt. */
const MOST_WAYS = 100_000;

/**
 * Whether a browser's own engine decides this pattern at once, whatever the text. An SOP's author wrote it, and the
 * engine of browsers can be kept busy for minutes; what is not certain to be quick is left to the server, whose engine
 * takes no longer than the text.
 */
export function isQuickPattern(pattern: string): boolean {
  const isAnchored = pattern.startsWith('^');
  const end = pattern.endsWith('$') && !pattern.endsWith('\\$') ? pattern.length - 1 : pattern.length;
  let ways = isAnchored ? 1 : ENDLESS;
  PIECE.lastIndex = isAnchored ? 1 : 0;
  while (PIECE.lastIndex < end) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(pattern);
    if (piece === null || PIECE.lastIndex > end || PIECE.lastIndex === at) return false;
    ways *= waysOf(piece[1], Number(piece[2]), piece[3]);
    if (ways > MOST_WAYS) return false;
  }
  return true;
}

function waysOf(times: string | undefined, least: number, most: string | undefined): number {
  if (times === undefined) return 1;
  if (times === '?') return 2;
  if (times === '*' || times === '+' || most === '') return ENDLESS;
  return most === undefined ? 1 : Math.max(1, Number(most) - least + 1);
}
