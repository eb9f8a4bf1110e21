import { EditOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Tag, Tooltip } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useLang, useTexts } from '../../i18n/texts';
import { useNamedProblem } from '../../kit/problems/named-problem';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useHotkeys } from '../../kit/use-hotkeys';
import { useToast } from '../../kit/use-toast';
import { insertReply } from '../around/composer';
import { stepTexts } from '../common/texts-step';
import { keepAnswer, type Schemas } from '../common/ticket-cache';
import styles from './step-replies.module.css';
import stepSection from './step-section.module.css';

type Reply = Schemas['GuideReply'];

/** What can be said to the customer in this step, filled with the ticket's data and in the customer's language. */
export function QuickReplies({ ticketId, replies }: { ticketId: string; replies: Reply[] }) {
  const say = useTexts(stepTexts);
  const lang = useLang();
  const { send, sending } = useSendReply(ticketId);
  const list = useRef<HTMLUListElement>(null);
  useHotkeys({ q: () => list.current?.querySelector('button')?.focus() });
  return (
    <div className={stepSection.part}>
      <h3 id="replies">{say('replies')}</h3>
      <ul ref={list} className={styles.replies} aria-labelledby="replies">
        {replies.map((reply) => (
          <li key={reply.id} className={styles.reply}>
            <div className={styles.head}>
              <strong>{reply.title}</strong>
              {reply.lang !== lang && <Tag>{say(`replyIn_${reply.lang}`)}</Tag>}
              <span className={styles.acts}>
                <Tooltip title={say('insert')}>
                  <Button
                    size="small"
                    icon={<EditOutlined aria-hidden />}
                    aria-label={`${say('insert')}: ${reply.title}`}
                    onClick={() => insertReply(reply.text)}
                  />
                </Tooltip>
                <Button
                  size="small"
                  icon={<SendOutlined aria-hidden />}
                  aria-label={`${say('sendNow')}: ${reply.title}`}
                  loading={sending === reply.id && { delay: 200 }}
                  onClick={() => void send(reply)}
                >
                  {say('sendNow')}
                </Button>
              </span>
            </div>
            <p lang={reply.lang} className={styles.text}>
              {reply.text}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sends a reply as it is. */
function useSendReply(ticketId: string) {
  const say = useTexts(stepTexts);
  const words = useProblemWords();
  const named = useNamedProblem();
  const toast = useToast();
  const [sending, setSending] = useState<string | null>(null);
  const send = async (reply: Reply): Promise<void> => {
    if (sending !== null) return;
    setSending(reply.id);
    try {
      const { data } = await api.POST('/api/tickets/{id}/messages', {
        params: { path: { id: ticketId } },
        body: { from: 'agent', body: reply.text, internal: false },
      });
      if (data) keepAnswer(data);
      toast.success(say('sent'), { key: 'reply' });
      void refresh('/api/tickets/{id}');
    } catch (error) {
      const { title, detail } = words(named(error));
      toast.error(`${title} ${detail}`, { key: 'reply', duration: 6 });
    } finally {
      setSending(null);
    }
  };
  return { send, sending };
}
