import { DownOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useMessages, type Message } from '../../kit/ticket-story/data';
import { Composer } from './composer-box';
import { ConversationMessage } from './conversation-message';
import { aroundTexts } from '../common/texts-around';
import { useGuide, useTicket } from '../common/ticket-cache';
import styles from './conversation.module.css';

/** What was said with the customer, our own notes, and the box for the next message. It fills the place it is given. */
export function Conversation({ ticketId }: { ticketId: string }) {
  const say = useTexts(aroundTexts);
  const messages = useMessages(ticketId);
  const ticket = useTicket(ticketId).data;
  const guide = useGuide(ticketId).data;
  return (
    <section className={styles.conversation} aria-label={say('conversation')}>
      {messages.data ? (
        <Messages
          key={`messages-${ticketId}`}
          ticketId={ticketId}
          messages={messages.data}
          earlier={
            messages.hasNextPage
              ? { isComing: messages.isFetchingNextPage, fetch: () => void messages.fetchNextPage() }
              : null
          }
        />
      ) : (
        <div className={styles.log}>
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

interface MessagesProps {
  ticketId: string;
  messages: Message[];
  /** What was said before, on demand; null: that is all. */
  earlier: { isComing: boolean; fetch: () => void } | null;
}

function Messages({ ticketId, messages, earlier }: MessagesProps) {
  const say = useTexts(aroundTexts);
  const log = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = messages.at(-1);
  const [seen, setSeen] = useState(last?.id);
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
  useStaying(log, messages[0]?.id);
  const toEnd = (): void => log.current?.scrollTo({ top: log.current.scrollHeight });
  const read = ({ currentTarget }: UIEvent<HTMLDivElement>): void => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR;
    if (isAtEnd.current) setSeen(last?.id);
  };
  return (
    <div className={styles.place}>
      <div
        className={styles.log}
        ref={log}
        onScroll={read}
        role="log"
        aria-label={say('conversation')}
        // It can be scrolled with the keys.
        tabIndex={0}
      >
        {earlier !== null && (
          <Button
            className={styles.earlier}
            size="small"
            type="text"
            loading={earlier.isComing && { delay: 200 }}
            onClick={earlier.fetch}
          >
            {say('earlierMessages')}
          </Button>
        )}
        {messages.length === 0 && <p className={styles.empty}>{say('noMessages')}</p>}
        {messages.map((message, index) => (
          <ConversationMessage key={message.id} {...{ ticketId, message }} before={messages[index - 1]} />
        ))}
      </div>
      {seen !== last?.id && !isAtEnd.current && (
        <Button className={styles.newOnes} size="small" icon={<DownOutlined aria-hidden />} onClick={toEnd}>
          {say('newMessages')}
        </Button>
      )}
    </div>
  );
}

/** When earlier messages come in above, what is being read stays where it is. */
function useStaying(log: RefObject<HTMLDivElement | null>, first: string | undefined): void {
  const before = useRef({ first, height: 0 });
  useLayoutEffect(() => {
    const { current } = log;
    if (!current) return;
    const { first: old, height } = before.current;
    if (old !== first && height > 0) current.scrollTop += current.scrollHeight - height;
    before.current = { first, height: current.scrollHeight };
  });
}
