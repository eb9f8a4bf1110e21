import { ArrowLeftOutlined, ReloadOutlined } from '@ant-design/icons';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useLang, useTexts } from '../../i18n/texts';
import { Waiting } from '../../kit/common/late';
import { ProblemNotice } from '../../kit/problems/problem-notice';
import type { WalkBegin } from './walk';
import { WalkIntake } from './walk-intake';
import { WalkRun } from './walk-run';
import { useWalkSource, type WalkOf, type WalkSource } from './walk-source';
import { useWalk, type WalkAs } from './walk-state';
import { walkTexts } from './texts-walk';
import { classes } from '../../kit/common/classes';
import page from '../common/page.module.css';
import editorBar from '../common/bar.module.css';
import styles from './walk-page.module.css';

const VIEWS = ['due', 'agent', 'lead'] as const;

/** Walks a made-up ticket through an SOP, as the people who will work with it see it. */
export default function WalkPage() {
  const { sopId = '' } = useParams();
  return <WalkRoom key={sopId} sop={sopId} />;
}

function WalkRoom({ sop }: { sop: string }) {
  const say = useTexts(walkTexts);
  const lang = useLang();
  const [params, setParams] = useSearchParams();
  const source = useWalkSource(sop);
  const as = VIEWS.find((view) => view === params.get('as')) ?? 'due';
  const walk = useWalk(sop, source, as);
  const [last, setLast] = useState<WalkBegin | null>(null);
  const { definition } = source;
  const isUnreadable = definition === null && !source.isPending && !source.error;
  const restart = (): void => {
    setLast(walk.kept?.begin ?? null);
    walk.restart();
  };
  const see = (view: WalkAs): void =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (view === 'due') next.delete('as');
        else next.set('as', view);
        return next;
      },
      { replace: true },
    );

  return (
    <div className={styles.walk}>
      <header className={classes(editorBar.bar, styles.bar)}>
        <Link
          to={`/designer/${sop}`}
          className={editorBar.back}
          aria-label={say('backToEditor')}
          title={say('backToEditor')}
        >
          <ArrowLeftOutlined aria-hidden />
        </Link>
        <h1>{say('title', { title: definition?.meta?.title?.[lang] ?? (source.isPending ? '…' : sop) })}</h1>
        <span className={editorBar.room} />
        <WalkOfSelect source={source} />
        <span className={styles.who}>
          <span aria-hidden>{say('who')}</span>
          <Segmented<WalkAs>
            aria-label={say('who')}
            value={as}
            onChange={see}
            options={VIEWS.map((view) => ({ value: view, label: say(`as_${view}`) }))}
          />
        </span>
        <Button icon={<ReloadOutlined aria-hidden />} disabled={walk.kept === null} onClick={restart}>
          {say('again')}
        </Button>
      </header>
      {source.isPending && (
        <div className={page.page}>
          <Waiting rows={10} />
        </div>
      )}
      {Boolean(source.error) && (
        <div className={page.page}>
          <ProblemNotice error={source.error} />
        </div>
      )}
      {isUnreadable && (
        <div className={classes(page.page, styles.unreadable)}>
          <h2>{say('unreadable')}</h2>
          <p>{say('unreadableHelp')}</p>
          <Link to={`/designer/${sop}`}>{say('backToEditor')}</Link>
        </div>
      )}
      {definition && walk.kept === null && (
        <WalkIntake key={`${source.of}`} {...{ definition, last, walk }} />
      )}
      {definition && walk.kept !== null && <WalkRun {...{ definition, walk }} onRestart={restart} />}
    </div>
  );
}

function WalkOfSelect({ source }: { source: WalkSource }) {
  const say = useTexts(walkTexts);
  const wordOf = (of: WalkOf): string => {
    if (typeof of === 'number') return say('of_version', { version: of });
    return of === 'draft' && !source.hasDraft ? say('of_newest') : say(`of_${of}`);
  };
  return (
    <Select<WalkOf>
      className={styles.of}
      aria-label={say('which')}
      value={source.of}
      onChange={(of) => source.setOf(of)}
      options={source.choices.map((of) => ({ value: of, label: wordOf(of) }))}
    />
  );
}
