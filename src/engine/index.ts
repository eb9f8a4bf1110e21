export * from './common/model.js';
export * from './common/text.js';
export { parseDelay, parseDuration } from './common/durations.js';
export type { Delay } from './common/durations.js';
export {
  buildScope,
  checkExpression,
  compileExpression,
  ExpressionInvalid,
  mentions,
} from './cel/expressions.js';
export type {
  ExpectedType,
  ExpressionCheck,
  ExpressionVars,
  Scope,
  ScopeSchemas,
} from './cel/expressions.js';
export { findUnsafe, isUnsafeName, pointerToken } from './common/names.js';
export { canonicalJson } from './common/canonical-json.js';
export { compilePattern } from './common/patterns.js';
export { checkForm, compileAnswer, compileForm, FormInvalid } from './forms/forms.js';
export type { Form, FormError, SchemaFault } from './forms/forms.js';
export { checkTemplate, compileTemplate, compileText } from './cel/templates.js';
export type { TemplateFault } from './cel/templates.js';
export { compileSop, compileSopInPieces, SopInvalid } from './machine/compile.js';
export type { InPieces } from './common/pieces.js';
export type { CompiledSop, StateInfo, StepInfo, StepTexts } from './machine/compile.js';
export { advance, openTicket, reopenTicket } from './run/advance.js';
export { acceptedEvents, contextOf, listWaysOutOf, stepsTaking } from './run/acceptance.js';
export { barredBy } from './run/four-eyes.js';
export { guideFacts, guideLimits, guideSteps } from './run/guide.js';
export { LimitUnknown } from './cel/limit-unknown.js';
export { CUSTOMER_MESSAGE, ESCALATE } from './machine/ways-out.js';
export { allowsMethod, allowsPath } from './machine/call-rules.js';
export type { CallRules } from './machine/call-rules.js';
export { checkDefinition, checkSop } from './check/check.js';
export type { CheckedSop } from './check/check.js';
export type { Known } from './check/known.js';
export { highestTier, tiersAbove } from './check/tiers.js';
export { USUAL_TIERS } from './common/tiers.js';
export { exploreSop, traceTo } from './explore/explore.js';
export type { Configuration, Exploration, Move } from './explore/explore.js';
export { sopFormatSchema } from './format/format-schema.js';
export { MAX_SOP_BYTES, parseSop } from './format/parse.js';
export type { ParsedSop, SopFormat } from './format/parse.js';
export { findAnswerFaults, sampleAnswer } from './explore/simulate-answer.js';
export { readTimerId } from './explore/simulate-timers.js';
export type { TimerMeaning } from './explore/simulate-timers.js';
export { diffSops } from './diff/diff.js';
export type { DiffChange, DiffStatus, SopDiff, StepDiff, TransitionDiff } from './diff/diff.js';
