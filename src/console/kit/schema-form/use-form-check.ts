import { useState } from 'react';
import type { FieldError } from '../../api/problem';
import type { Schema, Values } from './model';
import { focusFirst } from './place';
import { findIssues } from './rules';

/** What stands between the answers of a form and their sending; `schema` null: nothing is asked. */
export function useFormCheck(schema: Schema | null, idPrefix: string) {
  const [showAll, setShowAll] = useState(false);
  return {
    /** For the form: say what is wrong in fields too where nobody has been. */
    showAll,
    /** True when the answers may go; else all that is wrong is said, and the cursor stands in the first of it. */
    mayGo: (values: Values): boolean => {
      const issues = schema === null ? [] : findIssues(schema, values);
      if (issues.length === 0) return true;
      setShowAll(true);
      focusFirst(
        idPrefix,
        issues.map(({ pointer }) => pointer),
      );
      return false;
    },
    /** As if nothing had been tried. */
    forget: (): void => setShowAll(false),
  };
}

/** The server points into the request; the form is its `data`. */
export function errorsInData(errors: readonly FieldError[]): FieldError[] {
  return errors.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/data(?=\/|$)/, ''), message }));
}
