import { Checkbox, Select } from 'antd';
import { useLang, useTexts } from '../../i18n/texts';
import {
  addChoice,
  addField,
  changeType,
  choicesOf,
  FIELD_TYPES,
  listFields,
  moveField,
  removeChoice,
  removeField,
  renameChoice,
  renameField,
  setRequired,
  type FieldType,
  type FormField,
} from './edit-form';
import { valueAt } from '../yaml/edit-value';
import { Field, TextPair, Typed } from './panel-fields';
import { MoveButtons } from './panel-moves';
import { usePanelRoom, useValue } from './panel-room';
import { checkName, freeName, NewName } from './panel-words';
import { panelTexts } from './texts-panel';
import type { YamlPath } from '../yaml/yaml-text';
import styles from './parts.module.css';

/** The form of a step. */
export function FormTab() {
  const { path } = usePanelRoom();
  return <FormFields at={[...path, 'meta', 'form']} />;
}

/** The fields of a form: add, rename, move, type, words. */
export function FormFields({ at }: { at: YamlPath }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const { value: form } = useValue(at);
  const fields = listFields(form, at);
  const names = fields.map(({ name }) => name);
  return (
    <div className={styles.fields}>
      {fields.length === 0 && <p className={styles.help}>{say('noForm')}</p>}
      {fields.map((field) => (
        <FieldEditor key={field.name} field={field} form={form} names={names} />
      ))}
      <NewName
        label={say('newField')}
        button={say('addField')}
        check={(name) => checkName(name, '', names, say)}
        onAdd={(name) => edit(addField(form, at, name))}
      />
    </div>
  );
}

function FieldEditor({ field, form, names }: { field: FormField; form: unknown; names: readonly string[] }) {
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { edit } = usePanelRoom();
  const title = valueAt(field.schema, ['x-title', lang]);
  const types = FIELD_TYPES.filter((type) => type !== 'other' || field.type === 'other');
  const name = typeof title === 'string' && title !== '' ? title : field.name;
  return (
    <details className={styles.item} open={names.length < 3 || undefined} data-item>
      <summary>
        <strong>{name}</strong>
        <span className={styles.help}>
          {say(`type-${field.type}`)}
          {field.isRequired && ` · ${say('required')}`}
        </span>
      </summary>
      <div className={styles.fields}>
        <div className={styles.row}>
          <Field label={say('fieldName')}>
            <Typed
              isCode
              label={say('fieldName')}
              value={field.name}
              refuse={(name) => checkName(name, field.name, names, say)}
              onCommit={(name) => edit(renameField(form, field, name))}
            />
          </Field>
          <Field label={say('type')}>
            <Select
              aria-label={say('type')}
              value={field.type}
              options={types.map((type) => ({ value: type, label: say(`type-${type}`) }))}
              onChange={(type: FieldType) => type !== 'other' && edit(changeType(field, type))}
            />
          </Field>
        </div>
        <TextPair label={say('title')} path={[...field.path, 'x-title']} />
        <TextPair label={say('help')} path={[...field.path, 'x-help']} isOptional />
        {field.type === 'choice' && <Choices field={field} />}
        <div className={styles.itemHead}>
          <Checkbox
            checked={field.isRequired}
            onChange={({ target }) => edit(setRequired(form, field, target.checked))}
          >
            {say('required')}
          </Checkbox>
          <MoveButtons
            {...{ label: name, index: names.indexOf(field.name), count: names.length }}
            onMove={(to) => edit(moveField(field, names.indexOf(field.name), to))}
            onRemove={() => edit(removeField(form, field))}
          />
        </div>
      </div>
    </details>
  );
}

function Choices({ field }: { field: FormField }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const choices = choicesOf(field);
  return (
    <section className={styles.group} aria-label={say('choices')}>
      <h4>{say('choices')}</h4>
      {choices.map((choice, index) => {
        const label = say('choice', { nth: index + 1 });
        return (
          <div key={index} className={styles.choice} role="group" aria-label={label} data-item>
            <div className={styles.itemHead}>
              <Typed
                isCode
                label={label}
                value={choice}
                refuse={(name) =>
                  name.trim() === '' || (name !== choice && choices.includes(name)) ? say('taken') : null
                }
                onCommit={(name) => edit(renameChoice(field, index, name))}
              />
              <MoveButtons
                {...{ label: choice, index, count: choices.length }}
                onMove={(to) => edit([{ act: 'swap', path: [...field.path, 'enum'], a: index, b: to }])}
                onRemove={choices.length === 1 ? undefined : () => edit(removeChoice(field, index))}
              />
            </div>
            <TextPair label={label} path={[...field.path, 'x-enum-titles', choice]} isOptional />
          </div>
        );
      })}
      <button
        type="button"
        className={styles.add}
        data-testid="panel-add"
        onClick={() => edit(addChoice(field, freeName('choice', choices)))}
      >
        + {say('addChoice')}
      </button>
    </section>
  );
}
