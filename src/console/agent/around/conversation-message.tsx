import { LockOutlined, RobotOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useMe } from '../../api/session';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import type { Message } from '../../kit/ticket-story/data';
import { Quote } from '../../kit/ticket-story/quote';
import { aroundTexts } from '../common/texts-around';
import { OutsideName } from '../../kit/common/outside-name';
import styles from './conversation-message.module.css';

/** One message or note. `ticketId`: whose conversation it is; what was said in a merged ticket stands in it too. `before`: the message above it, which may have said the day already. */
export function ConversationMessage(props: {
  ticketId: string;
  message: Message;
  before: Message | undefined;
}) {
  const { ticketId, message, before } = props;
  const say = useTexts(aroundTexts);
  const format = useFormat();
  const { at, body, from, internal } = message;
  const day = format.day(at);
  const isNewDay = before !== undefined && format.day(before.at) !== day;
  const side = internal ? 'note' : from === 'customer' ? 'customer' : 'ours';
  return (
    <>
      {isNewDay && <p className={styles.day}>{day}</p>}
      <article className={styles.message} data-testid="message" data-side={side}>
        <header>
          {internal && <LockOutlined aria-hidden />}
          {from === 'system' && <RobotOutlined aria-hidden />}
          <Author message={message} />
          <Recorder message={message} />
          {message.ticketId !== ticketId && (
            <Link className={styles.from} to={`/agent/tickets/${message.ticketId}`}>
              {say('fromTicket', { number: message.ticketId })}
            </Link>
          )}
          {internal && from !== 'system' && <span className={styles.kind}>{say('internal')}</span>}
          <time dateTime={at} title={format.dateTime(at)}>
            {format.time(at)}
          </time>
        </header>
        <Quote text={body} />
      </article>
    </>
  );
}

function Author({ message }: { message: Message }) {
  const say = useTexts(aroundTexts);
  const me = useMe();
  const { author, from, internal } = message;
  if (from === 'system') return <b>{say(internal ? 'noteBySop' : 'bySop')}</b>;
  if (author.id === me.id && from === 'agent') return <b>{say('you')}</b>;
  return (
    <b>
      <OutsideName name={author.name ?? ''} other={say(from === 'customer' ? 'customer' : 'colleague')} />
    </b>
  );
}

/** Who wrote down what the customer said: their words came through somebody of ours. */
function Recorder({ message: { recordedBy } }: { message: Message }) {
  const say = useTexts(aroundTexts);
  const me = useMe();
  if (recordedBy === null) return null;
  const { id, name } = recordedBy;
  return (
    <span className={styles.recorder} dir="auto">
      {id === me.id ? say('recordedByMe') : say('recordedBy', { name: name ?? say('colleague') })}
    </span>
  );
}
