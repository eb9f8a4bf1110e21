import { ArrowLeftOutlined } from '@ant-design/icons';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { useFormat } from '../i18n/format';
import { useTexts } from '../i18n/texts';
import { Waiting } from '../kit/late';
import { ProblemNotice } from '../kit/problem-notice';
import { CsvButton } from './csv-button';
import { FigureTable, type Column } from './figure-table';
import { NoCases } from './no-cases';
import { PageHead } from './page-head';
import { ticketTexts, type TicketKey } from './texts-tickets';
import type { FilterRoom } from './use-filters';
import type { Rows } from './use-rows';

/** A part of a list. */
export interface Part<Row> {
  /** In the address; in the texts as `only_…` unless `label` says otherwise. */
  name: string;
  label?: string;
  holds: (row: Row) => boolean;
}

interface Props<Row> {
  title: string;
  room: FilterRoom;
  answer: UseQueryResult<Rows<Row>>;
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  sort?: string;
  parts?: Part<Row>[];
  fetchFile: () => Promise<{ data?: Blob }>;
}

/** A list of tickets with its parts, its order and its download. */
export function TicketRows<Row>(props: Props<Row>) {
  const { title, room, answer, parts = [], ...table } = props;
  const tell = useTexts(ticketTexts);
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const part = parts.find(({ name }) => name === params.get('only'));
  const all = answer.data?.rows ?? [];
  const rows = part ? all.filter((row) => part.holds(row)) : all;
  const show = (name: string): void => {
    const said = new URLSearchParams(params);
    if (name === 'all') said.delete('only');
    else said.set('only', name);
    setParams(said, { replace: true });
  };
  return (
    <>
      <PageHead title={title} room={room}>
        <Count answer={answer} shown={rows.length} />
        {parts.length > 0 && (
          <Segmented
            aria-label={tell('show')}
            value={part?.name ?? 'all'}
            onChange={show}
            options={[
              { value: 'all', label: tell('only_all') },
              ...parts.map(({ name, label }) => ({
                ...{ value: name, label: label ?? tell(`only_${name}` as TicketKey) },
              })),
            ]}
          />
        )}
        <CsvButton name={title} room={room} fetchFile={props.fetchFile} />
        <Button icon={<ArrowLeftOutlined />} onClick={() => void go(-1)}>
          {tell('back')}
        </Button>
      </PageHead>
      {answer.error && !answer.data && (
        <ProblemNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Waiting rows={12} />}
      {answer.data && all.length === 0 && <NoCases room={room} />}
      {all.length > 0 && rows.length === 0 && (
        <p className="no-cases">
          <strong>{tell('noneLike')}</strong> {tell('noneLikeHelp')}
        </p>
      )}
      {rows.length > 0 && (
        <div className={answer.isPlaceholderData ? 'panel is-old' : 'panel'}>
          <FigureTable
            key={part?.name}
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

function Count<Row>({ answer, shown }: { answer: UseQueryResult<Rows<Row>>; shown: number }) {
  const tell = useTexts(ticketTexts);
  const format = useFormat();
  if (!answer.data) return null;
  const { isCut, rows } = answer.data;
  return (
    <span className="quiet" role="status">
      {isCut
        ? tell('cut', { count: format.number(rows.length) })
        : tell('count', { count: shown, shown: format.number(shown) })}
    </span>
  );
}
