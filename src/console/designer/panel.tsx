import { Tabs } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useLang, useTexts } from '../i18n/texts';
import type { Knowledge } from './complete';
import { valueAt, type Edit } from './edit-value';
import { PanelRoomContext } from './panel-room';
import { FormTab } from './panel-form';
import { SopTab, StepTab } from './panel-step';
import { WaysTab } from './panel-ways';
import { WordsTab } from './panel-words';
import { panelTexts } from './texts-panel';
import type { Chosen } from './use-chosen';
import { pathOfStep } from './yaml-place';
import { isRecord } from './yaml-render';

interface Props {
  chosen: Chosen;
  /** The SOP as it stands in the text; null while the text is no YAML. */
  value: unknown;
  knowledge: Knowledge | null;
  edit: (edits: readonly Edit[]) => void;
  onChoose: (pointer: string) => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** What is chosen, in fields instead of YAML. Every change is a change of the text, and its history is the text's. */
export function Panel(props: Props) {
  const say = useTexts(panelTexts);
  const lang = useLang();
  const { chosen, knowledge, edit } = props;
  // While the text is no YAML, the last words stay readable.
  const [last, setLast] = useState(props.value);
  if (props.value !== null && props.value !== last) setLast(props.value);
  const value = props.value ?? last;
  const isFrozen = props.value === null;
  const room = useMemo(
    () => ({ value, path: pathOfStep(chosen.step), step: chosen.step, knowledge, edit }),
    [value, chosen.step, knowledge, edit],
  );
  const state = valueAt(value, room.path);
  const title = valueAt(state, ['meta', 'title', lang]);
  const name = chosen.step === '' ? say('wholeSop') : chosen.step;

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    const isRedo = key === 'y' || event.shiftKey;
    // The field hands its words over first, so that undo takes back what was typed last.
    if (event.target instanceof HTMLElement) {
      event.target.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    }
    queueMicrotask(isRedo ? props.onRedo : props.onUndo);
  };

  return (
    <aside className="panel" aria-label={say('details')} onKeyDown={onKeyDown}>
      <header className="panel-head">
        <h2>{typeof title === 'string' && title !== '' ? title : name}</h2>
        <code>{name}</code>
      </header>
      {isFrozen && (
        <p className="panel-frozen" role="status">
          {say('frozen')}
        </p>
      )}
      {isRecord(state) ? (
        <PanelRoomContext value={room}>
          <fieldset className="panel-body" disabled={isFrozen} key={chosen.step}>
            {chosen.step === '' ? <SopTab /> : <StepTabs state={state} pointer={chosen.pointer} />}
          </fieldset>
        </PanelRoomContext>
      ) : (
        <p className="editor-empty">{say('noStep')}</p>
      )}
    </aside>
  );
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
