import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { toProblem, type ApiProblem } from '../api/problem';
import { useTexts } from '../i18n/texts';
import { kitTexts } from './texts';

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
    if (problem.title === '') return { title: say('broken'), detail: say('brokenHelp'), problem };
    return { title: problem.title, detail: problem.detail, problem };
  };
}

/** A failure where its result would have been, with the way to try again. */
export function ProblemNotice(props: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const say = useTexts(kitTexts);
  const words = useProblemWords()(props.error);
  return (
    <Alert
      type={words.problem.isPassing ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={words.title}
      description={
        <>
          {words.detail}
          {words.problem.errors.length > 0 && (
            <ul className="problem-errors">
              {words.problem.errors.map(({ pointer, message }) => (
                <li key={pointer + message}>
                  {pointer !== '' && <code>{pointer}</code>} {message}
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
