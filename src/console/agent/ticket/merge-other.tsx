import { WarningFilled } from '@ant-design/icons';
import { Tag } from 'antd';
import { useTexts } from '../../i18n/texts';
import { agentTexts } from '../common/texts';
import { actTexts } from '../common/texts-acts';
import type { Ticket } from '../common/ticket-cache';
import { whyNotMerge, type OtherTicket } from './merge';
import { visibleName } from '../../kit/common/visible-name';
import styles from './merge.module.css';
import schemaForm from '../../kit/schema-form/schema-form.module.css';

interface Props {
  ticket: Ticket;
  other: OtherTicket;
  /** The customers differ. */
  isOther: boolean;
  isConfirmed: boolean;
  onConfirm: (is: boolean) => void;
}

/** The ticket that goes on, before the yes: whose it is, what about, and where it stands. */
export function MergeOther({ ticket, other, isOther, isConfirmed, onConfirm }: Props) {
  const say = useTexts(actTexts);
  const sayAgent = useTexts(agentTexts);
  const why = whyNotMerge(ticket, other);
  return (
    <>
      <dl className={styles.other}>
        <dt>#{other.number}</dt>
        <dd dir="auto">{other.subject}</dd>
        <dt>{sayAgent('customer')}</dt>
        <dd dir="auto" className={isOther ? styles.differs : undefined}>
          {nameOf(other.customer)}
        </dd>
        <dt>{say('mergeWhere')}</dt>
        <dd>
          <Tag>{sayAgent(`status_${other.status}`)}</Tag> {other.place}
        </dd>
      </dl>
      {why !== null && (
        <p className={schemaForm.message} data-testid="sf-message">
          {say(why === 'self' ? 'mergeSelf' : 'mergeEnded')}
        </p>
      )}
      {why === null && isOther && (
        <div className={styles.warning} role="alert">
          <p>
            <WarningFilled aria-hidden />{' '}
            {say('mergeDiffers', { mine: nameOf(ticket.customer), other: nameOf(other.customer) })}
          </p>
          <label className={styles.yes}>
            <input
              type="checkbox"
              checked={isConfirmed}
              onChange={({ target }) => onConfirm(target.checked)}
            />
            <span>{say('mergeConfirm')}</span>
          </label>
        </div>
      )}
    </>
  );
}

/** The number too: two customers may have the same name. */
function nameOf({ id, name }: OtherTicket['customer']): string {
  const shown = visibleName(name);
  return shown === '' ? id : `${shown} · ${id}`;
}
