/**
 * The text that PostgreSQL makes of a value of type `jsonb`: what is hashed here is hashed there of the stored value.
 * Takes what `JSON.stringify` takes, and whole numbers of any size, and leaves out what it leaves out.
 */
export function jsonbText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
      return Number.isFinite(value) ? plainNumber(value) : 'null';
    case 'bigint':
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      return value === null ? 'null' : textOfObject(value);
    default:
      return 'null';
  }
}

/** Without an exponent, as `numeric` is written. */
function plainNumber(value: number): string {
  const text = JSON.stringify(value);
  const [mantissa = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(mantissa) ?? [];
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  return point <= 0 ? `${sign}0.${'0'.repeat(-point)}${digits}` : `${sign}${digits.padEnd(point, '0')}`;
}

function textOfObject(value: object): string {
  if (Array.isArray(value)) return `[${value.map(jsonbText).join(', ')}]`;
  if (saysItself(value)) return jsonbText(value.toJSON());
  const keys = Object.keys(value).filter((key) => isKept((value as Record<string, unknown>)[key]));
  if (keys.length > 1) keys.sort(byLengthThenBytes);
  return `{${keys.map((key) => `${JSON.stringify(key)}: ${jsonbText((value as Record<string, unknown>)[key])}`).join(', ')}}`;
}

function saysItself(value: object): value is { toJSON: () => unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** False for a property that JSON does not have. */
export function isKept(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';
}

const ASCII = /^[\x20-\x7e]*$/;

/** The order of keys in `jsonb`: the shorter first, then by their bytes. */
function byLengthThenBytes(a: string, b: string): number {
  if (ASCII.test(a) && ASCII.test(b)) return a.length - b.length || (a < b ? -1 : 1);
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  return x.length - y.length || x.compare(y);
}
