export * from './model.js';
export * from './text.js';
export { parseDelay, parseDuration } from './durations.js';
export type { Delay } from './durations.js';
export {
  buildScope,
  checkExpression,
  compileExpression,
  ExpressionInvalid,
  mentions,
} from './expressions.js';
export type { ExpectedType, ExpressionCheck, ExpressionVars, Scope, ScopeSchemas } from './expressions.js';
export { findUnsafe, isUnsafeName, pointerToken } from './names.js';
export { canonicalJson } from './canonical-json.js';
export { compilePattern } from './patterns.js';
export { checkForm, compileForm, FormInvalid } from './forms.js';
export type { Form, FormError, SchemaFault } from './forms.js';
export { checkTemplate, compileTemplate, compileText } from './templates.js';
export type { TemplateFault } from './templates.js';
export { compileSop, SopInvalid } from './compile.js';
export type { CompiledSop, StateInfo, StepInfo, StepTexts } from './compile.js';
export { advance, openTicket, reopenTicket } from './advance.js';
export { acceptedEvents, contextOf, listWaysOutOf, stepsTaking } from './acceptance.js';
export { barredBy } from './four-eyes.js';
export { guideFacts, guideLimits, guideSteps } from './guide.js';
export { LimitUnknown } from './limit-unknown.js';
export { CUSTOMER_MESSAGE, ESCALATE } from './ways-out.js';
export { allowsMethod, allowsPath } from './call-rules.js';
export type { CallRules } from './call-rules.js';
export { checkDefinition, checkSop } from './check.js';
export type { CheckedSop } from './check.js';
export { exploreSop, traceTo } from './explore.js';
export type { Configuration, Exploration, Move } from './explore.js';
export { sopFormatSchema } from './format-schema.js';
export { MAX_SOP_BYTES, parseSop } from './parse.js';
export type { ParsedSop, SopFormat } from './parse.js';
export { findAnswerFaults, sampleAnswer } from './simulate-answer.js';
export { readTimerId } from './simulate-timers.js';
export type { TimerMeaning } from './simulate-timers.js';
export { diffSops } from './diff.js';
export type { DiffChange, DiffStatus, SopDiff, StepDiff, TransitionDiff } from './diff.js';
