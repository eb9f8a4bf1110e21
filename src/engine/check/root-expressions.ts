import { buildScope } from '../cel/expressions.js';
import { limitIds } from '../machine/limits.js';
import type { SopDefinition } from '../common/model.js';
import { joinPointer } from '../format/positions.js';
import { checkExpr } from './expression-report.js';
import type { Report } from './report.js';

/**
 * The expressions of the SOP's own `meta`. What is asked before a ticket is in its SOP, and what a limit is counted by
 * and where it ends, knows no `limits`.
 */
export function checkRootExpressions(sop: SopDefinition, report: Report): void {
  const { context, intake, priority = [], never = [], limits = [], issueKey } = sop.meta;
  const plain = buildScope({ context });
  const scope = limits.length === 0 ? plain : buildScope({ context, limits: limitIds(sop) });
  checkExpr(report, intake.when, '/meta/intake/when', plain, 'bool');
  for (const [i, rule] of priority.entries())
    checkExpr(report, rule.when, `/meta/priority/${i}/when`, plain, 'bool');
  for (const [i, rule] of never.entries())
    checkExpr(report, rule.when, `/meta/never/${i}/when`, scope, 'bool');
  for (const [i, limit] of limits.entries()) {
    const at = `/meta/limits/${i}`;
    checkExpr(report, limit.key, `${at}/key`, plain, 'string');
    checkExpr(report, limit.most, `${at}/most`, plain, 'double');
    for (const [call, amount] of Object.entries(limit.calls))
      checkExpr(report, amount, joinPointer(`${at}/calls`, call), scope, 'double');
  }
  checkExpr(report, issueKey, '/meta/issueKey', plain, 'string');
}
