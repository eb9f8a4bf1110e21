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
export { compilePattern } from './patterns.js';
export { checkForm, compileForm, FormInvalid } from './forms.js';
export type { Form, FormError, SchemaFault } from './forms.js';
export { checkTemplate, compileTemplate, compileText } from './templates.js';
export type { TemplateFault } from './templates.js';
