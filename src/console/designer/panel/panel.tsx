import { Tabs } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLang, useTexts } from '../../i18n/texts';
import { pointerOfStep } from '../../kit/sop-diagram/graph';
import type { Knowledge } from '../yaml/complete';
import { valueAt, type Edit } from '../yaml/edit-value';
import { PanelActs } from './panel-acts';
import { FormTab } from './panel-form';
import { PanelRoomContext, type PanelRoom } from './panel-room';
import { SopTab, StepTab } from './panel-step';
import { WaysTab } from './panel-ways';
import { WordsTab } from './panel-words';
import { panelTexts } from './texts-panel';
import type { Chosen } from '../common/use-chosen';
import { pathOfStep } from '../yaml/yaml-place';
import { isRecord } from '../yaml/yaml-render';
import type { YamlPath } from '../yaml/yaml-text';
import { classes } from '../../kit/common/classes';
import page from '../common/page.module.css';
import styles from './panel.module.css';

interface Props {
  chosen: Chosen;
  /** The SOP as it stands in the text; null while the text is no YAML. */
  value: unknown;
  knowledge: Knowledge | null;
  edit: (edits: readonly Edit[]) => void;
  onChoose: (pointer: string) => void;
  /** Shows a place in the YAML, for somebody who wants to write there. */
  onShow: (path: YamlPath) => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** What is chosen, in fields instead of YAML. Every change is a change of the text, and its history is the text's. */
export function Panel(props: Props) {
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { knowledge, edit } = props;
  // While the text is no YAML, the last words stay readable.
  const [last, setLast] = useState(props.value);
  if (props.value !== null && props.value !== last) setLast(props.value);
  const value = props.value ?? last;
  const isFrozen = props.value === null;
  const { step, place, follow } = useFollow(props.chosen.step, value);
  // What acts on the page is made anew with each look at it; the fields need not know.
  const acts = useRef(props);
  useEffect(() => {
    acts.current = props;
  });
  const room = useMemo(
    (): PanelRoom => ({
      ...{ value, step, knowledge, edit, path: pathOfStep(step) },
      choose: (pointer) => acts.current.onChoose(pointer),
      show: (path) => acts.current.onShow(path),
      follow: (id) => {
        follow(id);
        acts.current.onChoose(pointerOfStep(id));
      },
    }),
    [value, step, knowledge, edit, follow],
  );
  const state = valueAt(value, room.path);
  const title = valueAt(state, ['meta', 'title', lang]);
  const name = step === '' ? say('wholeSop') : step;

  const onKeyDown = (event: React.KeyboardEvent): void => {
    // A dialog, or a form whose words are in no text yet, has its own undo.
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target) || target.closest('form')) return;
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    const isRedo = key === 'y' || event.shiftKey;
    // The field hands its words over first, so that undo takes back what was typed last.
    target.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    queueMicrotask(isRedo ? props.onRedo : props.onUndo);
  };

  return (
    <aside className={styles.panel} data-testid="panel" aria-label={say('details')} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2>{typeof title === 'string' && title !== '' ? title : name}</h2>
        <code>{name}</code>
        {isRecord(state) && (
          <PanelRoomContext value={room}>
            <PanelActs isFrozen={isFrozen} />
          </PanelRoomContext>
        )}
      </header>
      {isFrozen && (
        <p className={styles.frozen} role="status">
          {say('frozen')}
        </p>
      )}
      {isRecord(state) ? (
        <PanelRoomContext value={room}>
          <fieldset className={styles.body} disabled={isFrozen} key={place}>
            {step === '' ? <SopTab /> : <StepTabs state={state} pointer={props.chosen.pointer} />}
          </fieldset>
        </PanelRoomContext>
      ) : (
        <p className={classes(page.empty, styles.none)}>{say('noStep')}</p>
      )}
    </aside>
  );
}

/**
 * The state that the panel is about. One that has just got another id is the same one, also when that is undone: `place`
 * stays as it is, so that nothing that somebody works on is taken away.
 */
function useFollow(chosen: string, value: unknown) {
  const [renamed, setRenamed] = useState({ from: '', to: '' });
  const isThere = valueAt(value, pathOfStep(chosen)) !== undefined;
  const other = chosen === renamed.from ? renamed.to : chosen === renamed.to ? renamed.from : '';
  const isOther = !isThere && other !== '' && valueAt(value, pathOfStep(other)) !== undefined;
  const step = isOther ? other : chosen;
  const follow = useCallback((to: string) => setRenamed({ from: chosen, to }), [chosen]);
  return { step, place: step !== '' && step === renamed.to ? renamed.from : step, follow };
}

/** The parts of a step; a way that is chosen on the diagram opens the ways. */
function StepTabs({ state, pointer }: { state: Record<string, unknown>; pointer: string }) {
  const say = useTexts(panelTexts);
  const [params, setParams] = useSearchParams();
  const isWay = /\/(on|after|always|onDone|onError)(\/|$)/.test(pointer.replace(/(\/states\/[^/]+)+/, ''));
  const [lastPointer, setLastPointer] = useState<string | null>(null);
  const [tab, setTab] = useState(params.get('tab') ?? 'step');
  if (pointer !== lastPointer) {
    setLastPointer(pointer);
    if (isWay) setTab('ways');
  }
  if (state['type'] === 'final' || state['type'] === 'history') return <StepTab />;
  const choose = (next: string): void => {
    setTab(next);
    setParams(
      (now) => {
        now.set('tab', next);
        return now;
      },
      { replace: true },
    );
  };
  return (
    <Tabs
      activeKey={tab}
      onChange={choose}
      size="small"
      destroyOnHidden
      items={[
        { key: 'step', label: say('tabStep'), children: <StepTab /> },
        { key: 'form', label: say('tabForm'), children: <FormTab /> },
        { key: 'words', label: say('tabWords'), children: <WordsTab /> },
        { key: 'ways', label: say('tabWays'), children: <WaysTab pointer={pointer} /> },
      ]}
    />
  );
}
