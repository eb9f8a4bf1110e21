import { CheckCircleFilled, HourglassOutlined, RightCircleOutlined, SyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { agentTexts } from '../common/texts';
import { stepTexts } from '../common/texts-step';
import type { Guide, GuideStep, Ticket } from '../common/ticket-cache';
import { UndoMerge } from './merge-undo';
import styles from './step-rest.module.css';
import small from '../common/small.module.css';

const WORDS = {
  automatic: 'automatic',
  'waits-for-customer': 'waitsForCustomer',
  'waits-for-others': 'waitsForOthers',
  joined: 'joined',
} as const;

/** A step in which nothing is done by people of ours: whose turn it is and since when. */
export function StepState({ step }: { step: GuideStep }) {
  const say = useTexts(stepTexts);
  const format = useFormat();
  if (step.kind === 'human') return null;
  const isOurs = step.kind === 'automatic';
  return (
    <p className={styles.state} data-kind={step.kind}>
      {isOurs ? <SyncOutlined aria-hidden /> : <HourglassOutlined aria-hidden />}
      <span>
        {say(WORDS[step.kind])}
        {step.enteredAt !== null && !isOurs && (
          <span className={styles.since}> {say('sinceWhen', { time: format.time(step.enteredAt) })}</span>
        )}
      </span>
    </p>
  );
}

/** The ticket is closed: how it ended, and the way on. */
export function Ended(props: { ticket: Ticket; guide: Guide; onNext: () => void }) {
  const { ticket, guide, onNext } = props;
  const say = useTexts(stepTexts);
  const format = useFormat();
  const { status, outcomeTitle, resolvedAt, updatedAt, mergedInto } = ticket;
  if (status === 'open') return null;
  return (
    <section className={styles.rest} data-status={status}>
      <h2 tabIndex={-1}>
        <CheckCircleFilled aria-hidden /> {say(`ended_${status}`)}
        {outcomeTitle !== null && status === 'resolved' ? ` · ${outcomeTitle}` : ''}
      </h2>
      <p>{format.dateTime(resolvedAt ?? updatedAt)}</p>
      {mergedInto !== null && (
        <p>
          <Link to={`/agent/tickets/${mergedInto}`}>{say('openMerged', { number: mergedInto })}</Link>
        </p>
      )}
      {guide.acts.includes('undo') && <UndoMerge ticket={ticket} />}
      {guide.mayNotUndo !== null && <p role="status">{guide.mayNotUndo}</p>}
      <NextButton onNext={onNext} />
    </section>
  );
}

/** No step of the ticket is this person's: the way on. Who has it stands in the steps. */
export function NothingToDo({ onNext }: { onNext: () => void }) {
  const say = useTexts(stepTexts);
  return (
    <section className={styles.rest}>
      <p>{say('nothingToDo')}</p>
      <NextButton onNext={onNext} />
    </section>
  );
}

function NextButton({ onNext }: { onNext: () => void }) {
  const say = useTexts(agentTexts);
  return (
    <Button
      type="primary"
      icon={<RightCircleOutlined aria-hidden />}
      aria-keyshortcuts="n"
      className={small.next}
      onClick={onNext}
    >
      {say('next')} <kbd aria-hidden>N</kbd>
    </Button>
  );
}
