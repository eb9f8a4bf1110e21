import { checkExpression, compileExpression } from './expressions.js';
import type { ExpressionVars, Scope } from './expressions.js';
import { passLimitUnknown } from './limit-unknown.js';
import { compileMarkdownValue } from './markdown-values.js';
import type { Json } from './model.js';
import { LANGS } from './text.js';
import type { Text } from './text.js';

/** A piece of a template: text as it stands, or an expression and where in the template it begins. */
type Piece = { text: string } | { expr: string; offset: number };
type Filler = (vars: ExpressionVars) => string;
/** Adds what a piece says to the text before it. */
type Writer = (before: string, vars: ExpressionVars) => string;

/** A fault of a template; `offset` counts characters into it. */
export interface TemplateFault {
  message: string;
  offset: number;
}

/** What is wrong with the `{{ CEL }}` pieces of a template; empty when nothing is. */
export function checkTemplate(template: string, scope: Scope): TemplateFault[] {
  const pieces = splitTemplate(template);
  if (!Array.isArray(pieces)) return [pieces];
  return pieces.flatMap((piece) => {
    if (!('expr' in piece)) return [];
    const checked = checkExpression(piece.expr, scope);
    return checked.ok ? [] : [{ message: checked.message, offset: piece.offset + (checked.offset ?? 0) }];
  });
}

/** What a filled template is: text as it stands, or Markdown, of which values are no part: they stay text. */
export type TemplateKind = 'text' | 'markdown';

/**
 * Compiles a template. Values are inserted as the text that they are and never read as templates again; what is missing
 * or fails becomes the empty string, since a gap in a sentence is better than no sentence. Throws when it does not check.
 */
export function compileTemplate(template: string, scope: Scope, kind: TemplateKind = 'text'): Filler {
  const pieces = splitTemplate(template);
  if (!Array.isArray(pieces)) throw new SyntaxError(pieces.message);
  if (pieces.every((piece) => 'text' in piece)) return () => template;
  const write = kind === 'markdown' ? compileMarkdownPiece : compilePiece;
  const fillers = pieces.map((piece) => ('text' in piece ? piece.text : write(piece.expr, scope)));
  return (vars) =>
    fillers.reduce<string>((before, one) => (typeof one === 'string' ? before + one : one(before, vars)), '');
}

/** Compiles a text in all its languages. */
export function compileText(
  text: Text,
  scope: Scope,
  kind: TemplateKind = 'text',
): (vars: ExpressionVars) => Text {
  const fillers = LANGS.map((lang) => [lang, compileTemplate(text[lang], scope, kind)] as const);
  return (vars) => Object.fromEntries(fillers.map(([lang, fill]) => [lang, fill(vars)])) as Text;
}

function compilePiece(expr: string, scope: Scope): Writer {
  const evaluate = compileExpression(expr, scope);
  return orNothing((before, vars) => before + renderValue(evaluate(vars)));
}

function compileMarkdownPiece(expr: string, scope: Scope): Writer {
  return orNothing(compileMarkdownValue(expr, scope, renderValue));
}

function orNothing(write: Writer): Writer {
  return (before, vars) => {
    try {
      return write(before, vars);
    } catch (error) {
      passLimitUnknown(error);
      return before;
    }
  };
}

function renderValue(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'number') return renderNumber(value);
  if (Array.isArray(value)) return value.map(renderValue).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Without exponent, and without the dust of binary fractions (0.1 + 0.2 is 0.3). */
function renderNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  if (Math.abs(value) >= 1e15) return BigInt(Math.round(value)).toString();
  const digits = value.toFixed(10);
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, digits[end - 1] === '.' ? end - 1 : end);
}

/** The pieces of a template, or its fault. `}}` inside a quoted text of the expression does not end it. */
function splitTemplate(template: string): Piece[] | TemplateFault {
  const pieces: Piece[] = [];
  let from = 0;
  for (let open = template.indexOf('{{'); open >= 0; open = template.indexOf('{{', from)) {
    const close = findClose(template, open + 2);
    if (close < 0) return { message: '`{{` is never closed with `}}`', offset: open };
    if (open > from) pieces.push({ text: template.slice(from, open) });
    const raw = template.slice(open + 2, close);
    pieces.push({ expr: raw.trim(), offset: open + 2 + raw.length - raw.trimStart().length });
    from = close + 2;
  }
  if (from < template.length) pieces.push({ text: template.slice(from) });
  return pieces;
}

function findClose(template: string, from: number): number {
  let quote = '';
  for (let i = from; i < template.length; i += 1) {
    const char = template.charAt(i);
    if (quote !== '') {
      if (char === '\\') i += 1;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '}' && template.charAt(i + 1) === '}') return i;
  }
  return -1;
}
