import type { ASTNode } from '@marcbachmann/cel-js';
import { compileExpression, parseExpression } from './expressions.js';
import type { ExpressionVars, Scope } from './expressions.js';
import { endsInCode, escapeMarkdown } from '../common/markdown.js';
import type { Json } from '../common/model.js';

/** Adds what an expression says to the Markdown before it, and gives the whole. */
type Writer = (before: string, vars: ExpressionVars) => string;

/**
 * Compiles an expression whose value goes into Markdown. Texts that stand in the expression itself are the SOP's and
 * may be Markdown: a choice between them, a look into a list of them, what they are joined with. Everything else comes
 * from outside and stays text. `render`: how a value is written. Throws what `compileExpression` throws.
 */
export function compileMarkdownValue(expr: string, scope: Scope, render: (value: Json) => string): Writer {
  const value = (part: string): ((vars: ExpressionVars) => Json) => compileExpression(part, scope);
  const compile = (node: ASTNode, isJoined: boolean): Writer => {
    const { op, args } = node as { op: string; args: unknown };
    if (isText(node)) return (before) => before + String(args);
    if (op === '?:') {
      const [test, yes, no] = args as ASTNode[] as [ASTNode, ASTNode, ASTNode];
      const decide = value(sourceOf(test, expr));
      const [onYes, onNo] = [compile(yes, isJoined), compile(no, isJoined)];
      return (before, vars) => (decide(vars) === true ? onYes : onNo)(before, vars);
    }
    if (op === '+' && hasText(node)) {
      const [left, right] = (args as ASTNode[]).map((one) => compile(one, true)) as [Writer, Writer];
      return (before, vars) => right(left(before, vars), vars);
    }
    const read = value(sourceOf(node, expr));
    if (isLookUp(node)) return (before, vars) => before + render(read(vars));
    return (before, vars) => {
      const found = read(vars);
      // CEL joins texts with texts only.
      if (isJoined && typeof found !== 'string') throw new TypeError('only texts can be joined with a text');
      return before + escapeMarkdown(render(found), endsInCode(before));
    };
  };
  return compile(parseExpression(expr), false);
}

function sourceOf({ start, end }: ASTNode, expr: string): string {
  return expr.slice(start, end);
}

function isText({ op, args }: ASTNode): boolean {
  return op === 'value' && typeof args === 'string';
}

/** Is it a text for certain, because one stands in it? Then `+` joins. */
function hasText(node: ASTNode): boolean {
  if (isText(node)) return true;
  const args = node.args as ASTNode[];
  if (node.op === '+') return args.some(hasText);
  return (node.op as string) === '?:' && args.slice(1).some(hasText);
}

/** `{"paid": "**paid**"}[context.state]` gives one of the SOP's texts or nothing. */
function isLookUp(node: ASTNode): boolean {
  if (node.op !== '[]') return false;
  const map = (node.args as ASTNode[])[0];
  return map?.op === 'map' && (map.args as [ASTNode, ASTNode][]).every(([, text]) => isText(text));
}
