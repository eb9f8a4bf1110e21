import { Button, Input } from 'antd';
import { useTexts } from '../../i18n/texts';
import { ChoiceField, ChoicesField, YesNoField } from './choices';
import { FieldFrame, useFieldWords } from './frame';
import { DateTimeField, JsonField, NumberField } from './inputs';
import { asSchema, effectiveSchema, exampleOf, kindOf, requiredOf, type Values } from './model';
import { idOf, useFormPlace, type FieldProps } from './place';
import { toToken } from './rules';
import { schemaFormTexts } from './texts';
import styles from './schema-form.module.css';

/** The fields of an object, in the order of its schema. */
export function ObjectFields({ schema, pointer, value, onChange }: FieldProps) {
  const { root } = useFormPlace();
  const values = asSchema(value);
  const effective = effectiveSchema(schema, root, values);
  const required = requiredOf(effective);
  const change = (name: string, next: unknown): void => {
    const all: Values = { ...values, [name]: next };
    if (next === undefined) delete all[name];
    onChange(all);
  };
  return Object.entries(asSchema(effective['properties'])).map(([name, part]) => (
    <Field
      key={name}
      schema={effectiveSchema(asSchema(part), root, values[name])}
      pointer={`${pointer}/${toToken(name)}`}
      value={values[name]}
      onChange={(next) => change(name, next)}
      isRequired={required.has(name)}
    />
  ));
}

/** One question; how it is asked follows from its schema. */
function Field(props: FieldProps) {
  switch (kindOf(props.schema)) {
    case 'fixed':
      return null;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'choices':
      return <ChoicesField {...props} />;
    case 'yes-no':
      return <YesNoField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'date':
    case 'text':
      return <TextField {...props} />;
    case 'date-time':
      return <DateTimeField {...props} />;
    case 'long-text':
      return <LongTextField {...props} />;
    case 'object':
      return <GroupField {...props} />;
    case 'list':
      return <ListField {...props} />;
    case 'json':
      return <JsonField {...props} />;
  }
}

const INPUT_TYPES: Record<string, string> = { date: 'date', email: 'email', uri: 'url' };

function TextField(props: FieldProps) {
  const { schema, value, onChange } = props;
  const say = useTexts(schemaFormTexts);
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  const example = exampleOf(schema);
  return (
    <FieldFrame {...props}>
      <Input
        {...words.aria}
        id={idOf(idPrefix, props.pointer)}
        type={INPUT_TYPES[String(schema['format'])] ?? 'text'}
        value={typeof value === 'string' ? value : ''}
        status={words.message === undefined ? undefined : 'error'}
        placeholder={example === undefined ? undefined : say('example', { example })}
        autoComplete="off"
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        onBlur={() => touch(props.pointer)}
      />
    </FieldFrame>
  );
}

function LongTextField(props: FieldProps) {
  const { schema, value, onChange } = props;
  const { idPrefix, touch, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  const text = typeof value === 'string' ? value : '';
  const most = schema['maxLength'];
  const isNearEnd = typeof most === 'number' && text.length > most * 0.8;
  return (
    <FieldFrame {...props} aside={isNearEnd ? `${text.length}/${most}` : undefined}>
      <Input.TextArea
        {...words.aria}
        id={idOf(idPrefix, props.pointer)}
        className={styles.long}
        value={text}
        status={words.message === undefined ? undefined : 'error'}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        onBlur={() => touch(props.pointer)}
      />
    </FieldFrame>
  );
}

function GroupField(props: FieldProps) {
  const words = useFieldWords(props);
  return (
    <fieldset className={styles.group} aria-describedby={words.aria['aria-describedby']}>
      <legend>{words.title}</legend>
      {words.help !== undefined && <p className={styles.help}>{words.help}</p>}
      <ObjectFields {...props} />
      {words.message !== undefined && (
        <p className={styles.message} data-testid="sf-message">
          {words.message}
        </p>
      )}
    </fieldset>
  );
}

function ListField(props: FieldProps) {
  const { schema, pointer, value, onChange } = props;
  const say = useTexts(schemaFormTexts);
  const { root, idPrefix, isDisabled } = useFormPlace();
  const words = useFieldWords(props);
  const items: unknown[] = Array.isArray(value) ? value : [];
  const each = asSchema(schema['items']);
  const replace = (index: number, next: unknown): void =>
    onChange(items.map((item, at) => (at === index ? (next ?? null) : item)));
  return (
    <fieldset className={styles.group} id={idOf(idPrefix, pointer)} tabIndex={-1}>
      <legend>{words.title}</legend>
      {words.help !== undefined && <p className={styles.help}>{words.help}</p>}
      {items.map((item, index) => (
        <div className={styles.entry} key={index}>
          <Field
            schema={{ title: say('entry', { no: index + 1 }), ...effectiveSchema(each, root, item) }}
            pointer={`${pointer}/${index}`}
            value={item ?? undefined}
            onChange={(next) => replace(index, next)}
            isRequired
          />
          <Button
            type="text"
            disabled={isDisabled}
            aria-label={say('remove', { no: index + 1 })}
            onClick={() => onChange(items.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </div>
      ))}
      <Button size="small" disabled={isDisabled} onClick={() => onChange([...items, null])}>
        {say('add')}
      </Button>
      {words.message !== undefined && (
        <p className={styles.message} data-testid="sf-message">
          {words.message}
        </p>
      )}
    </fieldset>
  );
}
