import { Button, Drawer, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { adminTexts } from './texts';
import { useMayLeave } from './use-may-leave';
import styles from './form.module.css';

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
      title={title}
      extra={extra}
      onClose={() => void close()}
      footer={
        <div className={styles.foot}>
          {acts}
          <span className={styles.gap} />
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

/**
 * For the query a form begins with: nothing is kept once it is closed, so that a form opened again right after it was
 * saved does not begin with how things were before.
 */
export const FETCHED_WHEN_OPENED = { gcTime: 0, staleTime: 0 };

interface LoadingDrawerProps {
  title: string;
  width: number;
  query: { error: unknown; refetch: () => unknown };
  onClose: () => void;
}

/** The same place while the person or team is fetched, or could not be. */
export function LoadingDrawer({ title, width, query, onClose }: LoadingDrawerProps) {
  return (
    <Drawer open size={width} title={title} onClose={onClose}>
      {query.error ? (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting rows={8} />
      )}
    </Drawer>
  );
}
