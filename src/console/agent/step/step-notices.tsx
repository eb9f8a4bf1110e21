import { Alert, Button } from 'antd';
import { useMe } from '../../api/session';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/named-problem';
import { ProblemNotice } from '../../kit/problem-notice';
import { wordEntry } from '../around/history-words';
import type { Sender } from '../common/send-event';
import { stepTexts } from '../common/texts-step';
import type { GuideStep, HistoryEntry } from '../common/ticket-cache';

/** Why the last action was not done: what happened, what was kept, and what can be done about it. */
export function StandingNotice({ sender, steps }: { sender: Sender; steps: GuideStep[] }) {
  const say = useTexts(stepTexts);
  const named = useNamedProblem(steps);
  const { standing, settle, send } = sender;
  if (standing.kind === 'idle' || standing.kind === 'sending') return null;
  const { title } = standing.action;
  if (standing.kind === 'failed') {
    const { problem, action, data } = standing;
    return (
      <div className="notice">
        <ProblemNotice
          error={named(problem)}
          onRetry={problem.isPassing ? () => void send(action, data) : undefined}
        >
          <p className="notice-more">
            {say('notDone', { title })}{' '}
            <Button type="link" size="small" onClick={settle}>
              {say('understood')}
            </Button>
          </p>
        </ProblemNotice>
      </div>
    );
  }
  return (
    <Alert
      className="notice"
      type="warning"
      showIcon
      role="alert"
      title={say('conflict', { title })}
      description={<Meanwhile entries={standing.entries} />}
      action={<Button onClick={settle}>{say('understood')}</Button>}
    />
  );
}

function Meanwhile({ entries }: { entries: HistoryEntry[] }) {
  const say = useTexts(stepTexts);
  const format = useFormat();
  const me = useMe();
  if (entries.length === 0) return null;
  return (
    <ul className="meanwhile" aria-label={say('meanwhile')}>
      {entries.slice(-6).map((entry) => {
        const { who, what, where } = wordEntry(entry, say, me.id);
        return (
          <li key={entry.seq}>
            <time dateTime={entry.at}>{format.time(entry.at)}</time> <strong>{who}</strong> {what}
            {where !== '' && <span className="meanwhile-where"> → {where}</span>}
          </li>
        );
      })}
    </ul>
  );
}
