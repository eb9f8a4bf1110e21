/**
 * How README writes numbers, in one place so that all rows look alike: two or three digits that count, thousands set
 * apart, units once where all values have the same. What has no value (a bench may have found nothing) is a dash.
 */
export function count(value: number | null): string {
  return digits(value, 0);
}

/** How many times as much; close to one with a digit more. */
export function ratio(value: number | null): string {
  const places = value === null || value >= 10 ? 0 : value < 2 ? 2 : 1;
  return digits(value, places, places);
}

/** Durations, given in ms: `3 / 2 / 5 ms`, `12 ms / 1.1 s`. */
export function durations(...ms: (number | null)[]): string {
  return inUnits(
    ms.map((one) => (one !== null && one >= 1_000 ? [short(one / 1_000), 's'] : [short(one), 'ms'])),
  );
}

/** Durations, given in seconds. */
export function seconds(...values: (number | null)[]): string {
  return inUnits(values.map((one) => [short(one), 's']));
}

export function mebibytes(...values: (number | null)[]): string {
  return inUnits(values.map((one) => [count(one), 'MiB']));
}

export function kibibytes(...values: (number | null)[]): string {
  return inUnits(values.map((one) => [count(one), 'KiB']));
}

export function perSecond(value: number | null): string {
  return `${count(value)}/s`;
}

function short(value: number | null): string {
  return digits(value, value === null || value >= 10 ? 0 : value < 1 ? 2 : 1);
}

function digits(value: number | null, most: number, least = 0): string {
  if (value === null || !Number.isFinite(value)) return '–';
  return value.toLocaleString('en', { maximumFractionDigits: most, minimumFractionDigits: least });
}

function inUnits(values: (readonly [string, string])[]): string {
  const units = new Set(values.map(([, unit]) => unit));
  if (units.size > 1) return values.map((one) => one.join(' ')).join(' / ');
  return `${values.map(([value]) => value).join(' / ')} ${[...units].join('')}`;
}
