import { LockOutlined, RobotOutlined } from '@ant-design/icons';
import { useMe } from '../../api/session';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import type { Message } from '../../kit/ticket-story-data';
import { Quote } from '../../kit/ticket-story-quote';
import { aroundTexts } from '../common/texts-around';

/** One message or note. `before`: the message above it, which may have said the day already. */
export function ConversationMessage({ message, before }: { message: Message; before: Message | undefined }) {
  const say = useTexts(aroundTexts);
  const format = useFormat();
  const { at, body, from, internal } = message;
  const day = format.day(at);
  const isNewDay = before !== undefined && format.day(before.at) !== day;
  const side = internal ? 'note' : from === 'customer' ? 'customer' : 'ours';
  return (
    <>
      {isNewDay && <p className="message-day">{day}</p>}
      <article className={`message message-${side}`}>
        <header>
          {internal && <LockOutlined aria-hidden />}
          {from === 'system' && <RobotOutlined aria-hidden />}
          <Author message={message} />
          {internal && from !== 'system' && <span className="message-kind">{say('internal')}</span>}
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
  return <b dir="auto">{author.name ?? say(from === 'customer' ? 'customer' : 'colleague')}</b>;
}
