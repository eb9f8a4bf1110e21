import { Lexer } from 'yaml';
import { MAX_DEPTH } from './positions.js';

/** More tokens than any SOP of the allowed size has in practice; what follows costs about 3 µs for each. */
const MAX_TOKENS = 120_000;

export type NestingFault = { fault: 'too-deep' | 'too-many-tokens'; offset: number };

/**
 * Looks at the tokens of a YAML text before it is composed, because composing 20,000 nested levels blocks for a quarter
 * of a second. Lazy: stops at the first level too many. Brackets inside strings and comments are no tokens of their own.
 */
export function findNestingFault(text: string): NestingFault | null {
  const columns: number[] = [];
  let flow = 0;
  let offset = 0;
  let lineStart = 0;
  let keyColumn = 0;
  let tokens = 0;
  const open = (column: number): void => {
    while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
    columns.push(column);
  };
  for (const token of new Lexer().lex(text)) {
    tokens += 1;
    if (tokens > MAX_TOKENS) return { fault: 'too-many-tokens', offset };
    // Control tokens (byte order mark, document start, end of a scalar's header) are no text.
    const isControl = token === '\u0002' || token === '\u0018' || token === '\u001f';
    const column = offset - lineStart;
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (flow === 0 && (token === '-' || token === '?')) open(column);
    else if (flow === 0 && token === ':') open(Math.min(keyColumn, column));
    else if (!isControl && token.trim() !== '') keyColumn = column;
    if (columns.length + flow > MAX_DEPTH) return { fault: 'too-deep', offset };
    if (isControl) continue;
    offset += token.length;
    const lastBreak = token.lastIndexOf('\n');
    if (lastBreak !== -1) lineStart = offset - (token.length - lastBreak - 1);
  }
  return null;
}
