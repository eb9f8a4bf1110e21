import { Alert, Button } from 'antd';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useDefinition, useStoryWords, useVisits } from '../../kit/ticket-story/data';
import { tellBriefly } from '../../kit/ticket-story/ticket-story';
import type { Sender } from '../common/send-event';
import { stepTexts } from '../common/texts-step';
import { kitTexts } from '../../kit/common/texts';
import type { GuideStep, HistoryEntry, Ticket } from '../common/ticket-cache';
import { faultsOf } from './form-faults';
import styles from './step-panel.module.css';

/** The newest of what happened meanwhile; the whole stands in the ticket's story. */
const SHOWN = 6;

interface Props {
  ticket: Ticket;
  sender: Sender;
  steps: GuideStep[];
}

/** Why the last action was not done: what happened, what was kept, and what can be done about it. */
export function StandingNotice({ ticket, sender, steps }: Props) {
  const say = useTexts(stepTexts);
  const kit = useTexts(kitTexts);
  const named = useNamedProblem(steps);
  const { standing, settle, send } = sender;
  if (standing.kind === 'idle' || standing.kind === 'sending') return null;
  const { title } = standing.action;
  if (standing.kind === 'failed') {
    const { problem, action, data } = standing;
    const { atFields, beside } = faultsOf(sender, steps);
    // It is said at the fields already, where the cursor stands.
    if (atFields.length > 0 && beside.length === 0) return null;
    return (
      <div className={styles.notice}>
        <ProblemNotice
          error={named(problem)}
          errors={beside}
          onRetry={problem.isPassing ? () => void send(action, data) : undefined}
        >
          <p className={styles.noticeMore}>
            {problem.isUnknown ? kit('unknownDone') : say('notDone', { title })}{' '}
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
      className={styles.notice}
      type="warning"
      showIcon
      role="alert"
      title={say('conflict', { title })}
      description={<Meanwhile ticket={ticket} before={standing.before} entries={standing.entries} />}
      action={<Button onClick={settle}>{say('understood')}</Button>}
    />
  );
}

function Meanwhile(props: { ticket: Ticket; before: HistoryEntry | null; entries: HistoryEntry[] }) {
  const { ticket, before, entries } = props;
  const say = useTexts(stepTexts);
  const format = useFormat();
  const visits = useVisits(ticket.id).data?.items ?? [];
  const words = useStoryWords(useDefinition({ sop: ticket.sop, sopVersion: ticket.sopVersion }), visits);
  if (entries.length === 0) return null;
  const from = Math.max(0, entries.length - SHOWN);
  return (
    <ul className={styles.meanwhile} aria-label={say('meanwhile')}>
      {entries.slice(from).map((entry, index) => (
        <li key={entry.seq}>
          <time dateTime={entry.at}>{format.time(entry.at)}</time>{' '}
          {tellBriefly(entry, entries[from + index - 1] ?? before, visits, words)}
        </li>
      ))}
    </ul>
  );
}
