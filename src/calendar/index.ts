export { CalendarInvalid, compileCalendar } from './calendar.js';
export { checkCalendar } from './check.js';
export { coverageWarning } from './coverage.js';
export type { CalendarDef, Hours } from './model.js';
export { calendarOfCharges, inSuccession } from './succession.js';
export type { Charge } from './succession.js';
