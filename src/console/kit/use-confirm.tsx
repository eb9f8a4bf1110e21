import { ExclamationCircleFilled } from '@ant-design/icons';
import { App } from 'antd';
import { useTexts } from '../i18n/texts';
import { kitTexts } from './common/texts';

interface Question {
  title: string;
  help: string;
  /** The way on. */
  go: string;
  /** The way back; "Cancel" when it is absent. */
  stay?: string;
}

/** Asks before something dangerous or final is done; true when it is wanted. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const say = useTexts(kitTexts);
  const { modal } = App.useApp();
  return async ({ title, help, go, stay = say('cancel') }) =>
    modal.confirm({
      title,
      content: help,
      okText: go,
      cancelText: stay,
      okButtonProps: { danger: true },
      // The library's own icon tells screen readers its English name.
      icon: <ExclamationCircleFilled aria-hidden />,
    });
}
