import type { FormInstance } from 'antd';
import { useTexts } from '../../i18n/texts';
import { useConfirm } from '../../kit/use-confirm';
import { adminTexts } from './texts';

/** True when nothing was changed, or the person does not want to keep it. */
export function useMayLeave(): (form: FormInstance) => Promise<boolean> {
  const say = useTexts(adminTexts);
  const confirm = useConfirm();
  return async (form) => {
    if (!form.isFieldsTouched()) return true;
    return confirm({ title: say('leaveTitle'), help: say('leaveHelp'), go: say('leave'), stay: say('stay') });
  };
}
