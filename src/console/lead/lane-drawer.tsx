import { Alert, Button, Drawer, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/client';
import { refresh } from '../api/queries';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/common/late';
import { useNamedProblem } from '../kit/problems/named-problem';
import { ProblemNotice, useProblemWords } from '../kit/problems/problem-notice';
import { useToast } from '../kit/use-toast';
import { AssignDialog } from './assign-dialog';
import { LaneName } from './lane-list';
import { keyOf, mayServe, stepsInLane, type Board, type LaneName as Name, type Ticket } from './lanes';
import { sortCandidates } from './people';
import { leadTexts } from './texts';
import { TimeLeft } from './time-left';
import { useLaneTickets, useMayAct } from './use-board';
import { OutsideName } from '../kit/common/outside-name';
import { useFocusBack } from '../kit/use-focus-back';
import boardHalf from './board-half.module.css';
import drawer from './drawer.module.css';

/** One lane: what waits in it, who there is to do it, and the acts that empty it. */
export function LaneDrawer({ lane, board, onClose }: { lane: Name; board: Board; onClose: () => void }) {
  useFocusBack();
  const say = useTexts(leadTexts);
  const [given, setGiven] = useState<Ticket | null>(null);
  const tickets = useLaneTickets(lane);
  const now = board.lanes.find((one) => keyOf(one) === keyOf(lane));
  const able = sortCandidates(board.people.filter((one) => mayServe(one, lane)));
  const present = able.filter((one) => one.present);
  const summary = { waiting: now?.waiting ?? 0, overdue: now?.overdue ?? 0, present: present.length };
  return (
    <Drawer open size={620} title={<LaneName lane={lane} />} onClose={onClose} rootClassName={drawer.drawer}>
      <p className={drawer.summary}>{say('laneSummary', summary)}</p>
      {present.length === 0 && summary.waiting > 0 && (
        <Alert type="warning" showIcon title={say('nobodyMay')} className={drawer.alert} />
      )}
      {present.length > 0 && (
        <>
          <h2>{say('whoMay')}</h2>
          <ul className={drawer.able}>
            {present.map((one) => (
              <li key={one.id}>
                <Link to={`?person=${one.id}`}>{one.name}</Link>{' '}
                <span className="is-soft">
                  {one.held.length === 0 ? say('free') : say('inHand', { count: one.held.length })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{say('waitingTickets')}</h2>
      {tickets.error && <ProblemNotice error={tickets.error} onRetry={tickets.retry} />}
      {tickets.isPending && tickets.items.length === 0 && <Waiting rows={5} />}
      {!tickets.isPending && tickets.items.length === 0 && (
        <p className={boardHalf.empty}>{say('laneGone')}</p>
      )}
      <ul className={drawer.tickets} data-testid="drawer-tickets">
        {tickets.items.map((ticket) => (
          <WaitingTicket key={ticket.id} {...{ ticket, lane }} onGive={() => setGiven(ticket)} />
        ))}
      </ul>
      {!tickets.isAll && <p className="is-soft">{say('moreWaiting')}</p>}
      {given && (
        <AssignDialog
          ticketId={given.id}
          subject={given.subject}
          people={board.people}
          holder={null}
          isMeant={(step) => stepsInLane([step], lane).length > 0}
          onClose={() => setGiven(null)}
        />
      )}
    </Drawer>
  );
}

function WaitingTicket({ ticket, lane, onGive }: { ticket: Ticket; lane: Name; onGive: () => void }) {
  const say = useTexts(leadTexts);
  const may = useMayAct([lane.team]);
  const { take, isTaking } = useTake(ticket.id, lane);
  const { id } = ticket;
  return (
    <li>
      <div className={drawer.ticket}>
        <span className={drawer.subject} data-testid="drawer-subject">
          {may.open ? <Link to={`/agent/tickets/${id}`}>#{id}</Link> : `#${id}`} {ticket.subject}
        </span>
        <span className={drawer.about} data-testid="drawer-about">
          {ticket.stepTitles.join(' · ')} · <OutsideName name={ticket.customer.name} />
          {ticket.priority === 'urgent' && <Tag color="error">{say('urgent')}</Tag>}
          {ticket.priority === 'high' && <Tag color="warning">{say('high')}</Tag>}
        </span>
        <TimeLeft to={ticket.dueAt} />
      </div>
      <div className={drawer.acts}>
        {may.take && (
          <Button
            size="small"
            aria-label={say('takeNamed', { id })}
            loading={isTaking && { delay: 200 }}
            onClick={() => void take()}
          >
            {say('take')}
          </Button>
        )}
        {may.lead && (
          <Button size="small" aria-label={say('giveNamed', { id })} onClick={onGive}>
            {say('give')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Takes what of a ticket waits in this lane, and says what became of it. */
function useTake(ticketId: string, lane: Name): { take: () => Promise<void>; isTaking: boolean } {
  const say = useTexts(leadTexts);
  const words = useProblemWords();
  const named = useNamedProblem();
  const toast = useToast();
  const go = useNavigate();
  const [isTaking, setTaking] = useState(false);
  const take = async (): Promise<void> => {
    setTaking(true);
    try {
      const params = { path: { id: ticketId } };
      const { data: guide } = await api.GET('/api/tickets/{id}/guide', { params });
      // Parallel steps wait in lanes of their own: the one of this lane is meant.
      const [meant] = stepsInLane(guide?.steps ?? [], lane);
      await api.POST('/api/desk/{ticketId}/take', {
        params: { path: { ticketId } },
        body: meant ? { step: meant.step } : {},
      });
      toast.success(
        <>
          {say('taken', { id: ticketId })}{' '}
          <Button
            type="link"
            size="small"
            aria-label={say('openTicket', { id: ticketId })}
            onClick={() => void go(`/agent/tickets/${ticketId}`)}
          >
            {say('open')}
          </Button>
        </>,
        { duration: 6 },
      );
    } catch (error) {
      const { title, detail } = words(named(error));
      toast.error(`${title} ${detail}`, { duration: 6 });
    } finally {
      setTaking(false);
      void refresh('/api/desk', '/api/tickets');
    }
  };
  return { take, isTaking };
}
