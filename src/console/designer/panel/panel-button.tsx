import { Select } from 'antd';
import { useTexts } from '../../i18n/texts';
import { valueAt } from '../yaml/edit-value';
import { removeInWay, setCondition, setInWay, type PanelWay } from './edit-ways';
import { Field, TextPair, Typed } from './panel-fields';
import { FormFields } from './panel-form';
import { usePanelRoom } from './panel-room';
import { panelTexts } from './texts-panel';
import { isRecord } from '../yaml/yaml-render';
import styles from './parts.module.css';

const TONES = ['primary', 'neutral', 'danger'] as const;

/** What the agent sees: the button, what it asks for, and what is asked before. */
export function ButtonFields({ way }: { way: PanelWay }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const meta = valueAt(way.def, ['meta']);
  const form = valueAt(meta, ['form']);
  const tone = valueAt(meta, ['tone']);
  const kind = form === true ? 'formStep' : isRecord(form) ? 'formOwn' : 'formNone';
  const setForm = (next: string): void => {
    if (next === 'formNone') edit(removeInWay(way, ['meta', 'form']));
    else if (next === 'formStep') edit(setInWay(way, ['meta', 'form'], true));
    else if (!isRecord(form)) {
      const note = { type: 'string', 'x-title': { en: '', 'zh-CN': '' } };
      edit(setInWay(way, ['meta', 'form'], { type: 'object', properties: { note } }));
    }
  };
  return (
    <>
      <TextPair label={say('title')} path={[...way.path, 'meta', 'title']} isOptional />
      <div className={styles.row}>
        <Field label={say('tone')}>
          <Select
            aria-label={say('tone')}
            value={typeof tone === 'string' ? tone : 'neutral'}
            options={TONES.map((one) => ({ value: one, label: say(one) }))}
            onChange={(next: string) =>
              edit(
                next === 'neutral'
                  ? removeInWay(way, ['meta', 'tone'])
                  : setInWay(way, ['meta', 'tone'], next),
              )
            }
          />
        </Field>
        <Field label={say('form')}>
          <Select
            aria-label={say('form')}
            value={kind}
            options={(['formNone', 'formStep', 'formOwn'] as const).map((one) => ({
              value: one,
              label: say(one),
            }))}
            onChange={setForm}
          />
        </Field>
      </div>
      {isRecord(form) && <FormFields at={[...way.path, 'meta', 'form']} />}
      <TextPair label={say('confirm')} path={[...way.path, 'meta', 'confirm']} isLong isOptional />
    </>
  );
}

/** When a way is open, and what is said while it is not. */
export function ConditionFields({ way }: { way: PanelWay }) {
  const say = useTexts(panelTexts);
  const { edit } = usePanelRoom();
  const expr = valueAt(way.def, ['guard', 'params', 'expr']);
  return (
    <>
      <Field label={say('condition')} help={say('conditionHelp')}>
        <Typed
          isLong
          isCode
          label={say('condition')}
          value={typeof expr === 'string' ? expr : ''}
          onCommit={(next) => edit(setCondition(way, next.trim()))}
        />
      </Field>
      {typeof expr === 'string' && (
        <TextPair label={say('why')} path={[...way.path, 'guard', 'params', 'why']} isLong />
      )}
    </>
  );
}
