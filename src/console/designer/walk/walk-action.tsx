import { Modal } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../i18n/texts';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { SchemaForm } from '../../kit/schema-form/schema-form';
import { asSchema, filledValues, initialValues, type Values } from '../../kit/schema-form/model';
import { focusFirst } from '../../kit/schema-form/place';
import { errorsInData, useFormCheck } from '../../kit/schema-form/use-form-check';
import type { GuideAction } from './walk';
import type { Walk } from './walk-state';
import { walkTexts } from './texts-walk';
import { useFocusBack } from '../../kit/use-focus-back';
import styles from './walk-action.module.css';

interface Props {
  action: GuideAction;
  hasOwnForm: boolean;
  /** How many checks are still open. */
  open: number;
  walk: Walk;
  onTake: (data?: Values) => Promise<boolean>;
  onClose: () => void;
}

/** What an agent is asked before a way out is taken: its form, its confirmation, the checks that are open. */
export function WalkAction({ action, hasOwnForm, open, walk, onTake, onClose }: Props) {
  useFocusBack();
  const say = useTexts(walkTexts);
  const form = hasOwnForm ? asSchema(action.form) : null;
  const [values, setValues] = useState<Values>(() => (form ? initialValues(form) : {}));
  const tried = walk.refusal?.act;
  const isTried = tried?.event === action.event && (tried.step ?? action.step) === action.step;
  const problem = isTried ? (walk.refusal?.problem ?? null) : null;
  const idPrefix = `walk-act-${action.event}`;
  const { showAll, mayGo } = useFormCheck(form, idPrefix);

  const close = (): void => {
    if (problem) walk.forgetRefusal();
    onClose();
  };
  const send = async (): Promise<void> => {
    if (!mayGo(values)) return;
    if (await onTake(form ? filledValues(form, values) : undefined)) onClose();
  };

  return (
    <Modal
      open
      destroyOnHidden
      title={action.title}
      okText={action.title}
      cancelText={say('cancel')}
      okButtonProps={{
        danger: action.tone === 'danger',
        autoFocus: form === null,
        loading: walk.isBusy && { delay: 200 },
      }}
      onOk={() => void send()}
      onCancel={close}
      afterOpenChange={(isOpen) => {
        const names = Object.keys(asSchema(form?.['properties']));
        if (isOpen)
          focusFirst(
            idPrefix,
            names.map((name) => `/${name}`),
          );
      }}
    >
      <div className={styles.dialog}>
        {action.confirm !== undefined && <p>{action.confirm}</p>}
        {open > 0 && <p>{say('unticked', { count: open })}</p>}
        {form && (
          <SchemaForm
            schema={form}
            value={values}
            onChange={(next) => {
              setValues(next);
              if (problem) walk.forgetRefusal();
            }}
            errors={problem ? errorsInData(problem.errors) : []}
            {...{ idPrefix, showAll }}
          />
        )}
        {problem && <ProblemNotice error={problem} />}
      </div>
    </Modal>
  );
}
