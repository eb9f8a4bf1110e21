import type { FormInstance } from 'antd';
import { useState } from 'react';
import { toProblem } from '../../api/problem';
import { refresh } from '../../api/queries';
import { placeErrors } from './field-errors';

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
      form.setFields(fields.map(({ name, messages }) => ({ name, errors: messages })));
      const first = fields[0];
      if (first) form.scrollToField(first.name, { focus: true });
      setError(isAll ? null : failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { send, error, isBusy };
}
