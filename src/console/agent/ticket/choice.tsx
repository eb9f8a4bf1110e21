import { useId, type ReactNode } from 'react';
import styles from '../../kit/schema-form/schema-form.module.css';

interface ChoiceProps<T extends string> {
  title: string;
  options: { value: T; label: ReactNode }[];
  value: string;
  onChange: (value: T) => void;
}

/** One of several, all in sight. */
export function Choice<T extends string>({ title, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <div className={styles.field}>
      <span className={styles.label} id={name}>
        {title}
      </span>
      <div className={styles.options} role="radiogroup" aria-labelledby={name}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}
