import { ExclamationCircleFilled } from '@ant-design/icons';
import { App, type FormInstance } from 'antd';
import { useTexts } from '../i18n/texts';
import { adminTexts } from './texts';

interface Question {
  title: string;
  help: string;
  /** The way on. */
  go: string;
  /** The way back; "Cancel" when it is absent. */
  stay?: string;
}

/** Asks before something dangerous or final is done. */
export function useConfirm() {
  const say = useTexts(adminTexts);
  const { modal } = App.useApp();
  const confirm = async ({ title, help, go, stay = say('cancel') }: Question): Promise<boolean> =>
    modal.confirm({
      title,
      content: help,
      okText: go,
      cancelText: stay,
      okButtonProps: { danger: true },
      // The library's own icon tells screen readers its English name.
      icon: <ExclamationCircleFilled aria-hidden />,
    });
  /** True when nothing was changed, or the person does not want to keep it. */
  const mayLeave = async (form: FormInstance): Promise<boolean> => {
    if (!form.isFieldsTouched()) return true;
    const words = { title: say('leaveTitle'), help: say('leaveHelp'), go: say('leave'), stay: say('stay') };
    return confirm(words);
  };
  return { confirm, mayLeave };
}
