import { RightCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Segmented, Tag, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api } from '../../api/client';
import { useMe } from '../../api/session';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { useHotkeys } from '../../kit/use-hotkeys';
import { RANGES, rangeOf, type Range } from './ticket-range';
import { agentTexts } from '../common/texts';
import type { Ticket } from '../common/ticket-cache';
import { NextClock } from '../common/ticket-clock';
import { TicketMarks } from '../common/ticket-marks';
import { OutsideName } from '../../kit/common/outside-name';
import plainTitle from '../common/plain-title.module.css';
import styles from './ticket-list.module.css';

/** The tickets of the agent's teams: what to do, who waits, and any ticket by its words. Where no ticket is open. */
export function TicketList({ onNext }: { onNext: () => void }) {
  const say = useTexts(agentTexts);
  const [search, setSearch] = useSearchParams();
  const range = rangeOf(search.get('range'));
  const q = search.get('q') ?? '';
  // What is looked for comes newest first.
  const query = { ...RANGES[range], limit: 40, ...(q === '' ? {} : { q, sort: 'created' as const }) };
  const tickets = useInfiniteQuery({
    queryKey: ['get', '/api/tickets', query, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const page = pageParam === null ? {} : { cursor: pageParam };
      const { data } = await api.GET('/api/tickets', { params: { query: { ...query, ...page } }, signal });
      return data ?? { items: [], nextCursor: null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
  const change = (next: { q?: string; range?: Range }): void => {
    const all = { q, range, ...next };
    setSearch(
      { ...(all.q === '' ? {} : { q: all.q }), ...(all.range === 'person' ? {} : { range: all.range }) },
      { replace: true },
    );
  };
  const items = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles.list}>
      <div className={styles.welcome}>
        <div>
          <h1 className={plainTitle.title}>{say('noTicketOpen')}</h1>
          <p>{say('noTicketOpenHelp')}</p>
        </div>
        <Button size="large" icon={<RightCircleOutlined aria-hidden />} onClick={onNext}>
          {say('next')}
        </Button>
      </div>
      <div className={styles.bar}>
        <SearchField value={q} hasFocus={search.has('find')} onChange={(words) => change({ q: words })} />
        <Segmented<Range>
          aria-label={say('showWhich')}
          value={range}
          options={[
            { value: 'person', label: say('filterOpen') },
            { value: 'customer', label: say('filterCustomer') },
            { value: 'others', label: say('filterOthers') },
            { value: 'resolved', label: say('filterEnded') },
            { value: 'all', label: say('filterAll') },
          ]}
          onChange={(next) => change({ range: next })}
        />
      </div>
      {tickets.error ? (
        <ProblemNotice error={tickets.error} onRetry={() => void tickets.refetch()} />
      ) : !tickets.data ? (
        <Waiting rows={8} />
      ) : items.length === 0 ? (
        <EmptyList isSearch={q !== ''} isAll={range === 'all'} onAll={() => change({ range: 'all' })} />
      ) : (
        <ul className={styles.rows} aria-busy={tickets.isPlaceholderData}>
          {items.map((ticket) => (
            <TicketRow key={ticket.id} ticket={ticket} />
          ))}
        </ul>
      )}
      {tickets.hasNextPage && (
        <Button
          className={styles.more}
          loading={tickets.isFetchingNextPage && { delay: 200 }}
          onClick={() => void tickets.fetchNextPage()}
        >
          {say('more')}
        </Button>
      )}
    </section>
  );
}

function EmptyList({ isSearch, isAll, onAll }: { isSearch: boolean; isAll: boolean; onAll: () => void }) {
  const say = useTexts(agentTexts);
  if (!isSearch)
    return (
      <p className={styles.empty} data-testid="list-empty">
        {say('listEmpty')}
      </p>
    );
  return (
    <div className={styles.empty} data-testid="list-empty">
      <p>{say(isAll ? 'nothingFoundAtAll' : 'nothingFound')}</p>
      {!isAll && <Button onClick={onAll}>{say('findInAll')}</Button>}
    </div>
  );
}

const PAUSE_MS = 250;

/** What is typed here is looked for as soon as the typing pauses. */
function SearchField(props: { value: string; hasFocus: boolean; onChange: (words: string) => void }) {
  const { value, hasFocus, onChange } = props;
  const say = useTexts(agentTexts);
  const [typed, setTyped] = useState(value);
  const field = useRef<InputRef>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (hasFocus) field.current?.focus();
  }, [hasFocus]);
  // Here already: at once, so that not one letter typed after it is lost.
  useHotkeys({ '/': () => field.current?.focus() });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Input
      ref={field}
      type="search"
      className={styles.search}
      aria-label={say('search')}
      placeholder={say('searchHint')}
      prefix={<SearchOutlined aria-hidden />}
      allowClear
      maxLength={200}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => onChange(target.value.trim()), PAUSE_MS);
      }}
    />
  );
}

function TicketRow({ ticket }: { ticket: Ticket }) {
  const say = useTexts(agentTexts);
  const format = useFormat();
  const me = useMe();
  const { assignee, assigneeName } = ticket;
  return (
    <li>
      <Link to={`/agent/tickets/${ticket.id}`} className={styles.row} data-testid="list-row">
        <span className={styles.rowNo}>#{ticket.number}</span>
        <span className={styles.rowMain}>
          <span className={styles.rowSubject}>
            <span className={styles.rowName}>{ticket.subject}</span> <TicketMarks ticket={ticket} />
          </span>
          <span className={styles.rowLine}>
            {ticket.sopTitle} · {ticket.stepTitles.join(' / ') || ticket.outcomeTitle}
          </span>
        </span>
        <span className={styles.rowWho}>
          <OutsideName name={ticket.customer.name} />
          {assignee !== null && (
            <span className={styles.rowLine}>
              {assignee === me.id ? say('heldByMe') : say('heldBy', { name: assigneeName ?? '' })}
            </span>
          )}
        </span>
        <span className={styles.rowWhen}>
          {ticket.status !== 'open' ? (
            <Tag>{say(`status_${ticket.status}`)}</Tag>
          ) : ticket.waitsFor === 'person' ? (
            <NextClock ticket={ticket} />
          ) : (
            <time dateTime={ticket.updatedAt}>{format.time(ticket.updatedAt)}</time>
          )}
        </span>
      </Link>
    </li>
  );
}
