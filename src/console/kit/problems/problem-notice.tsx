import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { toProblem, type ApiProblem, type FieldError } from '../../api/problem';
import { useTexts } from '../../i18n/texts';
import { useFormat } from '../../i18n/format';
import { kitTexts } from '../common/texts';
import { invalidBody, invalidForm, invalidQuery } from '../../../words/problem-kinds';
import { useWait } from './use-wait';
import styles from './problem-notice.module.css';

/** Their own detail is for programs: it lists places of the request. */
const SAID_BELOW = [invalidBody, invalidForm, invalidQuery].map(({ slug }) => slug);

/** What happened and what was kept, in words; for toasts and inline notices. */
export function useProblemWords(): (error: unknown) => {
  title: string;
  detail: string;
  problem: ApiProblem;
} {
  const say = useTexts(kitTexts);
  return (error) => {
    const problem = toProblem(error);
    if (problem.slug === 'offline') return { title: say('offline'), detail: say('offlineHelp'), problem };
    if (SAID_BELOW.some((slug) => slug === problem.slug))
      return { title: problem.title, detail: say('nothingDone'), problem };
    if (problem.title === '') return { title: say('broken'), detail: say('brokenHelp'), problem };
    return { title: problem.title, detail: problem.detail, problem };
  };
}

/** A failure where its result would have been, with the way to try again; nothing for what the person took back. */
export function ProblemNotice(props: {
  error: unknown;
  /** What is said at no field; absent: all that the problem lists. */
  errors?: readonly FieldError[];
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const say = useTexts(kitTexts);
  const words = useProblemWords()(props.error);
  if (words.problem.isTakenBack) return null;
  const errors = props.errors ?? words.problem.errors;
  return (
    <Alert
      type={words.problem.isPassing ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={words.title}
      description={
        <>
          {words.problem.wait === null ? words.detail : <Wait error={props.error} />}
          {errors.length > 0 && (
            <ul className={styles.errors}>
              {errors.map(({ pointer, message }) => (
                <li key={pointer + message}>
                  {nameOf(pointer) === '' ? message : say('errorAt', { name: nameOf(pointer), message })}
                </li>
              ))}
            </ul>
          )}
          {props.children}
        </>
      }
      action={props.onRetry && <Button onClick={props.onRetry}>{say('tryAgain')}</Button>}
    />
  );
}

/** How long nothing more is listened to. It is read out once, not each second. */
function Wait({ error }: { error: unknown }) {
  const say = useTexts(kitTexts);
  const format = useFormat();
  const left = useWait(error);
  return (
    <span role="timer" aria-live="off" className={styles.wait}>
      {left > 0 ? say('waitFor', { time: format.clock(left * 1000) }) : say('waitOver')}
    </span>
  );
}

/** What a place in the request is called: the last name in its pointer. */
function nameOf(pointer: string): string {
  return pointer.split('/').findLast((part) => part !== '' && !/^\d+$/.test(part)) ?? '';
}
