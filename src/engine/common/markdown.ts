/** Blanks and line breaks of all kinds; a line break would begin a new paragraph, list or heading. */
const BLANKS = /[\s\u0085]+/g;
/** Invisible signs: controls, and those that turn the direction of what is written after them. */

const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** What means something in the middle of a line of Markdown. */
const INLINE = /[\\`*_[\]<>&~|]/g;
/** What makes a heading, a list or a rule at the beginning of a line. */
const AT_START = /^( ?(?:\d{1,9})?)([#+\-=.):])/;

/** Most values: they mean nothing in Markdown, wherever they stand. */
const PLAIN = /^(?:[A-Za-z\u4e00-\u9fff][A-Za-z0-9\u4e00-\u9fff ,.%/-]*|\d+(?:\.\d+)?)$/;

/**
 * A value as it is written into Markdown, so that it shows as the text that it is: no link, no image, no HTML, no
 * emphasis, no heading, no line of its own. `inCode`: between backticks, where Markdown knows no escapes.
 */
export function escapeMarkdown(value: string, inCode: boolean): string {
  if (PLAIN.test(value)) return value;
  const line = value.replace(BLANKS, ' ').replace(INVISIBLE, '');
  if (inCode) return line.replaceAll('`', '\u02cb');
  return line.replace(INLINE, '\\$&').replace(AT_START, '$1\\$2');
}

/** Does what comes after this text stand between backticks? */
export function endsInCode(before: string): boolean {
  if (!before.includes('`')) return false;
  const paragraph = before.slice(before.lastIndexOf('\n\n') + 1);
  let open = 0;
  for (const [run] of paragraph.matchAll(/\\.|`+/gs)) {
    // Between backticks a backslash is one.
    if (run.startsWith('\\')) continue;
    if (open === 0) open = run.length;
    else if (run.length === open) open = 0;
  }
  return open > 0;
}
