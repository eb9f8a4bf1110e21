import { Button } from 'antd';
import { useTexts } from '../../i18n/texts';
import { FieldFrame, useFieldWords } from './frame';
import { asSchema, optionsOf, type Option } from './model';
import { idOf, useFormPlace, type FieldProps } from './place';
import { schemaFormTexts } from './texts';
import styles from './schema-form.module.css';

/** Up to this many possibilities stand side by side. */
const FEW = 6;

/** One of several. */
export function ChoiceField(props: FieldProps) {
  const { lang } = useFormPlace();
  const options = optionsOf(props.schema, lang);
  return options.length > FEW ? (
    <LongChoice {...props} options={options} />
  ) : (
    <ShortChoice {...props} options={options} />
  );
}

export function YesNoField(props: FieldProps) {
  const say = useTexts(schemaFormTexts);
  const options = [
    { value: true, label: say('yes') },
    { value: false, label: say('no') },
  ];
  return <ShortChoice {...props} options={options} />;
}

function ShortChoice(props: FieldProps & { options: Option[] }) {
  const { pointer, value, onChange, options, isRequired } = props;
  const say = useTexts(schemaFormTexts);
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const { aria } = useFieldWords(props);
  const id = idOf(idPrefix, pointer);
  const canClear = !isRequired && value !== undefined && !isDisabled;
  return (
    <FieldFrame
      {...props}
      isGroup
      aside={
        canClear && (
          <Button type="link" size="small" onClick={() => onChange(undefined)}>
            {say('clear')}
          </Button>
        )
      }
    >
      <div role="radiogroup" aria-labelledby={`${id}:label`} {...aria} className={styles.options}>
        {options.map((option, index) => (
          <label key={String(option.value)} className={styles.option}>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={id}
              checked={value === option.value}
              disabled={isDisabled}
              onChange={() => onChange(option.value)}
              onBlur={() => touch(pointer)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

function LongChoice(props: FieldProps & { options: Option[] }) {
  const { pointer, value, onChange, options } = props;
  const say = useTexts(schemaFormTexts);
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const { aria } = useFieldWords(props);
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <FieldFrame {...props}>
      <select
        {...aria}
        id={idOf(idPrefix, pointer)}
        className={styles.select}
        value={chosen}
        disabled={isDisabled}
        onChange={(event) => onChange(options[Number(event.target.value)]?.value)}
        onBlur={() => touch(pointer)}
      >
        <option value={-1}>{say('choose')}</option>
        {options.map((option, index) => (
          <option key={String(option.value)} value={index}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

/** Any of several. */
export function ChoicesField(props: FieldProps) {
  const { schema, pointer, value, onChange } = props;
  const { lang, idPrefix, touch, isDisabled } = useFormPlace();
  const { aria } = useFieldWords(props);
  const id = idOf(idPrefix, pointer);
  const chosen: unknown[] = Array.isArray(value) ? value : [];
  const options = optionsOf(asSchema(schema['items']), lang);
  const toggle = (one: unknown): void => {
    const next = options.map((option) => option.value).filter((v) => (v === one) !== chosen.includes(v));
    onChange(next.length > 0 ? next : undefined);
  };
  return (
    <FieldFrame {...props} isGroup>
      <div
        role="group"
        aria-labelledby={`${id}:label`}
        aria-describedby={aria['aria-describedby']}
        className={styles.options}
      >
        {options.map((option, index) => (
          <label key={String(option.value)} className={styles.option}>
            <input
              type="checkbox"
              id={index === 0 ? id : undefined}
              checked={chosen.includes(option.value)}
              disabled={isDisabled}
              onChange={() => toggle(option.value)}
              onBlur={() => touch(pointer)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
