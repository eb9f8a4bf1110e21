import { ArrowLeftOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Empty, Select } from 'antd';
import { useCallback, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { SopDefinition } from '../../../engine/common/sop-format';
import { $api, type Schemas } from '../../api/client';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { DecorateEdge, DecorateNode } from '../../kit/sop-diagram/decoration';
import { graphOf } from '../../kit/sop-diagram/graph-of';
import { GraphDiagram } from '../../kit/sop-diagram/sop-diagram';
import { compareGraphs } from './compare-graph';
import { CompareList } from './compare-list';
import { compareTexts } from './texts-compare';
import { useEdition, useEditions } from './use-compare';
import styles from './compare-page.module.css';

/** Two versions of an SOP on one diagram, and what differs in words. The address names both. */
export function ComparePage() {
  const say = useTexts(compareTexts);
  const { sopId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { title, editions, isPending, error, retry } = useEditions(sopId);
  const to = params.get('to') ?? editions[0] ?? null;
  const from = params.get('from') ?? editions.find((one) => one !== to) ?? null;
  const choose = (next: { from?: string | null; to?: string | null }): void => {
    const pair = { from, to, ...next };
    setParams({ from: pair.from ?? '', to: pair.to ?? '' }, { replace: true });
  };
  const name = (edition: string): string =>
    edition === 'draft' ? say('draft') : say('version', { n: edition });
  const options = [...new Set([...editions, from, to])].flatMap((value) =>
    value === null ? [] : [{ value, label: name(value) }],
  );
  const picker = (label: string, value: string | null, key: 'from' | 'to') => (
    <label className={styles.pick}>
      <span>{label}</span>
      <Select
        aria-label={label}
        value={value}
        options={options}
        onChange={(next) => choose({ [key]: next })}
        popupMatchSelectWidth={false}
      />
    </label>
  );
  return (
    <div className={styles.compare}>
      <header className={styles.head}>
        <Link to={`/designer/${sopId}`} aria-label={say('back')} title={say('back')}>
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <h1>
          {say('heading')} <small>{title}</small>
        </h1>
        {picker(say('from'), from, 'from')}
        <Button
          icon={<SwapOutlined aria-hidden />}
          aria-label={say('swap')}
          title={say('swap')}
          onClick={() => choose({ from: to, to: from })}
        />
        {picker(say('to'), to, 'to')}
      </header>
      {error ? (
        <ProblemNotice error={error} onRetry={retry} />
      ) : isPending ? (
        <Waiting rows={10} />
      ) : from === null || to === null ? (
        <Empty description={say('onlyOne')}>{say('onlyOneHelp')}</Empty>
      ) : (
        <Editions key={`${from} ${to}`} {...{ sopId, from, to, title }} />
      )}
    </div>
  );
}

function Editions({ sopId, from, to, title }: { sopId: string; from: string; to: string; title: string }) {
  const say = useTexts(compareTexts);
  const lang = useLang();
  const before = useEdition(sopId, from);
  const after = useEdition(sopId, to);
  const diff = $api.useQuery('get', '/api/sops/{id}/diff', {
    params: { path: { id: sopId }, query: { from, to } },
    // The server answers with names in the reader's language.
    headers: { 'accept-language': lang },
  });
  const failed = [before, after, diff].find((query) => query.error !== null);
  if (failed) return <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!diff.data || before.data === undefined || after.data === undefined) return <Waiting rows={10} />;
  if (before.data === null || after.data === null) return <Empty description={say('unreadable')} />;
  return <Differences {...{ before: before.data, after: after.data, diff: diff.data, title }} />;
}

function Differences(props: {
  before: SopDefinition;
  after: SopDefinition;
  diff: Schemas['SopDiff'];
  title: string;
}) {
  const { before, after, diff, title } = props;
  const say = useTexts(compareTexts);
  const lang = useLang();
  const [params, setParams] = useSearchParams();
  const at = params.get('at');
  const choose = (pointer: string | null): void => {
    const next = new URLSearchParams(params);
    if (pointer === null) next.delete('at');
    else next.set('at', pointer);
    setParams(next, { replace: true });
  };
  const compared = useMemo(
    () => compareGraphs(graphOf(before), graphOf(after), diff.steps, diff.transitions),
    [before, after, diff],
  );
  const words = useMemo(() => {
    const { added, removed, changed } = compareTexts.entries;
    return { added: added[lang], removed: removed[lang], changed: changed[lang] };
  }, [lang]);
  const decorate = useCallback<DecorateNode>(
    (id) => {
      const tone = compared.nodes.get(id) ?? 'same';
      return tone === 'same' ? undefined : { tone, badge: words[tone] };
    },
    [compared, words],
  );
  const edgeDecorate = useCallback<DecorateEdge>(
    (edge) => {
      const tone = compared.edges.get(edge.id) ?? 'same';
      return tone === 'same' ? { tone: 'muted' } : { tone, width: 2.5, note: words[tone] };
    },
    [compared, words],
  );
  return (
    <div className={styles.body}>
      <GraphDiagram
        graph={compared.graph}
        title={title}
        lang={lang}
        selected={at}
        onSelect={(choice) => choose(choice?.pointer ?? null)}
        decorate={decorate}
        edgeDecorate={edgeDecorate}
      />
      <aside className={styles.list} data-testid="compare-list" aria-label={say('changes')}>
        {diff.same ? (
          <Empty description={say('nothingDiffers')}>{say('nothingDiffersHelp')}</Empty>
        ) : (
          <CompareList diff={diff} graph={compared.graph} chosen={at} onChoose={choose} />
        )}
      </aside>
    </div>
  );
}
