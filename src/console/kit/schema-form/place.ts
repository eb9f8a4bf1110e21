import { createContext, useContext } from 'react';
import type { Lang } from '../../i18n/define-texts';
import type { Schema } from './model';

/** What all fields of one form share. */
export interface FormPlace {
  root: Schema;
  lang: Lang;
  idPrefix: string;
  isDisabled: boolean;
  /** What is wrong at a place, in words; undefined when nothing is, or not to be said yet. */
  messageAt: (pointer: string) => string | undefined;
  /** Somebody has been there: from now on it is said what is wrong. */
  touch: (pointer: string) => void;
}

export const FormPlaceContext = createContext<FormPlace | null>(null);

export function useFormPlace(): FormPlace {
  const place = useContext(FormPlaceContext);
  if (place === null) throw new Error('A field stands outside of a form');
  return place;
}

export interface FieldProps {
  schema: Schema;
  /** JSON pointer into the values. */
  pointer: string;
  value: unknown;
  onChange: (value: unknown) => void;
  isRequired: boolean;
}

/** The id of a field's control, so that errors can lead to it. */
export function idOf(idPrefix: string, pointer: string): string {
  return `${idPrefix}${pointer}`;
}

/** Puts the cursor into the first field, in the order of the page, in which something is wrong. */
export function focusFirst(idPrefix: string, pointers: readonly string[]): void {
  const fields = pointers.flatMap((pointer) => document.getElementById(idOf(idPrefix, pointer)) ?? []);
  const isBefore = (one: Node, other: Node): boolean =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  fields
    .reduce<HTMLElement | null>((first, field) => (first && isBefore(first, field) ? first : field), null)
    ?.focus();
}
