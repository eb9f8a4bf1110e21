import { Input } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { FieldFrame, useFieldWords } from './frame';
import { exampleOf, readNumber } from './model';
import { idOf, useFormPlace, type FieldProps } from './place';
import { schemaFormTexts } from './texts';
import { classes } from '../common/classes';
import styles from './schema-form.module.css';

/** Text that stands for something else: what was typed stays as it was typed while it means the same. */
function useTyped(value: unknown, write: (value: unknown) => string, read: (text: string) => unknown) {
  const [typed, setTyped] = useState(() => write(value));
  const isSame = JSON.stringify(read(typed)) === JSON.stringify(value);
  return { text: isSame ? typed : write(value), setTyped };
}

export function NumberField(props: FieldProps) {
  const { schema, pointer, value, onChange } = props;
  const say = useTexts(schemaFormTexts);
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  const { text, setTyped } = useTyped(value, writeNumber, readNumber);
  const example = exampleOf(schema);
  return (
    <FieldFrame {...props}>
      <Input
        {...words.aria}
        id={idOf(idPrefix, pointer)}
        className={styles.number}
        inputMode="decimal"
        value={text}
        status={words.message === undefined ? undefined : 'error'}
        placeholder={example === undefined ? undefined : say('example', { example })}
        autoComplete="off"
        disabled={isDisabled}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readNumber(event.target.value));
        }}
        onBlur={() => touch(pointer)}
      />
    </FieldFrame>
  );
}

function writeNumber(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** A moment in the time of this machine; what is sent is UTC. */
export function DateTimeField(props: FieldProps) {
  const { pointer, value, onChange } = props;
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  return (
    <FieldFrame {...props}>
      <Input
        {...words.aria}
        id={idOf(idPrefix, pointer)}
        className={styles.number}
        type="datetime-local"
        value={writeLocal(value)}
        status={words.message === undefined ? undefined : 'error'}
        disabled={isDisabled}
        onChange={({ target }) =>
          onChange(target.value === '' ? undefined : new Date(target.value).toISOString())
        }
        onBlur={() => touch(pointer)}
      />
    </FieldFrame>
  );
}

function writeLocal(value: unknown): string {
  const at = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) return '';
  const offset = new Date(at).getTimezoneOffset() * 60_000;
  return new Date(at - offset).toISOString().slice(0, 16);
}

/** For what has no field of its own: JSON as text. */
export function JsonField(props: FieldProps) {
  const { pointer, value, onChange } = props;
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  const { text, setTyped } = useTyped(value, writeJson, readJson);
  return (
    <FieldFrame {...props} aside="JSON">
      <Input.TextArea
        {...words.aria}
        id={idOf(idPrefix, pointer)}
        className={classes(styles.long, styles.code)}
        value={text}
        status={words.message === undefined ? undefined : 'error'}
        disabled={isDisabled}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(readJson(event.target.value));
        }}
        onBlur={() => touch(pointer)}
      />
    </FieldFrame>
  );
}

function writeJson(value: unknown): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function readJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
