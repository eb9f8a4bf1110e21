import type { Fact } from '../table/fact.js';
import { count, seconds } from '../table/format.js';
import type { AuditResult } from './audit.js';

/** What README says of it. */
export function auditRows(result: AuditResult): Fact[] {
  return [
    {
      figure: `${count(result.rows)} rows of the record, beside history and messages of ${count(result.tickets)} tickets: written / all of it verified / findings`,
      value: `${seconds(result.writeSeconds)} / ${seconds(result.verifySeconds)} / ${count(result.findings)}`,
    },
  ];
}
