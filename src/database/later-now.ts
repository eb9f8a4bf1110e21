/** So far apart (s) the database's clock is no judge of ours. */
const NO_JUDGE_S = 86_400;

/**
 * SQL for the later of the time that a process calls now (the parameter) and the database's own: only what lies beyond both
 * lies in the future. A process whose clock is behind must not take what others do for the work of a clock that is ahead.
 */
export function laterNow(parameter: string): string {
  const now = `${parameter}::timestamptz`;
  const apart = `abs(extract(epoch from clock_timestamp() - ${now}))`;
  return `(case when ${apart} < ${String(NO_JUDGE_S)} then greatest(${now}, clock_timestamp()) else ${now} end)`;
}
