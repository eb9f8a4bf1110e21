import type { SopDefinition } from '../common/model.js';
import { isUnsafeName } from '../common/names.js';
import { joinPointer } from '../format/positions.js';
import { reportDuplicates } from './duplicates.js';
import { listNames } from './report.js';
import type { Report } from './report.js';
import { invokesOf } from '../format/tree.js';
import type { SopTree } from '../format/tree.js';

/** Limits have ids of their own, and the calls that they count exist. */
export function checkLimits(sop: SopDefinition, tree: SopTree, report: Report): void {
  const { limits = [] } = sop.meta;
  reportDuplicates(
    limits.map(({ id }, i) => ({ id, at: `/meta/limits/${i}` })),
    'limit',
    '限额',
    report,
  );
  const known = tree.nodes.flatMap((node) => invokesOf(node).map(({ invoke }) => invoke.id));
  for (const [i, { id, calls }] of limits.entries()) {
    if (isUnsafeName(id)) reportUnsafe(id, `/meta/limits/${i}/id`, report);
    for (const call of Object.keys(calls)) {
      if (!known.includes(call))
        reportCall(call, known, joinPointer(`/meta/limits/${i}/calls`, call), report);
    }
  }
}

function reportUnsafe(id: string, at: string, report: Report): void {
  report.error(
    'invalid-structure',
    at,
    `No limit may be called \`${id}\`; use another name.`,
    `限额不能命名为 \`${id}\`，请换一个名称。`,
  );
}

function reportCall(call: string, known: string[], at: string, report: Report): void {
  const hint = report.hint(call, known);
  const all = listNames(known);
  report.error(
    'unknown-call',
    at,
    `There is no call \`${call}\`.${hint.en} Write the \`id\` of an \`invoke\` of this SOP: ${all.en}.`,
    `没有调用 \`${call}\`。${hint['zh-CN']}请写本流程中某个 \`invoke\` 的 \`id\`：${all['zh-CN']}。`,
  );
}
