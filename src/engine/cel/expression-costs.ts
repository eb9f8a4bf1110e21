import { spend } from '../common/budget.js';
import type { Pattern } from '../common/patterns.js';

/** Signs of a text that are read, changed or copied for one step. */
const SIGNS_PER_STEP = 15;
/** Signs that a search for another text passes, and pairs of signs that it may have to compare, for one step. */
const SEARCHED_PER_STEP = 100;
const PAIRS_PER_STEP = 600;
/** States that a search for a pattern goes through for one step. */
const STATES_PER_STEP = 4;
/** To begin such a search. */
const PATTERN_STEPS = 20;
/** Items of a list that are copied for one step. */
const ITEMS_PER_STEP = 4;
/** To ask what the clock on a wall says somewhere is dear: a formatter is made for each question. */
const TIME_ZONE_STEPS = 2_000;

/** Methods that look for one text in another, and may begin anew at each sign. */
const SEARCHES = new Set(['contains', 'indexOf', 'lastIndexOf', 'split']);
/** Those that look at one end only. */
const ENDS = new Set(['startsWith', 'endsWith']);
const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** What an operator costs beside the step for the part of the expression that it is: by what it is given. */
export function spendOnOperator(op: string, left: unknown, right: unknown): void {
  if (op === '+') spend(copied(left) + copied(right));
  else if (op === 'in') spendOnMembership(left, right);
  else if (COMPARISONS.has(op)) spendOnComparison(left, right);
}

/** What a function or method costs by what it is given; a method's receiver comes first. */
export function spendOnCall(name: string, values: readonly unknown[]): void {
  const [first, second] = values;
  if (first instanceof Date && values.length > 1) spend(TIME_ZONE_STEPS);
  else if (SEARCHES.has(name) && typeof first === 'string' && typeof second === 'string') {
    const passed = first.length / (name === 'split' ? SIGNS_PER_STEP : SEARCHED_PER_STEP);
    spend(Math.ceil(passed + (first.length * second.length) / PAIRS_PER_STEP));
  } else if (ENDS.has(name)) spend(read(second));
  else if (name === 'join') spendOnJoin(first, second);
  else for (const value of values) spend(read(value));
}

/** To compare a text with a pattern takes time by both: by the states of the pattern, which may be many more than its signs. */
export function spendOnPattern(text: string, pattern: Pattern): void {
  spend(PATTERN_STEPS + Math.ceil((text.length * pattern.size) / STATES_PER_STEP));
}

/** To make a list, a copy of it stands in what comes out. */
function copied(value: unknown): number {
  if (typeof value === 'string') return Math.ceil(value.length / SIGNS_PER_STEP);
  if (Array.isArray(value)) return Math.ceil(value.length / ITEMS_PER_STEP);
  return value instanceof Uint8Array ? Math.ceil(value.length / SIGNS_PER_STEP) : 0;
}

/** To look through a text or the names of an object; a list knows its length. */
function read(value: unknown): number {
  if (typeof value === 'string' || value instanceof Uint8Array) {
    return Math.ceil(value.length / SIGNS_PER_STEP);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 0;
  return Math.ceil(Object.keys(value).length / ITEMS_PER_STEP);
}

function spendOnJoin(list: unknown, separator: unknown): void {
  if (!Array.isArray(list)) return;
  spend(list.length * (1 + copied(separator)));
  for (const item of list) spend(copied(item));
}

function spendOnMembership(value: unknown, list: unknown): void {
  if (!Array.isArray(list)) return;
  spend(Math.ceil(list.length / ITEMS_PER_STEP));
  if (typeof value === 'string') spendOnTexts(value, list);
  else if (typeof value === 'object') for (const item of list) spendOnComparison(value, item);
}

/** Only texts of the same length are compared sign by sign. */
function spendOnTexts(text: string, list: readonly unknown[]): void {
  const each = Math.ceil(text.length / SIGNS_PER_STEP);
  if (each <= 1) return;
  for (const item of list) if (typeof item === 'string' && item.length === text.length) spend(each);
}

/** Equality goes through both sides together, so it costs at most what the left one holds. */
function spendOnComparison(left: unknown, right: unknown): void {
  if (left === right && typeof left !== 'string') return;
  if (typeof left === 'string') {
    if (typeof right === 'string') spend(Math.ceil(Math.min(left.length, right.length) / SIGNS_PER_STEP));
  } else if (typeof left === 'object' && left !== null && typeof right === 'object' && right !== null) {
    spendOnWhole(left);
  }
}

function spendOnWhole(value: unknown): void {
  spend(1);
  if (typeof value === 'string') spend(copied(value));
  else if (Array.isArray(value)) for (const item of value) spendOnWhole(item);
  else if (value instanceof Map) for (const item of value.values()) spendOnWhole(item);
  else if (typeof value === 'object' && value !== null)
    for (const item of Object.values(value)) spendOnWhole(item);
}
