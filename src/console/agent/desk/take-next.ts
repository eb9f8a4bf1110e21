import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client';
import { refresh } from '../../api/queries';
import { useTexts } from '../../i18n/texts';
import { useProblemWords } from '../../kit/problems/problem-notice';
import { useToast } from '../../kit/use-toast';
import { agentTexts } from '../common/texts';
import { keepAnswer } from '../common/ticket-cache';

/** Takes the ticket that is due first and opens it. */
export function useTakeNext(): { take: () => Promise<void>; isTaking: boolean } {
  const say = useTexts(agentTexts);
  const words = useProblemWords();
  const toast = useToast();
  const go = useNavigate();
  const isBusy = useRef(false);
  const [isTaking, setTaking] = useState(false);
  const latest = { say, words };
  const used = useRef(latest);
  used.current = latest;
  const take = useCallback(async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setTaking(true);
    try {
      const { data } = await api.POST('/api/desk/next', { body: {} });
      if (data) {
        keepAnswer(data);
        void go(`/agent/tickets/${data.ticket.id}`);
      } else toast.info(used.current.say('nothingWaits'), { key: 'next' });
    } catch (error) {
      const { title, detail } = used.current.words(error);
      toast.error(`${title} ${detail}`, { key: 'next' });
    } finally {
      isBusy.current = false;
      setTaking(false);
      void refresh('/api/desk');
    }
  }, [go, toast]);
  return { take, isTaking };
}
