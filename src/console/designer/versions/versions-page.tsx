import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { $api, type Schemas } from '../../api/client';
import { useFormat } from '../../i18n/format';
import { useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import { versionTexts } from './texts-versions';
import { useSopSource } from '../common/use-sop-source';
import { useListedSop } from '../common/use-sops';
import { InFlightSteps } from './versions-in-flight';
import { useRestore } from './versions-restore';
import { classes } from '../../kit/common/classes';
import page from '../common/page.module.css';
import sopTable from '../common/sop-table.module.css';
import editorBar from '../common/bar.module.css';
import help from './help.module.css';
import styles from './versions-page.module.css';

const PAGE = 50;

/** The published versions of an SOP and its draft: who, when, what is under way in each, and any two side by side. */
export default function VersionsPage() {
  const { sopId: id = '' } = useParams();
  const say = useTexts(versionTexts);
  const [limit, setLimit] = useState(PAGE);
  const path = { id };
  const versions = $api.useQuery('get', '/api/sops/{id}/versions', { params: { path, query: { limit } } });
  const inFlight = $api.useQuery('get', '/api/sops/{id}/in-flight', { params: { path } });
  const { title } = useListedSop(id);
  const { data, error } = versions;
  return (
    <div className={page.page}>
      <header className={page.head}>
        <div>
          <h1>
            <Link
              to={`/designer/${id}`}
              className={editorBar.back}
              aria-label={say('toEditor')}
              title={say('toEditor')}
            >
              <ArrowLeftOutlined aria-hidden />
            </Link>
            {say('versionsOf', { title })}
          </h1>
          <p>{say('versionsHelp')}</p>
        </div>
      </header>
      {error && <ProblemNotice error={error} onRetry={() => void versions.refetch()} />}
      {versions.isPending && <Waiting rows={8} />}
      {data && <VersionsTable id={id} versions={data.items} inFlight={inFlight.data} />}
      {data && data.nextCursor !== null && (
        <Button className={styles.older} onClick={() => setLimit(200)}>
          {say('older')}
        </Button>
      )}
    </div>
  );
}

interface TableProps {
  id: string;
  versions: Schemas['SopVersion'][];
  inFlight: Schemas['InFlight'] | undefined;
}

function VersionsTable({ id, versions, inFlight }: TableProps) {
  const say = useTexts(versionTexts);
  const { data: source, isPending } = useSopSource(id);
  const restore = useRestore(id);
  const hasDraft = source !== undefined && source.revision !== null;
  const names = [...(hasDraft ? ['draft'] : []), ...versions.map(({ version }) => String(version))];
  const [pair, choose] = usePair(names);
  const wordOf = (name: string): string =>
    name === 'draft' ? say('draft') : say('version', { version: name });
  // Which of them can be restored and compared depends on the draft: a row must not change under the pointer.
  if (isPending) return <Waiting rows={8} />;
  const canCompare = pair.from !== pair.to && names.length > 1;
  const picks = (name: string) => (
    <Picks name={name} words={wordOf(name)} pair={pair} onChoose={choose} isAlone={names.length < 2} />
  );
  return (
    <>
      <div className={styles.bar}>
        {canCompare ? (
          <Link className={styles.compare} to={`/designer/${id}/compare?from=${pair.from}&to=${pair.to}`}>
            {say('compare')}: {wordOf(pair.from)} → {wordOf(pair.to)}
          </Link>
        ) : (
          <span className={help.help}>{versions.length === 0 && say('noVersions')}</span>
        )}
      </div>
      <table className={classes(sopTable.table, styles.table)}>
        <thead>
          <tr>
            <th scope="col">{say('from')}</th>
            <th scope="col">{say('to')}</th>
            <th scope="col">{say('versionHead')}</th>
            <th scope="col">{say('at')}</th>
            <th scope="col">{say('by')}</th>
            <th scope="col">{say('open')}</th>
            <th scope="col">{say('acts')}</th>
          </tr>
        </thead>
        <tbody>
          {hasDraft && (
            <tr>
              {picks('draft')}
              <th scope="row">
                <Tag color="processing">{say('draft')}</Tag>
              </th>
              <At at={source.at} />
              <td>{source.by ?? '–'}</td>
              <td>–</td>
              <td className={sopTable.acts}>
                <Link to={`/designer/${id}`}>{say('edit')}</Link>
                <Link to={`/designer/${id}/walk?of=draft`}>{say('walk')}</Link>
              </td>
            </tr>
          )}
          {versions.map((one, index) => (
            <tr key={one.version}>
              {picks(String(one.version))}
              <th scope="row">
                {say('version', { version: one.version })}
                {index === 0 && (
                  <>
                    {' '}
                    <Tag>{say('current')}</Tag>
                  </>
                )}
              </th>
              <At at={one.publishedAt} />
              <td>{one.publishedByName ?? say(one.origin === 'file' ? 'byFiles' : 'unknownPerson')}</td>
              <OpenTickets version={one.version} inFlight={inFlight} />
              <td className={sopTable.acts}>
                <Link to={`/designer/${id}/walk?of=${one.version}`}>{say('walk')}</Link>
                {(index > 0 || hasDraft) && (
                  <button
                    type="button"
                    className={styles.act}
                    disabled={restore.isBusy}
                    onClick={() => void restore.run(one.version)}
                  >
                    {say('restore')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function At({ at }: { at: string | null }) {
  const format = useFormat();
  return <td>{at === null ? '–' : <time dateTime={at}>{format.dateTime(at)}</time>}</td>;
}

function OpenTickets({ version, inFlight }: { version: number; inFlight: Schemas['InFlight'] | undefined }) {
  const say = useTexts(versionTexts);
  const format = useFormat();
  if (!inFlight) return <td />;
  const count = inFlight.versions.find((one) => one.version === version)?.tickets ?? 0;
  const items = inFlight.items.filter((item) => item.version === version);
  if (count === 0) return <td>0</td>;
  const name = say('version', { version });
  return (
    <td className={styles.open}>
      <details>
        <summary aria-label={`${say('openTickets', { name })}: ${count}`}>{format.number(count)}</summary>
        <InFlightSteps items={items} label={say('openTickets', { name })} />
      </details>
    </td>
  );
}

interface Pair {
  from: string;
  to: string;
}

/** The two that are compared, kept in the address; first the newest and the one before it. */
function usePair(names: string[]): [Pair, (pair: Partial<Pair>) => void] {
  const [params, setParams] = useSearchParams();
  const read = (key: string, fallback: number): string => {
    const given = params.get(key);
    return given !== null && names.includes(given) ? given : (names[fallback] ?? names[0] ?? '');
  };
  const pair = { from: read('from', 1), to: read('to', 0) };
  return [pair, (changed) => setParams({ ...pair, ...changed }, { replace: true })];
}

function Picks(props: {
  name: string;
  words: string;
  pair: Pair;
  isAlone: boolean;
  onChoose: (pair: Partial<Pair>) => void;
}) {
  const { name, words, pair, isAlone, onChoose } = props;
  const say = useTexts(versionTexts);
  return (['from', 'to'] as const).map((end) => (
    <td key={end} className={styles.pick}>
      <input
        type="radio"
        name={`versions-${end}`}
        aria-label={say(`${end}Version`, { name: words })}
        checked={pair[end] === name}
        disabled={isAlone}
        onChange={() => onChoose({ [end]: name })}
      />
    </td>
  ));
}
