import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLayoutEffect, useRef, useState, type UIEvent } from 'react';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/late';
import { ProblemNotice } from '../../kit/problem-notice';
import { useMessages, type Message } from '../../kit/ticket-story-data';
import './around.css';
import { Composer } from './composer-box';
import { ConversationMessage } from './conversation-message';
import { aroundTexts } from '../common/texts-around';
import { useGuide, useTicket } from '../common/ticket-cache';

/** What was said with the customer, our own notes, and the box for the next message. It fills the place it is given. */
export function Conversation({ ticketId }: { ticketId: string }) {
  const say = useTexts(aroundTexts);
  const messages = useMessages(ticketId);
  const ticket = useTicket(ticketId).data;
  const guide = useGuide(ticketId).data;
  return (
    <section className="conversation" aria-label={say('conversation')}>
      {messages.data ? (
        <Messages key={`messages-${ticketId}`} ticketId={ticketId} messages={messages.data} />
      ) : (
        <div className="conversation-log">
          {messages.error ? (
            <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />
          ) : (
            <Waiting rows={3} />
          )}
        </div>
      )}
      <Composer key={`composer-${ticketId}`} {...{ ticketId, ticket, guide }} />
    </section>
  );
}

/** How near to its end (px) the log counts as read to the end. */
const NEAR = 48;

function Messages({ ticketId, messages }: { ticketId: string; messages: Message[] }) {
  const say = useTexts(aroundTexts);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [seen, setSeen] = useState(messages.length);
  const last = messages.at(-1);
  useLayoutEffect(() => {
    const { current } = log;
    if (!current || !isAtEnd.current) return;
    current.scrollTop = current.scrollHeight;
  }, [last?.id]);
  useLayoutEffect(() => {
    const { current } = log;
    if (!current) return;
    // The box below grows with what is typed; what was said last stays in sight.
    const observer = new ResizeObserver(() => {
      if (isAtEnd.current) current.scrollTop = current.scrollHeight;
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const toEnd = (): void => log.current?.scrollTo({ top: log.current.scrollHeight });
  const read = ({ currentTarget }: UIEvent<HTMLDivElement>): void => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
    if (isAtEnd.current) setSeen(messages.length);
  };
  return (
    <div className="conversation-place">
      <div
        className="conversation-log"
        ref={log}
        onScroll={read}
        role="log"
        aria-label={say('conversation')}
        // It can be scrolled with the keys.
        tabIndex={0}
      >
        {messages.length === 0 && <p className="conversation-empty">{say('noMessages')}</p>}
        {messages.map((message, index) => (
          <ConversationMessage key={message.id} {...{ ticketId, message }} before={messages[index - 1]} />
        ))}
      </div>
      {seen < messages.length && !isAtEnd.current && (
        <Button className="conversation-new" size="small" icon={<DownOutlined aria-hidden />} onClick={toEnd}>
          {say('newMessages')}
        </Button>
      )}
    </div>
  );
}
