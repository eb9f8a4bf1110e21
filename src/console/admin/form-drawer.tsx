import { Button, Drawer, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { adminTexts } from './texts';
import { useMayLeave } from './use-may-leave';

interface FormDrawerProps {
  title: ReactNode;
  width: number;
  /** At the other end of the title. */
  extra?: ReactNode;
  /** What sending the form is called. */
  act: string;
  /** What else can be done; stands apart. */
  acts?: ReactNode;
  form: FormInstance;
  isBusy: boolean;
  error: unknown;
  onClose: () => void;
  children: ReactNode;
}

/** The form of one person or team. Closing it asks first when something was changed. */
export function FormDrawer({ title, width, extra, act, acts, form, isBusy, ...props }: FormDrawerProps) {
  const say = useTexts(adminTexts);
  const mayLeave = useMayLeave();
  const close = async (): Promise<void> => {
    if (await mayLeave(form)) props.onClose();
  };
  return (
    <Drawer
      open
      size={width}
      rootClassName="admin-drawer"
      title={title}
      extra={extra}
      onClose={() => void close()}
      footer={
        <div className="admin-foot">
          {acts}
          <span className="admin-gap" />
          <Button onClick={() => void close()}>{say('cancel')}</Button>
          <Button type="primary" loading={isBusy && { delay: 200 }} onClick={() => form.submit()}>
            {act}
          </Button>
        </div>
      }
    >
      {props.children}
      {props.error !== null && <ProblemNotice error={props.error} />}
    </Drawer>
  );
}

interface LoadingDrawerProps {
  title: string;
  width: number;
  query: { error: unknown; refetch: () => unknown };
  onClose: () => void;
}

/** The same place while the person or team is fetched, or could not be. */
export function LoadingDrawer({ title, width, query, onClose }: LoadingDrawerProps) {
  return (
    <Drawer open size={width} rootClassName="admin-drawer" title={title} onClose={onClose}>
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting rows={8} />
      )}
    </Drawer>
  );
}
