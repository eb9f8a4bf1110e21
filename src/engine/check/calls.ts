import type { CallRules } from '../machine/call-rules.js';
import { allowsMethod, allowsPath, mayAllowPath } from '../machine/call-rules.js';
import { parseExpression } from '../cel/expressions.js';
import type { Report } from './report.js';
import type { SopTree } from '../format/tree.js';
import { invokesOf } from '../format/tree.js';

/** Calls that the connections, as far as they are known, refuse for certain. The others are looked at when they are made. */
export function checkCalls(
  tree: SopTree,
  connections: Readonly<Record<string, CallRules>>,
  report: Report,
): void {
  for (const { invoke, at } of tree.nodes.flatMap((node) => invokesOf(node))) {
    const { connection: name, method, path } = invoke.input;
    const rules = Object.hasOwn(connections, name) ? connections[name] : undefined;
    if (rules === undefined) continue;
    if (!allowsMethod(rules, method))
      report.error(
        'forbidden-call',
        `${at}/input/method`,
        `The connection \`${name}\` does not allow ${method}. It allows ${rules.methods?.join(', ') ?? ''}; an administrator may add more.`,
        `连接 \`${name}\` 不允许 ${method}，可用的方法：${rules.methods?.join('、') ?? ''}；如需增加请联系管理员。`,
      );
    const begins = beginningOf(path);
    const isAllowed = begins.isWhole ? allowsPath(rules, begins.text) : mayAllowPath(rules, begins.text);
    if (!isAllowed)
      report.error(
        'forbidden-call',
        `${at}/input/path`,
        `The connection \`${name}\` does not allow this path. It allows what begins with ${rules.paths?.join(', ') ?? ''}; an administrator may add more.`,
        `连接 \`${name}\` 不允许该路径，允许的路径开头：${rules.paths?.join('、') ?? ''}；如需增加请联系管理员。`,
      );
  }
}

/** The text that a path begins with for certain: `"/orders/" + context.orderId` begins with `/orders/`. */
function beginningOf(expr: string): { text: string; isWhole: boolean } {
  let node: { op: string; args: unknown };
  try {
    node = parseExpression(expr);
  } catch {
    // Found elsewhere.
    return { text: '/', isWhole: false };
  }
  let isWhole = true;
  while (node.op === '+' && Array.isArray(node.args)) {
    node = node.args[0] as typeof node;
    isWhole = false;
  }
  if (node.op !== 'value' || typeof node.args !== 'string') return { text: '/', isWhole: false };
  // The call puts exactly one slash before it.
  return { text: `/${node.args.replace(/^\/+/, '')}`, isWhole };
}
