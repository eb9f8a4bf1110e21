import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { helpOf, titleOf } from './model';
import { idOf, useFormPlace, type FieldProps } from './place';
import { schemaFormTexts } from './texts';
import styles from './schema-form.module.css';

interface FieldWords {
  title: string;
  help: string | undefined;
  message: string | undefined;
  aria: { 'aria-describedby': string | undefined; 'aria-invalid': boolean; 'aria-required': boolean };
}

/** How a field is called, what helps to fill it in, and what is wrong with it. */
export function useFieldWords({ schema, pointer, isRequired }: FieldProps): FieldWords {
  const { lang, idPrefix, messageAt } = useFormPlace();
  const id = idOf(idPrefix, pointer);
  const help = helpOf(schema, lang);
  const message = messageAt(pointer);
  const described = [help !== undefined && `${id}:help`, message !== undefined && `${id}:message`];
  return {
    title: titleOf(schema, lang) ?? pointer.split('/').at(-1) ?? '',
    help,
    message,
    aria: {
      'aria-describedby': described.filter(Boolean).join(' ') || undefined,
      'aria-invalid': message !== undefined,
      'aria-required': isRequired,
    },
  };
}

/** Label above, help and what is wrong below. `isGroup`: the label belongs to several controls. */
export function FieldFrame(
  props: FieldProps & { isGroup?: boolean; aside?: ReactNode; children: ReactNode },
) {
  const { pointer, isRequired, isGroup, aside, children } = props;
  const say = useTexts(schemaFormTexts);
  const { idPrefix } = useFormPlace();
  const { title, help, message } = useFieldWords(props);
  const id = idOf(idPrefix, pointer);
  const name = (
    <>
      {title}
      {!isRequired && <span className={styles.optional}>{say('optional')}</span>}
    </>
  );
  return (
    <div className={styles.field}>
      <div className={styles.label}>
        {isGroup ? <span id={`${id}:label`}>{name}</span> : <label htmlFor={id}>{name}</label>}
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </div>
      {children}
      {help !== undefined && (
        <p className={styles.help} id={`${id}:help`}>
          {help}
        </p>
      )}
      {message !== undefined && (
        <p className={styles.message} data-testid="sf-message" id={`${id}:message`}>
          <ExclamationCircleFilled aria-hidden /> {message}
        </p>
      )}
    </div>
  );
}
