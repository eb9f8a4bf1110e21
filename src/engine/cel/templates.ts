import { checkExpression, compileExpression, inTurn } from './expressions.js';
import type { ExpressionVars, Scope } from './expressions.js';
import { passLimitUnknown } from './limit-unknown.js';
import { compileMarkdownValue } from './markdown-values.js';
import type { Json } from '../common/model.js';
import { LANGS } from '../common/text.js';
import type { Lang, Text } from '../common/text.js';

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

/** The expressions of a template; none when it cannot be read. */
export function expressionsIn(template: unknown): string[] {
  const pieces = typeof template === 'string' && template.includes('{{') ? splitTemplate(template) : [];
  return Array.isArray(pieces) ? pieces.flatMap((piece) => ('expr' in piece ? [piece.expr] : [])) : [];
}

/** What a filled template is: text as it stands, or Markdown, of which values are no part: they stay text. */
export type TemplateKind = 'text' | 'markdown';

/**
 * Compiles a template. Values are inserted as the text that they are and never read as templates again; what is missing
 * or fails becomes the empty string, since a gap in a sentence is better than no sentence. Throws when it does not check;
 * what its expressions throw, when it is their turn in the scope.
 */
export function compileTemplate(template: string, scope: Scope, kind: TemplateKind = 'text'): Filler {
  const pieces = splitTemplate(template);
  if (!Array.isArray(pieces)) throw new SyntaxError(pieces.message);
  if (pieces.every((piece) => 'text' in piece)) return () => template;
  const write = kind === 'markdown' ? compileMarkdownPiece : compilePiece;
  const fillers = pieces.map((piece) => ('text' in piece ? piece.text : write(piece.expr, scope)));
  if (kind === 'markdown') return (vars) => fillMarkdown(fillers, vars);
  return (vars) =>
    fillers.reduce<string>((before, one) => (typeof one === 'string' ? before + one : one(before, vars)), '');
}

const MARKS = '*_`';
/** Stands where emphasis has nothing to stress: `****` would be shown as it is. */
const NOTHING = '—';

function fillMarkdown(fillers: readonly (string | Writer)[], vars: ExpressionVars): string {
  let all = '';
  /** The mark that stands before the values that come now, and how long the text was then. */
  let mark = '';
  let from = 0;
  for (const one of fillers) {
    if (typeof one !== 'string') {
      all = one(all, vars);
      continue;
    }
    const isHollow = mark !== '' && all.slice(from).trim() === '' && markAtStart(one) === mark;
    if (isHollow) all = all.slice(0, from) + NOTHING;
    all += one;
    // A blank between two values leaves them between the same marks.
    if (mark !== '' && one.trim() === '') continue;
    mark = markAtEnd(one);
    from = all.length;
  }
  return all;
}

/** Emphasis or code at the beginning of a piece of Markdown: `**` of `** is late`; nothing where there is none. */
function markAtStart(text: string): string {
  let end = 0;
  while (end < text.length && text[end] === text[0] && MARKS.includes(text[end] ?? '')) end += 1;
  return text.slice(0, end);
}

/** The same at its end. */
function markAtEnd(text: string): string {
  let begin = text.length;
  while (begin > 0 && text[begin - 1] === text.at(-1) && MARKS.includes(text[begin - 1] ?? '')) begin -= 1;
  return text.slice(begin);
}

/** Compiles a text in all its languages. */
export function compileText(
  text: Text,
  scope: Scope,
  kind: TemplateKind = 'text',
): (vars: ExpressionVars) => Text {
  const fillers = LANGS.map((lang) => [lang, compileTemplate(text[lang], scope, kind)] as const);
  return (vars) =>
    Object.fromEntries(fillers.map(([lang, fill]) => [lang, fill(inLanguage(vars, lang))])) as Text;
}

/** The values as texts in this language say them: why a call failed exists in both. */
function inLanguage(vars: ExpressionVars, lang: Lang): ExpressionVars {
  const { error } = vars.event;
  if (error?.words === undefined) return vars;
  return { ...vars, event: { ...vars.event, error: { ...error, message: error.words[lang] } } };
}

function compilePiece(expr: string, scope: Scope): Writer {
  const evaluate = compileExpression(expr, scope);
  return orNothing((before, vars) => before + renderValue(evaluate(vars)));
}

function compileMarkdownPiece(expr: string, scope: Scope): Writer {
  const write = inTurn(scope, () => compileMarkdownValue(expr, { ...scope, later: null }, renderValue));
  return orNothing((before, vars) => write()(before, vars));
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
