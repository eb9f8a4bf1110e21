import {
  CheckCircleFilled,
  CloseCircleFilled,
  ExclamationCircleFilled,
  InfoCircleFilled,
} from '@ant-design/icons';
import { App } from 'antd';
import { useMemo, type ReactNode } from 'react';

// The library's own icons tell screen readers their English names.
const ICONS = {
  success: <CheckCircleFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
  warning: <ExclamationCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
};
type Kind = keyof typeof ICONS;

/** `key`: replaces the words shown under it; `duration`: how long they are seen, in seconds (3). */
type Show = (words: ReactNode, more?: { key?: string; duration?: number }) => void;

/** Says for a moment at the top of the page what has happened. */
export function useToast(): Record<Kind, Show> {
  const { message } = App.useApp();
  return useMemo(() => {
    const of =
      (type: Kind): Show =>
      (content, more) =>
        void message.open({ ...more, type, content, icon: ICONS[type] });
    return { success: of('success'), info: of('info'), warning: of('warning'), error: of('error') };
  }, [message]);
}
