import { useEffect, useRef, type ReactNode } from 'react';
import type { Schemas } from '../../api/client';
import { useLang, useTexts, type Lang, type Say } from '../../i18n/texts';
import { useSkillName } from '../../kit/common/skill-names';
import { wordDelay } from '../../kit/sop-diagram/delay-words';
import { pointerOfStep, type Graph } from '../../kit/sop-diagram/graph';
import { diagramTexts } from '../../kit/sop-diagram/texts';
import { pointerOfWay } from './compare-graph';
import { wordChanged, wordPlace } from './compare-words';
import { compareTexts } from './texts-compare';
import styles from './compare-list.module.css';

type Diff = Schemas['SopDiff'];
type Change = Schemas['DiffChange'];
type Words = Say<keyof typeof compareTexts.entries>;

interface Props {
  diff: Diff;
  graph: Graph;
  /** JSON pointer of what is chosen. */
  chosen: string | null;
  onChoose: (pointer: string) => void;
}

/** What differs, in words: with what stood there before and what stands there now. */
export function CompareList({ diff, graph, chosen, onChoose }: Props) {
  const say = useTexts(compareTexts);
  const lang = useLang();
  const titles = new Map(diff.steps.map(({ step, title }) => [step, title]));
  const steps = diff.steps.filter(({ status }) => status !== 'same');
  const ways = diff.transitions.filter(({ status }) => status !== 'same');
  const count = (status: string): number => [...steps, ...ways].filter((one) => one.status === status).length;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    root.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div ref={root}>
      <p className={styles.count}>
        <Count status="added">{say('countAdded', { count: count('added') })}</Count>
        <Count status="removed">{say('countRemoved', { count: count('removed') })}</Count>
        <Count status="changed">{say('countChanged', { count: count('changed') + diff.root.length })}</Count>
      </p>
      {steps.length > 0 && (
        <Part title={say('steps')}>
          {steps.map((one) => {
            const pointer = pointerOfStep(one.step);
            return (
              <Entry
                key={one.step}
                {...{ say, lang, pointer, chosen, onChoose, status: one.status, changes: one.changes }}
                title={one.title}
              />
            );
          })}
        </Part>
      )}
      {ways.length > 0 && (
        <Part title={say('ways')}>
          {ways.map((way, i) => (
            <Entry
              key={`${way.from} ${way.event} ${way.to ?? ''} ${i}`}
              {...{ say, lang, chosen, onChoose, status: way.status, changes: way.changes }}
              pointer={pointerOfWay(graph, way)}
              title={way.title ?? wordEvent(way.event, lang, say)}
              about={[
                way.from === '' ? say('wayAny') : say('wayFrom', { step: titles.get(way.from) ?? way.from }),
                way.to === null ? '' : say('wayTo', { step: titles.get(way.to) ?? way.to }),
              ].join(' ')}
            />
          ))}
        </Part>
      )}
      {diff.root.length > 0 && (
        <Part title={say('whole')}>
          <li>
            <Changes changes={diff.root} lang={lang} say={say} />
          </li>
        </Part>
      )}
    </div>
  );
}

function Count({ status, children }: { status: Diff['steps'][number]['status']; children: ReactNode }) {
  return (
    <span className={styles.sign} data-status={status}>
      {children}
    </span>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

function Entry(props: {
  say: Words;
  lang: Lang;
  status: Diff['steps'][number]['status'];
  title: string;
  about?: string;
  pointer: string | null;
  chosen: string | null;
  changes: Change[];
  onChoose: (pointer: string) => void;
}) {
  const { say, lang, status, pointer, onChoose } = props;
  return (
    <li>
      <button
        type="button"
        className={styles.entry}
        data-testid="compare-entry"
        aria-pressed={pointer !== null && pointer === props.chosen}
        onClick={() => pointer !== null && onChoose(pointer)}
      >
        <span className={styles.sign} data-status={status}>
          {say(status)}
        </span>
        <span>
          <strong>{props.title}</strong>
          {props.about !== undefined && <small>{props.about}</small>}
        </span>
      </button>
      <Changes changes={props.changes} lang={lang} say={say} />
    </li>
  );
}

function Changes({ changes, lang, say }: { changes: Change[]; lang: Lang; say: Words }) {
  const skillOf = useSkillName();
  if (changes.length === 0) return null;
  return (
    <dl className={styles.changes} data-testid="compare-changes">
      {changes.map((change) => (
        <div key={change.path}>
          <dt title={change.path}>{wordPlace(change.path, lang)}</dt>
          {change.kind !== 'added' && (
            <dd>
              <del aria-label={say('before')}>{wordChanged(change.path, change.before, lang, skillOf)}</del>
            </dd>
          )}
          {change.kind !== 'removed' && (
            <dd>
              <ins aria-label={say('after')}>{wordChanged(change.path, change.after, lang, skillOf)}</ins>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function wordEvent(event: string, lang: Lang, say: Words): string {
  const own = diagramTexts.entries;
  if (event === 'always') return say('ruled');
  if (event === 'done') return say('done');
  if (event.startsWith('after ')) return wordDelay(event.slice(6), lang);
  if (event.startsWith('done.')) return own.success[lang];
  if (event.startsWith('error.')) return own.failure[lang];
  if (event === 'CUSTOMER_MESSAGE' || event === 'ESCALATE' || event === 'SKIP') return own[event][lang];
  return event;
}
