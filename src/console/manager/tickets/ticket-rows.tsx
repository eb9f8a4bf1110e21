import { ArrowLeftOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { CsvButton } from '../common/csv-button';
import { FigureTable, type Column } from '../common/figure-table';
import { NoCases } from '../common/no-cases';
import { PageHead } from '../common/page-head';
import { ticketTexts } from '../common/texts-tickets';
import type { FilterRoom } from '../common/use-filters';
import type { Rows } from './use-rows';
import { classes } from '../../kit/common/classes';
import styles from '../common/panel.module.css';

/** A part of a list that can be looked at alone. */
export interface Part {
  /** In the address as `only`; absent there: the whole list. */
  name: string;
  label: string;
}

/** The part that the address asks for; null: the whole list. */
export function useOnly<Name extends string>(names: readonly Name[]): Name | null {
  const [params] = useSearchParams();
  return names.find((name) => name === params.get('only')) ?? null;
}

interface Props<Row> {
  title: string;
  room: FilterRoom;
  answer: UseQueryResult<Rows<Row>>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  sort?: string;
  /** The parts to choose from, and the one that is shown. */
  parts?: Part[];
  only?: string | null;
  fetchFile: () => Promise<{ data?: Blob }>;
}

/** A list of tickets with its parts, its order and its download. */
export function TicketRows<Row>(props: Props<Row>) {
  const { title, room, answer, parts = [], only = null, ...table } = props;
  const tell = useTexts(ticketTexts);
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const rows = answer.data?.rows ?? [];
  const show = (name: string): void => {
    const said = new URLSearchParams(params);
    if (name === 'all') said.delete('only');
    else said.set('only', name);
    setParams(said, { replace: true });
  };
  return (
    <>
      <PageHead title={title} room={room}>
        <Count answer={answer} />
        {parts.length > 0 && (
          <Segmented
            aria-label={tell('show')}
            value={only ?? 'all'}
            onChange={show}
            options={[
              { value: 'all', label: tell('only_all') },
              ...parts.map(({ name, label }) => ({ value: name, label })),
            ]}
          />
        )}
        <CsvButton name={title} room={room} fetchFile={props.fetchFile} />
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => void go(-1)}>
          {tell('back')}
        </Button>
      </PageHead>
      {answer.error && !answer.data && (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Waiting rows={12} />}
      {answer.data && rows.length === 0 && answer.data.hidden === 0 && only === null && (
        <NoCases room={room} />
      )}
      {answer.data && rows.length === 0 && only !== null && (
        <p className={styles.noCases} data-testid="no-cases">
          <strong>{tell('noneLike')}</strong> {tell('noneLikeHelp')}
        </p>
      )}
      {rows.length > 0 && (
        <div className={answer.isPlaceholderData ? classes(styles.panel, styles.isOld) : styles.panel}>
          <FigureTable
            key={only}
            caption={title}
            columns={table.columns}
            rows={rows}
            rowKey={table.rowKey}
            {...(table.sort === undefined ? {} : { sort: table.sort })}
          />
        </div>
      )}
    </>
  );
}

/** How much the list has: rows, the tickets that visits are of, and how often something happened to them. */
function Count<Row>({ answer }: { answer: UseQueryResult<Rows<Row>> }) {
  const tell = useTexts(ticketTexts);
  const format = useFormat();
  if (!answer.data) return null;
  const { rows, total, hidden, tickets, sum } = answer.data;
  const words = [
    tell('count', { count: total, shown: format.number(total) }),
    tickets !== undefined && tell('tickets', { count: tickets, shown: format.number(tickets) }),
    typeof sum === 'number' && tell('inAll', { sum: format.number(sum) }),
    rows.length + hidden < total && tell('cut', { count: format.number(rows.length) }),
    hidden > 0 && tell('hidden', { shown: format.number(hidden) }),
  ];
  return (
    <span className="is-soft" role="status">
      {words.filter((word) => typeof word === 'string').join(' · ')}
    </span>
  );
}
