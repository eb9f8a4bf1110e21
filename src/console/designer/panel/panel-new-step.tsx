import { Checkbox, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useLang, useTexts } from '../../i18n/texts';
import { pointerOfStep } from '../../kit/sop-diagram/graph';
import {
  addStep,
  addWayTo,
  faultOfName,
  mayLeadOn,
  namesIn,
  NEW_KINDS,
  placeOfNew,
  type NewKind,
} from './edit-steps';
import { valueAt, wordsAt } from '../yaml/edit-value';
import { listWays } from './edit-ways';
import { idFromTitle } from '../common/new-sop-yaml';
import { usePanelRoom } from './panel-room';
import { useStates } from './panel-target';
import { listStates, writeTarget } from '../yaml/targets';
import { panelTexts } from './texts-panel';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from './parts.module.css';

interface Given {
  kind: NewKind;
  en: string;
  zh: string;
  name: string;
  target?: string;
  isLed?: boolean;
}

/** Asks for what a new step needs, and adds it behind the chosen one or inside of the chosen group. */
export function NewStepDialog({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { value, step, path, edit, choose } = usePanelRoom();
  const { sop, nameOf, options, resolve } = useStates();
  const [form] = Form.useForm<Given>();
  const [kind, setKind] = useState<NewKind>('human');
  const [isOwnName, setOwnName] = useState(false);
  const chosen = listStates(value).find(({ id }) => id === step);
  if (!chosen) return null;
  const { group, after } = placeOfNew(chosen);
  const taken = namesIn(value, group);
  const isLeading = mayLeadOn(chosen);
  // What the chosen step leads to is what a step behind it most likely leads to.
  const next = listWays(chosen.def, path)
    .map(({ def }) => resolve(wordsAt(def, ['target'])))
    .find((id) => id !== null && id !== step);

  const add = (given: Given): void => {
    const id = group === '' ? given.name : `${group}.${given.name}`;
    const titles = { en: given.en.trim(), zh: given.zh.trim() };
    const target = given.target === undefined ? '' : writeTarget(sop, id, given.target);
    edit([
      ...addStep(value, group, after, { kind, name: given.name, target, ...titles }),
      ...(isLeading && given.isLed
        ? addWayTo(valueAt(value, path), path, writeTarget(sop, step, id), titles)
        : []),
    ]);
    choose(pointerOfStep(id));
    onClose();
  };
  const needed = { required: true, whitespace: true, message: say('needed') };
  return (
    <Modal
      open
      title={group === '' ? say('newStep') : say('newStepIn', { group: nameOf(group) })}
      okText={say('add')}
      cancelText={say('cancel')}
      okButtonProps={{ htmlType: 'submit' }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(open) => open && form.focusField(lang === 'en' ? 'en' : 'zh')}
    >
      <Form
        form={form}
        layout="vertical"
        name="new-step"
        requiredMark={false}
        initialValues={{ kind, target: next, isLed: true }}
        onFinish={add}
        onValuesChange={(changed: Partial<Given>) => {
          if (changed.kind !== undefined) setKind(changed.kind);
          if ('name' in changed) setOwnName(changed.name !== '');
          else if (changed.en !== undefined && !isOwnName) {
            form.setFieldValue('name', idFromTitle(changed.en));
          }
        }}
      >
        <Form.Item name="kind" label={say('type')}>
          <Select options={NEW_KINDS.map((one) => ({ value: one, label: say(`kind-${one}`) }))} />
        </Form.Item>
        {(lang === 'en' ? (['en', 'zh'] as const) : (['zh', 'en'] as const)).map((name) => (
          <Form.Item
            key={name}
            name={name}
            label={say('inLang', { label: say('title'), lang: say(name === 'en' ? 'en' : 'zh-CN') })}
            rules={[needed]}
          >
            <Input maxLength={120} lang={name === 'en' ? 'en' : 'zh-CN'} />
          </Form.Item>
        ))}
        <Form.Item
          name="name"
          label={say('id')}
          rules={[
            needed,
            {
              validator: (_, name?: string) => {
                const fault = name ? faultOfName(name, taken) : null;
                return fault === null ? Promise.resolve() : Promise.reject(new Error(say(fault)));
              },
            },
          ]}
        >
          <Input maxLength={64} spellCheck={false} autoComplete="off" className={styles.code} />
        </Form.Item>
        {kind !== 'end' && (
          <Form.Item name="target" label={say('target')} rules={[needed]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
          </Form.Item>
        )}
        {isLeading && (
          <Form.Item name="isLed" valuePropName="checked">
            <Checkbox>{say('isLed', { step: nameOf(step) })}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
