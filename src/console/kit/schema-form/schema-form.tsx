import { useCallback, useMemo, useState } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import type { FieldError } from '../../api/problem';
import { asSchema, dereference, effectiveSchema, exampleOf, type Schema, type Values } from './model';
import { FormPlaceContext, type FormPlace } from './place';
import { findIssues, wordIssue, type Issue } from './rules';
import { schemaFormTexts } from './texts';
import { ObjectFields } from './fields';
import styles from './schema-form.module.css';

export interface SchemaFormProps {
  /** JSON Schema 2020-12 of an object; `title`, `description` and `x-enum-titles` in the reader's language, or in both. */
  schema: Schema;
  value: Values;
  onChange: (value: Values) => void;
  /** What the server found; pointers into the values. The caller drops them as soon as something is changed. */
  errors?: readonly FieldError[];
  /** Of the ids of the fields. */
  idPrefix: string;
  /** Say everything that is wrong, also where nobody has been yet: after an attempt to send. */
  showAll?: boolean;
  isDisabled?: boolean;
}

/** Said while somebody is still typing, because more typing does not mend it. */
const AT_ONCE = ['maxLength', 'maximum', 'exclusiveMaximum', 'type', 'uniqueItems', 'maxItems'];

/** A form from a JSON Schema, checked as typed. What to send is `filledValues(schema, value)`. */
export function SchemaForm(props: SchemaFormProps) {
  const { schema, value, onChange, errors, idPrefix, showAll = false, isDisabled = false } = props;
  const say = useTexts(schemaFormTexts);
  const lang = useLang();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const issues = useMemo(() => findIssues(schema, value), [schema, value]);
  const touch = useCallback(
    (pointer: string) => setTouched((known) => (known.has(pointer) ? known : new Set(known).add(pointer))),
    [],
  );
  const mayBeSaid = ({ pointer, keyword }: Issue): boolean =>
    showAll || touched.has(pointer) || AT_ONCE.includes(keyword);
  const place: FormPlace = {
    ...{ root: schema, lang, idPrefix, isDisabled, touch },
    messageAt: (pointer) => {
      const told = errors?.find((error) => error.pointer === pointer)?.message;
      if (told !== undefined) return told;
      const issue = issues.find((one) => one.pointer === pointer && mayBeSaid(one));
      return issue && wordIssue(issue, say, exampleAt(schema, pointer));
    },
  };
  return (
    <FormPlaceContext value={place}>
      <div className={styles.form}>
        <ObjectFields
          schema={schema}
          pointer=""
          value={value}
          onChange={(next) => onChange(next as Values)}
          isRequired
        />
      </div>
    </FormPlaceContext>
  );
}

/** An example of the field at a pointer, as far as it stands in the schema itself. */
function exampleAt(root: Schema, pointer: string): string | undefined {
  let node = root;
  for (const name of pointer.split('/').slice(1)) {
    const inner = effectiveSchema(node, root, undefined);
    const next = asSchema(asSchema(inner['properties'])[name] ?? inner['items']);
    node = typeof next['$ref'] === 'string' ? dereference(next['$ref'], root) : next;
  }
  return exampleOf(node);
}
