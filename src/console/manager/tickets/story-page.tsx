import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { $api, type Schemas } from '../../api/client';
import { toProblem } from '../../api/problem';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useVisits } from '../../kit/ticket-story/data';
import { storyTexts } from '../../kit/ticket-story/texts';
import { channelWord } from '../../kit/ticket-story/words';
import { TicketStory } from '../../kit/ticket-story/ticket-story-view';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { useTeamName } from '../../kit/common/team-names';
import type { FilterRoom } from '../common/use-filters';
import { VisitTable } from './visit-table';
import { VisitTimeline } from './visit-timeline';
import { visibleName } from '../../kit/common/visible-name';
import { classes } from '../../kit/common/classes';
import pageHead from '../common/page-head.module.css';
import panel from '../common/panel.module.css';
import styles from './story-page.module.css';

/** The story of one ticket: where its time went, and what happened. */
export function StoryPage({ room }: { room: FilterRoom }) {
  const { id = '' } = useParams();
  const { data, error, refetch } = $api.useQuery('get', '/api/tickets/{id}', { params: { path: { id } } });
  if (error && !data) {
    if (toProblem(error).status === 404) return <NoTicket room={room} />;
    return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <StoryHead ticket={data} id={id} room={room} />
      <Visits ticketId={id} />
      <section className={classes(panel.panel, styles.panel)} aria-labelledby="story-history">
        <History ticket={data ?? { id }} />
      </section>
    </>
  );
}

function History({ ticket }: { ticket: Schemas['Ticket'] | { id: string } }) {
  const tell = useTexts(ticketTexts);
  return (
    <>
      <header className={panel.head}>
        <h2 id="story-history">{tell('history')}</h2>
      </header>
      <TicketStory ticket={ticket} />
    </>
  );
}

interface HeadProps {
  ticket: Schemas['Ticket'] | undefined;
  id: string;
  room: FilterRoom;
}

function StoryHead({ ticket, id, room }: HeadProps) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  const words = useTexts(storyTexts);
  const format = useFormat();
  const teamName = useTeamName();
  const go = useNavigate();
  const facts: [string, string | null][] = ticket
    ? [
        [say('sop'), `${ticket.sopTitle} · ${say('versionN', { version: ticket.sopVersion })}`],
        [tell('now'), ticket.stepTitles.join(' · ') || null],
        [tell('outcome'), ticket.outcomeTitle ?? ticket.outcome],
        [say('team'), teamName(ticket.team)],
        [tell('holder'), ticket.assigneeName],
        [tell('customerName'), visibleName(ticket.customer.name)],
        [say('channel'), channelWord(ticket.channel, { say: words })],
        [tell('priority'), words(`priority_${ticket.priority}`)],
        [say('created'), format.dateTime(ticket.createdAt)],
      ]
    : [];
  const isEntered = window.history.length > 1;
  return (
    <header className={styles.top}>
      <div className={classes(pageHead.head, styles.line)} data-testid="page-head">
        <h1 dir="auto">
          <span className="is-soft">#{id}</span> {ticket?.subject}
        </h1>
        {ticket && (
          <span className={styles.status} data-status={ticket.status}>
            {say(`status_${ticket.status}`)}
          </span>
        )}
        <span className={pageHead.acts}>
          <Button
            icon={<ArrowLeftOutlined aria-hidden />}
            onClick={() => void (isEntered ? go(-1) : go(room.linkTo('')))}
          >
            {tell('back')}
          </Button>
        </span>
      </div>
      <dl className={styles.facts}>
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}

function Visits({ ticketId }: { ticketId: string }) {
  const tell = useTexts(ticketTexts);
  const { data, error, refetch, dataUpdatedAt } = useVisits(ticketId);
  return (
    <section className={classes(panel.panel, styles.panel)} aria-labelledby="story-time">
      <header className={panel.head}>
        <h2 id="story-time">{tell('timeline')}</h2>
      </header>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={6} />}
      {data?.items.length === 0 && <p className="is-soft">{tell('noVisits')}</p>}
      {data && data.items.length > 0 && (
        <>
          <VisitTimeline visits={data.items} now={dataUpdatedAt} />
          <details className={styles.table} open>
            <summary>{tell('asTable')}</summary>
            <VisitTable visits={data.items} />
          </details>
        </>
      )}
    </section>
  );
}

function NoTicket({ room }: { room: FilterRoom }) {
  const tell = useTexts(ticketTexts);
  const go = useNavigate();
  return (
    <div className={panel.noCases} data-testid="no-cases">
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={
          <>
            <strong>{tell('notFound')}</strong>
            <br />
            {tell('notFoundHelp')}
          </>
        }
      >
        <Button type="primary" onClick={() => void go(room.linkTo(''))}>
          {tell('toOverview')}
        </Button>
      </Empty>
    </div>
  );
}
