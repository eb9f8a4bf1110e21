import { Button, Empty } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { useTexts } from '../../i18n/texts';
import { managerTexts } from '../common/texts';
import { ticketTexts } from '../common/texts-tickets';
import { AgentList } from './tickets-agent';
import { BacklogList, isBacklogList } from './tickets-backlog';
import { isFigure } from '../common/figure-parts';
import { FigureList } from './tickets-figure';
import { BottleneckList, StepList } from './tickets-visits';
import { WayList } from './tickets-way';
import type { FilterRoom } from '../common/use-filters';
import pageHead from '../common/page-head.module.css';
import panel from '../common/panel.module.css';

/** The tickets behind a number: `list` and `of` in the address say which. */
export function TicketsPage({ room }: { room: FilterRoom }) {
  const [params] = useSearchParams();
  const list = params.get('list');
  const of = params.get('of') ?? '';
  const { sop } = room.filters;
  if (list === 'figure' && isFigure(of)) return <FigureList key={of} figure={of} room={room} />;
  if (list === 'backlog' && isBacklogList(of)) return <BacklogList key={of} what={of} room={room} />;
  if (list === 'agent') return <AgentList key={of} agent={of} room={room} />;
  if (list === 'step' && sop !== null) return <StepList key={of} step={of} sop={sop} room={room} />;
  if (list === 'way' && sop !== null) return <WayList key={of} way={of} sop={sop} room={room} />;
  if (list === 'bottleneck' && sop !== null)
    return <BottleneckList key={of} step={of} sop={sop} room={room} />;
  return <NoNumber room={room} />;
}

function NoNumber({ room }: { room: FilterRoom }) {
  const say = useTexts(managerTexts);
  const tell = useTexts(ticketTexts);
  return (
    <>
      <header className={pageHead.head} data-testid="page-head">
        <h1>{tell('title')}</h1>
      </header>
      <div className={panel.noCases} data-testid="no-cases">
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              <strong>{tell('chooseNumber')}</strong>
              <br />
              {tell('chooseNumberHelp')}
            </>
          }
        >
          <Link to={room.linkTo('')}>
            <Button type="primary" tabIndex={-1} title={say('overview')}>
              {tell('toOverview')}
            </Button>
          </Link>
        </Empty>
      </div>
    </>
  );
}
