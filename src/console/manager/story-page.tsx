import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { $api, type Schemas } from '../api/client';
import { toProblem } from '../api/problem';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { useVisits } from '../kit/ticket-story-data';
import { storyTexts } from '../kit/ticket-story-texts';
import { TicketStory } from '../kit/ticket-story-view';
import { managerTexts } from './texts';
import { ticketTexts } from './texts-tickets';
import { useTeamName } from '../kit/team-names';
import type { FilterRoom } from './use-filters';
import { VisitTable } from './visit-table';
import { VisitTimeline } from './visit-timeline';
import { visibleName } from '../kit/visible-name';

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
      <section className="panel story-panel" aria-labelledby="story-history">
        <History ticket={data ?? { id }} />
      </section>
    </>
  );
}

function History({ ticket }: { ticket: Schemas['Ticket'] | { id: string } }) {
  const tell = useTexts(ticketTexts);
  return (
    <>
      <header className="panel-head">
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
        [say('channel'), wordChannel(ticket.channel, words)],
        [tell('priority'), words(`priority_${ticket.priority}`)],
        [say('created'), format.dateTime(ticket.createdAt)],
      ]
    : [];
  const isEntered = window.history.length > 1;
  return (
    <header className="story-top">
      <div className="page-head">
        <h1 dir="auto">
          <span className="quiet">#{id}</span> {ticket?.subject}
        </h1>
        {ticket && (
          <span className="story-status" data-status={ticket.status}>
            {say(`status_${ticket.status}`)}
          </span>
        )}
        <span className="page-acts">
          <Button
            icon={<ArrowLeftOutlined aria-hidden />}
            onClick={() => void (isEntered ? go(-1) : go(room.linkTo('')))}
          >
            {tell('back')}
          </Button>
        </span>
      </div>
      <dl className="story-facts">
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

type StorySay = (key: keyof typeof storyTexts.entries) => string;

function wordChannel(channel: string, words: StorySay): string {
  const known = (['web', 'chat', 'app', 'phone', 'email', 'api'] as const).find((one) => one === channel);
  return known === undefined ? channel : words(`channel_${known}`);
}

function Visits({ ticketId }: { ticketId: string }) {
  const tell = useTexts(ticketTexts);
  const { data, error, refetch, dataUpdatedAt } = useVisits(ticketId);
  return (
    <section className="panel story-panel" aria-labelledby="story-time">
      <header className="panel-head">
        <h2 id="story-time">{tell('timeline')}</h2>
      </header>
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting rows={6} />}
      {data?.items.length === 0 && <p className="quiet">{tell('noVisits')}</p>}
      {data && data.items.length > 0 && (
        <>
          <VisitTimeline visits={data.items} now={dataUpdatedAt} />
          <details className="story-table" open>
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
    <div className="no-cases">
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
