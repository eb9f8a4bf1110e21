/** How wide a sign is, in its own height: Chinese ones are square. */
function widthOf(sign: string): number {
  return /[\u2E80-\uFFEF]/.test(sign)
    ? 1
    : /[MW@%mw]/.test(sign)
      ? 0.85
      : /[iljtfr .,:;'|()]/.test(sign)
        ? 0.32
        : 0.56;
}

/** Words of Latin script stay together; Chinese may break anywhere. */
function piecesOf(title: string): string[] {
  return title.match(/[\u2E80-\uFFEF]|[^\s\u2E80-\uFFEF]+\s*|\s+/g) ?? [];
}

const lengthOf = (text: string): number => [...text].reduce((sum, sign) => sum + widthOf(sign), 0);

/** A title in at most `lines` lines that are `width` wide (in heights of a sign); what does not fit ends in an ellipsis. */
export function wrapTitle(title: string, width: number, lines: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const piece of piecesOf(title.trim())) {
    if (row === '' || lengthOf((row + piece).trimEnd()) <= width) {
      row += piece;
      continue;
    }
    rows.push(row.trimEnd());
    row = piece;
  }
  rows.push(row.trimEnd());
  const shown = rows.slice(0, lines);
  const isCut = rows.length > lines;
  return shown.map((text, index) => cut(text, width, isCut && index === lines - 1));
}

function cut(text: string, width: number, mustEnd: boolean): string {
  if (!mustEnd && lengthOf(text) <= width) return text;
  let kept = '';
  for (const sign of text) {
    if (lengthOf(kept + sign) > width - 0.9) break;
    kept += sign;
  }
  return `${kept.trimEnd()}…`;
}
