import type { FormInstance } from 'antd';
import { App } from 'antd';
import { useState } from 'react';
import { toProblem } from '../api/problem';
import { refresh } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { placeErrors } from './field-errors';
import { adminTexts } from './texts';

/**
 * Sends a form. What the server says of a field stands at the field, the rest is `error`; what was typed stays as it
 * is. True when it went through.
 */
export function useSend(form: FormInstance, names: readonly string[]) {
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (run: () => Promise<void>): Promise<boolean> => {
    if (isBusy) return false;
    setBusy(true);
    setError(null);
    try {
      await run();
      void refresh('/api/users', '/api/teams', '/api/skills');
      return true;
    } catch (failure) {
      const { fields, isAll } = placeErrors(toProblem(failure), names);
      form.setFields(fields.map(({ name, messages }) => ({ name: [name], errors: messages })));
      const first = fields[0];
      if (first) form.scrollToField([first.name], { focus: true });
      setError(isAll ? null : failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, isBusy };
}

/** Asks before something dangerous or final is done. */
export function useConfirm() {
  const say = useTexts(adminTexts);
  const { modal } = App.useApp();
  const confirm = (question: { title: string; help: string; go: string; isDanger?: boolean }) =>
    modal.confirm({
      title: question.title,
      content: question.help,
      okText: question.go,
      cancelText: say('cancel'),
      okButtonProps: { danger: question.isDanger ?? true },
    });
  /** True when nothing was changed, or the person does not want to keep it. */
  const mayLeave = async (form: FormInstance): Promise<boolean> => {
    if (!form.isFieldsTouched()) return true;
    return modal.confirm({
      title: say('leaveTitle'),
      content: say('leaveHelp'),
      okText: say('leave'),
      cancelText: say('stay'),
      okButtonProps: { danger: true },
    });
  };
  return { confirm, mayLeave };
}
